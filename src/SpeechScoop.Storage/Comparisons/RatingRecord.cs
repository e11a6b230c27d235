namespace SpeechScoop.Storage.Comparisons;

/// <summary>A rating with everything needed to analyse it elsewhere. What a hidden stimulus stands for is null.</summary>
public sealed record RatingRecord
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Scale { get; init; }

    public required int Value { get; init; }

    public required bool Blind { get; init; }

    public required string Listener { get; init; }

    public required string Session { get; init; }

    public required string TrialId { get; init; }

    public required DateTimeOffset TrialCreatedAt { get; init; }

    /// <summary>Decides which condition got which label.</summary>
    public long? TrialSeed { get; init; }

    public string? Source { get; init; }

    /// <summary>What was to be spoken.</summary>
    public string? Prompt { get; init; }

    /// <summary>What was really said.</summary>
    public string? Reference { get; init; }

    /// <summary>The original recording.</summary>
    public string? OriginalSha256 { get; init; }

    public required string Label { get; init; }

    public string? Role { get; init; }

    public string? SystemId { get; init; }

    public string? SystemVersion { get; init; }

    public string? Settings { get; init; }

    public long? Seed { get; init; }

    /// <summary>The audio that was rated.</summary>
    public string? ClipSha256 { get; init; }

    public string? OtherLabel { get; init; }

    public string? OtherRole { get; init; }

    public string? OtherSystemId { get; init; }

    public string? OtherSystemVersion { get; init; }

    public string? OtherSettings { get; init; }
}
