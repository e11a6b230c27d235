namespace SpeechScoop.Storage.ListeningTests;

/// <summary>One answer on a page of a session. Never changed: the newest of its session, page, stimulus and scale counts.</summary>
public sealed record ListeningRating
{
    /// <summary>Made by the browser, so that sending twice is harmless.</summary>
    public required string Id { get; init; }

    public required string SessionId { get; init; }

    /// <summary>Index of the page in the session's plan.</summary>
    public required int Page { get; init; }

    /// <summary>Id of the trial in the definition.</summary>
    public required string Trial { get; init; }

    /// <summary>Id of the stimulus rated; see <see cref="SpeechScoop.ListeningTests.TestRating"/> for pairs.</summary>
    public required string Stimulus { get; init; }

    /// <summary>Pairs: id of the other stimulus.</summary>
    public string? OtherStimulus { get; init; }

    public required string Scale { get; init; }

    /// <summary>On the scale; null for typed text.</summary>
    public double? Value { get; init; }

    /// <summary>What was typed; null for values.</summary>
    public string? Text { get; init; }

    /// <summary>Time on the page until the answer, as the browser measured it.</summary>
    public double? ElapsedSeconds { get; init; }

    /// <summary>How often the stimulus was started before the answer.</summary>
    public int? Plays { get; init; }

    /// <summary>When the browser says that it was given.</summary>
    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>When the server took it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether both say the same; the server's time does not count.</summary>
    public bool SaysTheSameAs(ListeningRating other) => this with { CreatedAt = other.CreatedAt } == other;
}
