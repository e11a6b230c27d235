using SpeechScoop.Datasets;
using SpeechScoop.Storage.Datasets;

namespace SpeechScoop.Web.Datasets;

/// <summary>A page of a dataset's items.</summary>
internal sealed record ItemPage(int Total, int Offset, IReadOnlyList<ItemView> Items);

/// <summary>An item as pages see it.</summary>
/// <param name="HasAudio">Whether <c>/api/datasets/items/{id}/audio</c> has its recording.</param>
/// <param name="Seconds">Length of the item.</param>
internal sealed record ItemView(
    string Id, string Key, int Position, bool HasAudio, string? ClipName, double? Start, double? End, double? Seconds, string? Text, string? Language, string? Speaker,
    IReadOnlyDictionary<string, string> Attributes)
{
    public static ItemView Of(ListedItem item) => new(
        item.Id, item.Key, item.Position, item.ClipSha256 is not null, item.ClipName, item.StartSeconds, item.EndSeconds, item.Seconds, item.Text, item.Language, item.Speaker,
        ItemAttributes.Read(item.Attributes));
}

/// <summary>Prompts that come with the application.</summary>
internal sealed record PromptListView(string Id, string Title, string Description, int Prompts, string First)
{
    public static PromptListView Of(PromptList list) => new(list.Id, list.Title, list.Description, list.Prompts.Count, list.Prompts[0].Text);
}
