namespace SpeechScoop.Storage.Ratings;

/// <summary>One answer of one listener. Never changed: the newest per session, trial, stimulus and scale counts.</summary>
public sealed record Rating
{
    /// <summary>Made by the client, so that sending twice is harmless.</summary>
    public required string Id { get; init; }

    public required string TrialId { get; init; }

    public required string OutputId { get; init; }

    /// <summary>What it was compared with; preferences only.</summary>
    public string? OtherOutputId { get; init; }

    /// <summary>Id of the <see cref="SpeechScoop.ListeningTests.RatingScale"/>: <c>acr</c>, <c>mushra</c> or <c>preference</c>.</summary>
    public required string Scale { get; init; }

    public required int Value { get; init; }

    /// <summary>Whether the labels were hidden when it was given.</summary>
    public required bool Blind { get; init; }

    public required string Listener { get; init; }

    public required string Session { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether both say the same; blindness and time are the server's and do not count.</summary>
    public bool SaysTheSameAs(Rating other) => this with { Blind = other.Blind, CreatedAt = other.CreatedAt } == other;
}
