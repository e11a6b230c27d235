using SpeechScoop.Recognition;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Recognizers.Adjudications;

namespace SpeechScoop.Web.Recognizers;

/// <summary>A recording with its reference.</summary>
/// <param name="Cluster">What goes wrong together: the speaker where known, else the recording that several items are cut from; null: the item stands for itself.</param>
internal sealed record BoardItem(
    string Id, string Dataset, string Key, string Reference, string? Language, string? Speaker, IReadOnlyDictionary<string, string> Attributes, string? Cluster, bool HasAudio, double? Seconds);

/// <summary>A recognizer with settings, and what it made of each item.</summary>
/// <param name="Id">System and settings.</param>
/// <param name="Outputs">By item id: the newest finished output, else the newest of all.</param>
internal sealed record BoardSystem(string Id, string Title, string SystemId, int Colour, IReadOnlyDictionary<string, RunTranscript> Outputs)
{
    /// <summary>The transcript of an item; null where it has none, for whatever reason.</summary>
    public string? Hypothesis(string itemId) => Outputs.TryGetValue(itemId, out var output) && output is { Status: OutputStatus.Done, Text: { } text } ? text : null;
}

/// <summary>
/// Recognizers over datasets: who is ranked, and on which items. Only items that every ranked system finished count, so that all are measured on the same words; who
/// has nothing of a dataset is not ranked.
/// </summary>
/// <param name="Key">Stands for all that the board was read from.</param>
/// <param name="Corrections">By item id, where references are corrected by adjudication; null where they are as delivered.</param>
/// <param name="Datasets">Ids and names.</param>
/// <param name="Items">All items with a reference.</param>
/// <param name="Systems">All systems.</param>
/// <param name="Ranked">Places of those that are ranked.</param>
/// <param name="WhyNot">Why others are not, by place.</param>
/// <param name="Common">Items that all ranked systems finished.</param>
internal sealed record Board(
    string Key, IReadOnlyDictionary<string, CorrectedReference>? Corrections, IReadOnlyList<(string Id, string Name)> Datasets, IReadOnlyList<BoardItem> Items, IReadOnlyList<BoardSystem> Systems, IReadOnlyList<int> Ranked,
    IReadOnlyDictionary<int, string> WhyNot, IReadOnlyList<BoardItem> Common)
{
    /// <summary>Whether references are corrected by adjudication.</summary>
    public bool IsCorrected => Corrections is not null;

    /// <summary>The recipe of figures of this board: how references were corrected belongs to it.</summary>
    public string Recipe(ScoringOptions options) => Corrections is null ? options.Recipe : $"{options.Recipe};{CorrectedReference.Recipe(Common, Corrections)}";

    /// <summary>The utterances of a ranked system, in the order of <see cref="Common"/>.</summary>
    public Utterance[] Utterances(int system) => [.. Enumerable.Range(0, Common.Count).Select(i => Utterance(system, i))];

    /// <summary>One common item with a ranked system's transcript.</summary>
    public Utterance Utterance(int system, int item) => new(Common[item].Id, Common[item].Reference, Systems[system].Hypothesis(Common[item].Id)!, Common[item].Cluster);

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
