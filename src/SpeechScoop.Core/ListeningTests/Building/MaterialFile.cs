namespace SpeechScoop.ListeningTests;

/// <summary>An uploaded file.</summary>
/// <param name="Name">Its path at the user's, with slashes: <c>condition/item.wav</c>, perhaps below further folders. Any text; never opened.</param>
/// <param name="Sha256">Content of the audio as stored.</param>
public sealed record MaterialFile(string Name, string Sha256)
{
    /// <summary>Parts of the path.</summary>
    internal string[] Parts { get; } = Name.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Name of the file itself.</summary>
    internal string FileName => Parts.Length == 0 ? "" : Parts[^1];
}
