using SpeechScoop.Systems;

namespace SpeechScoop.Storage.Systems;

/// <summary>A system as it was last used here; it stays when its pack is removed.</summary>
public sealed record StoredSystem
{
    /// <summary>Such as <c>scoop-recognizer/lexicon</c>.</summary>
    public required string Id { get; init; }

    public required SystemKind Kind { get; init; }

    public required string Title { get; init; }

    public required string PackId { get; init; }

    public required string PackVersion { get; init; }

    /// <summary>The manifest's settings as canonical JSON.</summary>
    public required string Settings { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }
}
