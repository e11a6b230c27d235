using SpeechScoop.Datasets;

namespace SpeechScoop.Storage.Datasets;

/// <summary>A named set of items that systems are compared on. Once stored, its items do not change.</summary>
public sealed record Dataset
{
    public required string Id { get; init; }

    /// <summary>Unique among datasets.</summary>
    public required string Name { get; init; }

    public required DatasetKind Kind { get; init; }

    public string Description { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A recording, a stretch of one, or a prompt.</summary>
public sealed record DatasetItem
{
    public required string Id { get; init; }

    public required string DatasetId { get; init; }

    /// <summary>The item's name, unique in its dataset; files made elsewhere are matched by it.</summary>
    public required string Key { get; init; }

    /// <summary>Place in the dataset, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The recording; null for a prompt.</summary>
    public string? ClipSha256 { get; init; }

    /// <summary>Where the item begins in its recording; null for its beginning.</summary>
    public double? StartSeconds { get; init; }

    /// <summary>Where the item ends in its recording; null for its end.</summary>
    public double? EndSeconds { get; init; }

    /// <summary>What is said in the recording, or what is to be spoken. An empty text says that nothing is said; null that it is unknown.</summary>
    public string? Text { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    public string? Speaker { get; init; }

    /// <summary>A JSON object of strings: see <see cref="ItemAttributes"/>.</summary>
    public string Attributes { get; init; } = "{}";
}

/// <summary>A dataset as lists show it.</summary>
public sealed record DatasetSummary
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DatasetKind Kind { get; init; }

    public required string Description { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Items { get; init; }

    /// <summary>Items with a text.</summary>
    public required int Texts { get; init; }

    /// <summary>Length of all recordings; null for prompts.</summary>
    public double? Seconds { get; init; }

    /// <summary>Runs over it.</summary>
    public required int Runs { get; init; }
}

/// <summary>An item with its recording, as lists show it.</summary>
public sealed record ListedItem
{
    public required string Id { get; init; }

    public required string Key { get; init; }

    public required int Position { get; init; }

    public string? ClipSha256 { get; init; }

    public string? ClipName { get; init; }

    public double? StartSeconds { get; init; }

    public double? EndSeconds { get; init; }

    /// <summary>Length of the item.</summary>
    public double? Seconds { get; init; }

    public string? Text { get; init; }

    public string? Language { get; init; }

    public string? Speaker { get; init; }

    public required string Attributes { get; init; }
}
