namespace SpeechScoop.Storage.ListeningTests;

/// <summary>How far a test is.</summary>
public enum ListeningTestStatus
{
    /// <summary>May be changed; only previews listen to it.</summary>
    Draft,

    /// <summary>Published: frozen, and listeners may come.</summary>
    Open,

    /// <summary>Published, and no rating is taken any more.</summary>
    Closed,
}

/// <summary>A version of a listening test.</summary>
public sealed record ListeningTest
{
    public required string Id { get; init; }

    /// <summary>What versions of one test share: the id of the first.</summary>
    public required string Lineage { get; init; }

    /// <summary>1 or more.</summary>
    public required int Version { get; init; }

    /// <summary>The definition's title, for lists.</summary>
    public required string Title { get; init; }

    /// <summary>The <see cref="SpeechScoop.ListeningTests.ListeningTestDefinition"/> as JSON.</summary>
    public required string Definition { get; init; }

    public required ListeningTestStatus Status { get; init; }

    /// <summary>SHA-256 over design, seed and audio; null for a draft.</summary>
    public string? Hash { get; init; }

    /// <summary>What preparation found, as JSON; null until prepared.</summary>
    public string? Report { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }
}
