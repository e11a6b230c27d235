namespace SpeechScoop.Audio.Files;

/// <summary>Decoded audio that is read once, front to back, in blocks. Not thread-safe.</summary>
internal interface IAudioSource : IDisposable
{
    /// <summary>Samples a second in each channel, in hertz, as the header says.</summary>
    int SampleRate { get; }

    /// <summary>Channels, as the header says.</summary>
    int ChannelCount { get; }

    /// <summary>Frames (one sample of each channel) that the header promises; null where it does not say.</summary>
    long? FrameCount { get; }

    /// <summary>Decodes the next frames, interleaved.</summary>
    /// <param name="interleaved">Room for a whole number of frames.</param>
    /// <returns>Frames written; 0 at the end.</returns>
    int Read(Span<float> interleaved);
}

/// <summary>Reads a source to its end.</summary>
/// <param name="source">Open, at its first frame; its header is not checked yet.</param>
/// <param name="frames">Frames that are known to exist (the bytes were counted); null where only the header says so.</param>
internal delegate Result<T> TakeSamples<T>(IAudioSource source, long? frames);
