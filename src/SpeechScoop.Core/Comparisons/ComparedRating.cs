namespace SpeechScoop.Comparisons;

/// <summary>A rating as a comparison sees it.</summary>
public sealed record ComparedRating
{
    public required string Id { get; init; }

    public required string TrialId { get; init; }

    public required string OutputId { get; init; }

    /// <summary>The output it was compared with; preferences only.</summary>
    public string? OtherOutputId { get; init; }

    /// <summary>Id of the <see cref="ListeningTests.RatingScale"/>.</summary>
    public required string Scale { get; init; }

    public required int Value { get; init; }

    /// <summary>Whether the labels were hidden when it was given.</summary>
    public required bool Blind { get; init; }

    public required string Listener { get; init; }

    public required string Session { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
