using System.Buffers;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Files;

/// <summary>Reads a source to its end, mixing down and resampling block by block.</summary>
internal static class MonoCollector
{
    private const int BlockSamples = 16_384;

    /// <summary>Reads everything; the header has been checked.</summary>
    /// <inheritdoc cref="ClipCollector.Collect"/>
    /// <param name="rate">Rate of the clip in hertz.</param>
    public static Result<AudioClip> Collect(
        IAudioSource source, string name, DecodeLimits limits, int rate, long? trustedFrames, ICollection<string>? warnings, CancellationToken cancellation)
    {
        var channels = source.ChannelCount;
        var resampler = new Resampler(source.SampleRate, rate);
        var samples = new SampleList((int)Math.Min(int.MaxValue / 2, Resampler.OutputLength(trustedFrames ?? 0, source.SampleRate, rate)));
        var block = ArrayPool<float>.Shared.Rent(Math.Max(1, BlockSamples / channels) * channels);
        var capacity = block.Length / channels;
        long frames = 0, mended = 0;
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var read = source.Read(block.AsSpan(0, capacity * channels));
                if (read == 0) break;
                frames += read;
                if (limits.CheckLength(name, rate, 1, Resampler.OutputLength(frames, source.SampleRate, rate)) is { } tooLong) return tooLong;
                mended += Levels.ReplaceNonFinite(block.AsSpan(0, read * channels));
                MixDown(block, channels, read);
                resampler.Process(block.AsSpan(0, read), samples);
            }
            resampler.Flush(samples);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(block);
        }
        if (frames == 0) return ClipCollector.NoSamples(name);
        if (limits.CheckNonFinite(name, mended) is { } broken) return broken;
        if (mended > 0) warnings?.Add(ClipCollector.Mended(name, mended));
        return new AudioClip(rate, samples.ToArray());
    }

    /// <summary>The mean of each frame, in the order of sums that <see cref="AudioClip.ToMono"/> uses.</summary>
    private static void MixDown(Span<float> block, int channels, int frames)
    {
        if (channels == 1) return;
        for (var i = 0; i < frames; i++)
        {
            var sum = 0f;
            foreach (var sample in block.Slice(i * channels, channels)) sum += sample;
            block[i] = sum / channels;
        }
    }

    /// <summary>A growing array that hands itself over without a copy where its length was foreseen.</summary>
    private sealed class SampleList(int expected) : IBufferWriter<float>
    {
        private float[] samples = new float[Math.Max(expected, 4096)];
        private int count;

        public void Advance(int written) => count += written;

        public Memory<float> GetMemory(int sizeHint = 0)
        {
            var needed = count + Math.Max(1, sizeHint);
            if (needed > samples.Length) Array.Resize(ref samples, (int)Math.Min(Array.MaxLength, Math.Max(needed, samples.Length * 2L)));
            return samples.AsMemory(count);
        }

        public Span<float> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public float[] ToArray() => count == samples.Length ? samples : samples[..count];
    }
}
