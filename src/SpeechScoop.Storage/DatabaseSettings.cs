namespace SpeechScoop.Storage;

/// <summary>Where the data is and how much there may be.</summary>
/// <param name="DataPath">The data folder: <c>speechscoop.db</c> and <c>audio/</c> live in it. Made when missing.</param>
/// <param name="MaximumBytes">Largest size of the database file; a write beyond it fails as on a full disk. Null for no limit but the disk's.</param>
/// <param name="BusySeconds">How long a write waits for another process that holds the database, 0..60.</param>
public sealed record DatabaseSettings(string DataPath, long? MaximumBytes = null, int BusySeconds = 5);
