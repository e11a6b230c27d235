namespace SpeechScoop.Storage.Clips;

/// <summary>An audio file of this installation, named by its content.</summary>
public sealed record StoredClip
{
    /// <summary>SHA-256 of the WAV file's bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>As first uploaded or made; text from users, never a path.</summary>
    public required string Name { get; init; }

    /// <summary>In hertz.</summary>
    public required int SampleRate { get; init; }

    public required int Channels { get; init; }

    /// <summary>Samples in each channel.</summary>
    public required long Frames { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Length in seconds.</summary>
    public double Seconds => (double)Frames / SampleRate;
}
