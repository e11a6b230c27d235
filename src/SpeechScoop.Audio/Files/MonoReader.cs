using System.Buffers;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Files;

/// <summary>
/// Audio as models take it: one channel at a rate, read front to back in pieces. However long the recording is, only some ten thousand samples of it
/// are held at a time. The samples are those of decoding, mixing down and resampling the whole, to the bit. Not thread-safe.
/// </summary>
public sealed class MonoReader : IDisposable
{
    private const int BlockSamples = 16_384;

    private readonly IAudioSource source;
    private readonly Resampler resampler;
    private readonly SampleQueue waiting = new();
    private readonly float[] block;
    private readonly long frames;
    private long left;

    private MonoReader(IAudioSource source, long frames, int sampleRate)
    {
        (this.source, this.frames, left) = (source, frames, frames);
        resampler = new Resampler(source.SampleRate, sampleRate);
        block = ArrayPool<float>.Shared.Rent(Math.Max(1, BlockSamples / source.ChannelCount) * source.ChannelCount);
    }

    /// <summary>Samples a second, in hertz.</summary>
    public int SampleRate => resampler.To;

    /// <summary>Samples that there are in all.</summary>
    public long Length => Resampler.OutputLength(frames, source.SampleRate, SampleRate);

    /// <summary>Length in time, as the recording's own rate has it.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)frames / source.SampleRate);

    /// <summary>Room for decoded samples, for tests: it must not grow with the recording.</summary>
    internal int HeldSamples => waiting.Room + block.Length;

    /// <summary>Opens a WAV file, or a stretch of one: what lies before it is passed over, not read.</summary>
    /// <param name="path">A WAV file.</param>
    /// <param name="sampleRate">Rate of the samples that come out, in hertz.</param>
    /// <param name="start">First moment in seconds, from 0; beyond the end for no samples.</param>
    /// <param name="end">Last moment in seconds; null for the end of the file, which also bounds it.</param>
    /// <returns><see cref="Error.NotFound"/> where there is no such file, <see cref="Error.Invalid"/> for what is no WAV file.</returns>
    public static Result<MonoReader> Open(string path, int sampleRate, double start = 0, double? end = null) =>
        WavPart.Open(path, start, end).Select(part => new MonoReader(part.Source, part.Frames, sampleRate));

    /// <summary>Reads a clip.</summary>
    /// <param name="clip">Any rate and channel count.</param>
    /// <param name="sampleRate">Rate of the samples that come out, in hertz.</param>
    public static MonoReader Of(AudioClip clip, int sampleRate) => new(new ClipSource(clip), clip.Length, sampleRate);

    /// <summary>Takes the next samples.</summary>
    /// <returns>How many were written; fewer than there is room for only at the end.</returns>
    public int Read(Span<float> samples)
    {
        var done = 0;
        while (done < samples.Length && (waiting.Count > 0 || Fill())) done += waiting.Take(samples[done..]);
        return done;
    }

    /// <summary>Everything that is left, as a clip. For what has to be in memory as a whole.</summary>
    public AudioClip ReadToEnd()
    {
        var samples = new float[checked((int)Length)];
        var read = Read(samples);
        return new AudioClip(SampleRate, read == samples.Length ? samples : samples[..read]);
    }

    public void Dispose()
    {
        if (left < 0) return;
        left = -1;
        ArrayPool<float>.Shared.Return(block);
        source.Dispose();
    }

    /// <summary>Decodes the next block; false at the end.</summary>
    private bool Fill()
    {
        ObjectDisposedException.ThrowIf(left < 0, this);
        while (waiting.Count == 0)
        {
            var channels = source.ChannelCount;
            var read = source.Read(block.AsSpan(0, (int)Math.Min(left, block.Length / channels) * channels));
            if (read == 0)
            {
                left = 0;
                resampler.Flush(waiting);
                return waiting.Count > 0;
            }
            left -= read;
            Levels.ReplaceNonFinite(block.AsSpan(0, read * channels));
            MixDown(block, channels, read);
            resampler.Process(block.AsSpan(0, read), waiting);
        }
        return true;
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

    /// <summary>Samples on their way out; filled only when empty.</summary>
    private sealed class SampleQueue : IBufferWriter<float>
    {
        private float[] samples = new float[4096];
        private int first, end;

        public int Count => end - first;

        public int Room => samples.Length;

        public int Take(Span<float> target)
        {
            var count = Math.Min(Count, target.Length);
            samples.AsSpan(first, count).CopyTo(target);
            first += count;
            if (Count == 0) first = end = 0;
            return count;
        }

        public void Advance(int count) => end += count;

        public Memory<float> GetMemory(int sizeHint = 0)
        {
            var needed = end + Math.Max(1, sizeHint);
            if (needed > samples.Length) Array.Resize(ref samples, Math.Max(needed, samples.Length * 2));
            return samples.AsMemory(end);
        }

        public Span<float> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }

    /// <summary>A clip, frame by frame.</summary>
    private sealed class ClipSource(AudioClip clip) : IAudioSource
    {
        private int position;

        public int SampleRate => clip.SampleRate;

        public int ChannelCount => clip.ChannelCount;

        public long? FrameCount => clip.Length;

        public int Read(Span<float> interleaved)
        {
            var frames = Math.Min(interleaved.Length / ChannelCount, clip.Length - position);
            for (var channel = 0; channel < ChannelCount; channel++)
            {
                var samples = clip.Channel(channel).Slice(position, frames);
                if (ChannelCount == 1) samples.CopyTo(interleaved);
                else for (var i = 0; i < frames; i++) interleaved[(i * ChannelCount) + channel] = samples[i];
            }
            position += frames;
            return frames;
        }

        public void Dispose()
        {
            // The clip is its maker's.
        }
    }
}
