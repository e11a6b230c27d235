using SpeechScoop.Datasets;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Datasets;

/// <summary>What a dataset is made of: one of the lists, recordings, or recordings with a list.</summary>
/// <param name="Name">Unique; not needed to preview.</param>
/// <param name="Files">Recordings that were uploaded as clips before (<c>POST /api/clips</c>), by the path that each has at the user's.</param>
/// <param name="Lists">Files that describe the items: tables, JSON lines, or plain prompts.</param>
/// <param name="Text">Prompts, one a line.</param>
/// <param name="BuiltIn">A list of <c>GET /api/prompt-lists</c>.</param>
/// <param name="Items">The items themselves.</param>
internal sealed record NewDataset(
    string? Name = null, string? Description = null, IReadOnlyList<NamedClip>? Files = null, IReadOnlyList<FormText>? Lists = null, string? Text = null, string? BuiltIn = null,
    IReadOnlyList<NewItem>? Items = null);

/// <summary>An uploaded recording.</summary>
internal sealed record NamedClip(string Name, string Sha256);

/// <summary>An item as a script gives it.</summary>
/// <param name="File">Name of one of the files; or leave it out and give <paramref name="Clip"/>.</param>
/// <param name="Clip">SHA-256 of an uploaded clip.</param>
internal sealed record NewItem(
    string? Key = null, string? Text = null, string? File = null, string? Clip = null, double? Start = null, double? End = null, string? Language = null, string? Speaker = null,
    IReadOnlyDictionary<string, string>? Attributes = null);

/// <summary>What was understood, before it is stored.</summary>
/// <param name="Format">The list's format; empty without a list.</param>
/// <param name="Items">How many items there are.</param>
/// <param name="Texts">Items with a text.</param>
/// <param name="Seconds">Length of all items; null for prompts.</param>
/// <param name="Attributes">Attributes with the number of items that have them and some of their values.</param>
/// <param name="First">The first items.</param>
/// <param name="Problems">What must be mended; empty when the dataset can be stored.</param>
/// <param name="MoreProblems">How many further problems there are.</param>
internal sealed record DatasetPreview(
    DatasetKind Kind, string Format, int Items, int Texts, double? Seconds, IReadOnlyList<AttributeView> Attributes, IReadOnlyList<PlannedItem> First,
    IReadOnlyList<DatasetProblem> Problems, int MoreProblems, IReadOnlyList<string> Notes);

/// <summary>An attribute and what it takes.</summary>
internal sealed record AttributeView(string Name, int Items, IReadOnlyList<string> Values);
