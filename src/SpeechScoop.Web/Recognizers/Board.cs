using SpeechScoop.Recognition;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Recognizers;

/// <summary>A recording with its reference.</summary>
internal sealed record BoardItem(
    string Id, string Dataset, string Key, string Reference, string? Language, string? Speaker, IReadOnlyDictionary<string, string> Attributes, string? Recording, bool HasAudio, double? Seconds)
{
    /// <summary>What goes wrong together: the speaker where known, else the recording that several items are cut from, else the item itself.</summary>
    public string? Cluster => Speaker is { } speaker ? $"{Dataset}\n{speaker}" : Recording;
}

/// <summary>A recognizer with settings, and what it made of each item.</summary>
/// <param name="Id">System and settings.</param>
/// <param name="Outputs">By item id: the newest finished output, else the newest of all.</param>
internal sealed record BoardSystem(string Id, string Title, string SystemId, int Colour, IReadOnlyDictionary<string, RunItemOutput> Outputs)
{
    /// <summary>The transcript of an item; null where it has none, for whatever reason.</summary>
    public string? Hypothesis(string itemId) => Outputs.TryGetValue(itemId, out var output) && output is { Status: OutputStatus.Done, Text: { } text } ? text : null;
}

/// <summary>
/// Recognizers over datasets: who is ranked, and on which items. Only items that every ranked system finished count, so that all are measured on the same words; who
/// has nothing of a dataset is not ranked.
/// </summary>
/// <param name="Datasets">Ids and names.</param>
/// <param name="Items">All items with a reference.</param>
/// <param name="Systems">All systems.</param>
/// <param name="Ranked">Places of those that are ranked.</param>
/// <param name="WhyNot">Why others are not, by place.</param>
/// <param name="Common">Items that all ranked systems finished.</param>
internal sealed record Board(
    IReadOnlyList<(string Id, string Name)> Datasets, IReadOnlyList<BoardItem> Items, IReadOnlyList<BoardSystem> Systems, IReadOnlyList<int> Ranked,
    IReadOnlyDictionary<int, string> WhyNot, IReadOnlyList<BoardItem> Common)
{
    /// <summary>The utterances of a ranked system, in the order of <see cref="Common"/>.</summary>
    public Utterance[] Utterances(int system) => [.. Common.Select(item => new Utterance(item.Id, item.Reference, Systems[system].Hypothesis(item.Id)!, item.Cluster))];

    /// <summary>The slice that an item belongs to.</summary>
    public string SliceOf(BoardItem item, string slice) => slice switch
    {
        "dataset" => Datasets.First(dataset => dataset.Id == item.Dataset).Name,
        "language" => item.Language ?? "not stated",
        "speaker" => item.Speaker ?? "not stated",
        "length" => item.Seconds switch { null => "not known", < 5 => "under 5 s", < 15 => "5 to 15 s", < 30 => "15 to 30 s", _ => "30 s and more" },
        _ => item.Attributes.GetValueOrDefault(slice["attribute:".Length..], "not stated"),
    };
}
