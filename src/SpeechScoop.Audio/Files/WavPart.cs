namespace SpeechScoop.Audio.Files;

/// <summary>Reads a stretch of a WAV file without reading what lies before and after it: items of long recordings are such stretches.</summary>
public static class WavPart
{
    private const int BlockFrames = 16_384;

    /// <summary>Reads a stretch.</summary>
    /// <param name="path">A WAV file.</param>
    /// <param name="start">First moment in seconds, from 0; beyond the end for no samples.</param>
    /// <param name="end">Last moment in seconds; null for the end of the file, which also bounds it.</param>
    /// <returns><see cref="Error.NotFound"/> where there is no such file, <see cref="Error.Invalid"/> for what is no WAV file.</returns>
    public static Result<AudioClip> Read(string path, double start, double? end, CancellationToken cancellation = default)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) return new Error.NotFound("audio-not-found", $"There is no file {path}. Check the path.");
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (!WavSource.Open(stream, name, leaveOpen: true).TryGet(out var source, out var error)) return error;
        using (source)
        {
            var total = source.PresentFrames ?? 0;
            var from = Frame(start);
            var to = end is { } last ? Math.Max(from, Frame(last)) : total;
            source.Skip(from);
            var channels = new float[source.ChannelCount][];
            for (var channel = 0; channel < channels.Length; channel++) channels[channel] = new float[to - from];
            Fill(source, channels, cancellation);
            return new AudioClip(source.SampleRate, channels);

            long Frame(double seconds) => (long)Math.Clamp(Math.Round(seconds * source.SampleRate), 0, total);
        }
    }

    private static void Fill(WavSource source, float[][] channels, CancellationToken cancellation)
    {
        var block = new float[BlockFrames * channels.Length];
        for (var done = 0; done < channels[0].Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var wanted = Math.Min(BlockFrames, channels[0].Length - done);
            var frames = source.Read(block.AsSpan(0, wanted * channels.Length));
            if (frames == 0) return;
            for (var frame = 0; frame < frames; frame++)
                for (var channel = 0; channel < channels.Length; channel++) channels[channel][done + frame] = block[(frame * channels.Length) + channel];
            done += frames;
        }
    }
}
