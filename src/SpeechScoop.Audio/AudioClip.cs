namespace SpeechScoop.Audio;

/// <summary>
/// Sampled audio in memory: one array a channel, nominal range −1..1 (values beyond are kept, not clipped).
/// Immutable by convention: whoever holds a clip may share it between threads and must not write to its samples.
/// </summary>
public sealed class AudioClip
{
    private readonly float[][] channels;

    /// <param name="sampleRate">Samples a second in each channel, 1..768,000 Hz.</param>
    /// <param name="channels">At least one channel; all of equal length.</param>
    /// <exception cref="ArgumentException">No channel, or channels of different lengths.</exception>
    public AudioClip(int sampleRate, params float[][] channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, 768_000);
        if (channels.Length == 0) throw new ArgumentException("A clip needs at least one channel.", nameof(channels));
        if (channels.Any(channel => channel.Length != channels[0].Length))
            throw new ArgumentException("All channels of a clip have the same length.", nameof(channels));
        SampleRate = sampleRate;
        this.channels = channels;
    }

    /// <summary>Samples a second in each channel, in hertz.</summary>
    public int SampleRate { get; }

    /// <summary>Number of channels, at least 1.</summary>
    public int ChannelCount => channels.Length;

    /// <summary>Samples in each channel.</summary>
    public int Length => channels[0].Length;

    /// <summary>Length in time.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Length / SampleRate);

    /// <summary>The samples of one channel.</summary>
    public ReadOnlySpan<float> Channel(int index) => channels[index];

    /// <summary>All channels averaged into one; the clip itself if it has one.</summary>
    public AudioClip ToMono()
    {
        if (channels.Length == 1) return this;
        var mono = new float[Length];
        foreach (var channel in channels)
            for (var i = 0; i < mono.Length; i++) mono[i] += channel[i];
        for (var i = 0; i < mono.Length; i++) mono[i] /= channels.Length;
        return new AudioClip(SampleRate, mono);
    }
}
