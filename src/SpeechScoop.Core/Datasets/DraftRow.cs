namespace SpeechScoop.Datasets;

/// <summary>An item as a list describes it, before it is matched with its recording.</summary>
public sealed record DraftRow
{
    /// <summary>Where it stands, such as <c>manifest.csv, line 7</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The item's name; null to take the file's.</summary>
    public string? Key { get; init; }

    /// <summary>The recording, under any path that ends like an uploaded file's; null to match by key, or for a prompt.</summary>
    public string? File { get; init; }

    /// <summary>What is said, or to be spoken; empty where nothing is said; null where unknown.</summary>
    public string? Text { get; init; }

    public string? Language { get; init; }

    public string? Speaker { get; init; }

    /// <summary>Where the item begins in its recording, in seconds.</summary>
    public double? Start { get; init; }

    /// <summary>Where it ends.</summary>
    public double? End { get; init; }

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    /// <summary>None.</summary>
    public static IReadOnlyDictionary<string, string> NoAttributes { get; } = new Dictionary<string, string>();
}

/// <summary>What a list says.</summary>
/// <param name="Rows">Items in their order.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Notes">What was left out or supposed, in sentences.</param>
public sealed record DraftRows(IReadOnlyList<DraftRow> Rows, IReadOnlyList<DatasetProblem> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>Nothing but a problem.</summary>
    public static DraftRows Unreadable(string place, string message) => new([], [new DatasetProblem(place, message)], []);
}
