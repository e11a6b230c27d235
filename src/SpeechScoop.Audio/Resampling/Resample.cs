using System.Buffers;

namespace SpeechScoop.Audio.Resampling;

/// <summary>Resamples whole clips; see <see cref="Resampler"/> for the filter.</summary>
public static class Resample
{
    private const int BlockSamples = 65_536;

    /// <summary>The clip at another rate: ceil(n · to / from) samples a channel, without delay. The clip itself if the rate is the same.</summary>
    /// <param name="clip">Any channel count.</param>
    /// <param name="sampleRate">Target rate in hertz.</param>
    public static AudioClip To(AudioClip clip, int sampleRate)
    {
        if (clip.SampleRate == sampleRate) return clip;
        var channels = new float[clip.ChannelCount][];
        for (var c = 0; c < channels.Length; c++) channels[c] = To(clip.Channel(c), clip.SampleRate, sampleRate);
        return new AudioClip(sampleRate, channels);
    }

    /// <summary>One channel at another rate.</summary>
    public static float[] To(ReadOnlySpan<float> samples, int from, int to)
    {
        var output = new FixedWriter(checked((int)Resampler.OutputLength(samples.Length, from, to)));
        var resampler = new Resampler(from, to);
        for (; !samples.IsEmpty; samples = samples[Math.Min(BlockSamples, samples.Length)..])
            resampler.Process(samples[..Math.Min(BlockSamples, samples.Length)], output);
        resampler.Flush(output);
        return output.Samples;
    }

    /// <summary>Mixed down to one channel at the given rate, which is what models take.</summary>
    public static AudioClip ToMono(AudioClip clip, int sampleRate) => To(clip.ToMono(), sampleRate);

    /// <summary>An array of known length that is filled from its start.</summary>
    private sealed class FixedWriter(int length) : IBufferWriter<float>
    {
        private int written;

        public float[] Samples { get; } = new float[length];

        public void Advance(int count) => written += count;

        public Memory<float> GetMemory(int sizeHint = 0) => Samples.AsMemory(written);

        public Span<float> GetSpan(int sizeHint = 0) => Samples.AsSpan(written);
    }
}
