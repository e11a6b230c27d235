namespace SpeechScoop.Storage.ListeningTests;

/// <summary>How many sessions of a test came how far, previews apart.</summary>
public sealed record SessionCounts(int Running, int Completed, int ScreenedOut, int Declined)
{
    /// <summary>Nobody came yet.</summary>
    public static SessionCounts None { get; } = new(0, 0, 0, 0);
}
