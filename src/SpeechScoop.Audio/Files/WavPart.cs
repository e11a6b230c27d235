using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Files;

/// <summary>Reads a stretch of a WAV file without reading what lies before and after it: items of long recordings are such stretches.</summary>
public static class WavPart
{
    private const int BlockFrames = 16_384;

    /// <summary>Reads a stretch at the file's own rate and channels.</summary>
    /// <param name="path">A WAV file.</param>
    /// <param name="start">First moment in seconds, from 0; beyond the end for no samples.</param>
    /// <param name="end">Last moment in seconds; null for the end of the file, which also bounds it.</param>
    /// <returns><see cref="Error.NotFound"/> where there is no such file, <see cref="Error.Invalid"/> for what is no WAV file.</returns>
    public static Result<AudioClip> Read(string path, double start, double? end, CancellationToken cancellation = default)
    {
        if (!Open(path, start, end).TryGet(out var part, out var error)) return error;
        using var source = part.Source;
        var channels = new float[source.ChannelCount][];
        for (var channel = 0; channel < channels.Length; channel++) channels[channel] = new float[part.Frames];
        var at = 0;
        foreach (var block in Blocks(part, cancellation))
        {
            Interleaving.Split(block.Span, channels, at);
            at += block.Length / channels.Length;
        }
        return new AudioClip(source.SampleRate, channels);
    }

    /// <summary>The waveform of a stretch, as <see cref="Peaks.Compute"/> has it, however long the stretch is.</summary>
    /// <inheritdoc cref="Read"/>
    /// <param name="count">Number of spans, at least 1.</param>
    public static Result<(float Min, float Max)[]> ReadPeaks(string path, double start, double? end, int count, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!Open(path, start, end).TryGet(out var part, out var error)) return error;
        using var source = part.Source;
        // Of so few samples that spans share some, the clip is small.
        if (part.Frames < Math.Max(count, BlockFrames)) return Read(path, start, end, cancellation).Select(clip => Peaks.Compute(clip, count));
        var peaks = new (float Min, float Max)[count];
        var (span, last) = (-1, 0L);
        long frame = 0;
        foreach (var block in Blocks(part, cancellation))
        {
            var samples = block.Span;
            for (var at = 0; at < samples.Length; frame++, at += source.ChannelCount)
            {
                if (frame == last)
                {
                    last = ++span + 1 == count ? long.MaxValue : (span + 1L) * part.Frames / count;
                    peaks[span] = (float.PositiveInfinity, float.NegativeInfinity);
                }
                ref var peak = ref peaks[span];
                foreach (var sample in samples.Slice(at, source.ChannelCount)) peak = (Math.Min(peak.Min, sample), Math.Max(peak.Max, sample));
            }
        }
        return peaks;
    }

    /// <summary>A source that stands at a stretch's first frame, and how many frames the stretch has; the caller disposes the source.</summary>
    /// <inheritdoc cref="Read"/>
    internal static Result<(WavSource Source, long Frames)> Open(string path, double start, double? end)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) return new Error.NotFound("audio-not-found", $"There is no file {path}. Check the path.");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (!WavSource.Open(stream, name, leaveOpen: false).TryGet(out var source, out var error))
        {
            stream.Dispose();
            return error;
        }
        if (DecodeLimits.Default.Check(name, source.SampleRate, source.ChannelCount, null) is { } refused)
        {
            source.Dispose();
            return refused;
        }
        var total = source.PresentFrames ?? 0;
        var from = Frame(start);
        source.Skip(from);
        return (source, (end is { } last ? Math.Max(from, Frame(last)) : total) - from);

        long Frame(double seconds) => (long)Math.Clamp(Math.Round(seconds * source.SampleRate), 0, total);
    }

    /// <summary>The interleaved samples of a stretch, block by block; each is valid until the next.</summary>
    private static IEnumerable<ReadOnlyMemory<float>> Blocks((WavSource Source, long Frames) part, CancellationToken cancellation)
    {
        var channels = part.Source.ChannelCount;
        var block = new float[Math.Min(BlockFrames, part.Frames) * channels];
        for (var done = 0L; done < part.Frames;)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = part.Source.Read(block.AsSpan(0, (int)Math.Min(BlockFrames, part.Frames - done) * channels));
            if (read == 0) yield break;
            done += read;
            yield return block.AsMemory(0, read * channels);
        }
    }
}
