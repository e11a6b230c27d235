namespace SpeechScoop.Storage.ListeningTests;

/// <summary>What a listener did, in a batch as the browser sent it.</summary>
public sealed record ListeningEvents
{
    /// <summary>Made by the browser, so that sending twice is harmless.</summary>
    public required string Id { get; init; }

    public required string SessionId { get; init; }

    /// <summary>JSON array of <c>{type, page, label?, position?, at, details?}</c>.</summary>
    public required string Events { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A sound of a page that was played.</summary>
public sealed record HeardSound
{
    /// <summary>As the page calls it: of a stimulus, <c>reference</c> or <c>X</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Whether all of it has sounded.</summary>
    public required bool Whole { get; init; }
}
