namespace SpeechScoop.Storage.ListeningTests;

/// <summary>How listeners come in.</summary>
public sealed record ListeningLink
{
    /// <summary>256 random bits as base64url: whoever has it may take part.</summary>
    public required string Token { get; init; }

    public required string TestId { get; init; }

    /// <summary>What the owner calls it; listeners do not see it.</summary>
    public string Label { get; init; } = "";

    /// <summary>Whether its sessions are the owner's own looks at the test, which never count.</summary>
    public bool Preview { get; init; }

    /// <summary>No new sessions after so many; null for no limit.</summary>
    public int? MaximumSessions { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops to work; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the owner took it back; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whether it opens its test at <paramref name="now"/>.</summary>
    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || now < end);
}
