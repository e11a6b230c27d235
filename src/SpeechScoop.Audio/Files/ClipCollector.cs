using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Files;

/// <summary>Reads a source to its end into a clip, within limits that hold whatever the header said.</summary>
internal static class ClipCollector
{
    private const int BlockSamples = 32_768;
    private const int FramesOfBlindTrust = 1 << 20;

    /// <summary>Reads everything.</summary>
    /// <param name="source">An open source.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="limits">Checked before and while decoding.</param>
    /// <param name="trustedFrames">Frames that are known to exist (the bytes were counted); null where only the header says so.</param>
    /// <param name="warnings">Receives what was mended on the way.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static Result<AudioClip> Collect(
        IAudioSource source, string name, DecodeLimits limits, long? trustedFrames, ICollection<string>? warnings, CancellationToken cancellation)
    {
        if (limits.Check(name, source.SampleRate, source.ChannelCount, source.FrameCount) is { } refused) return refused;
        var channelCount = source.ChannelCount;
        var capacity = (int)Math.Max(1, trustedFrames ?? Math.Min(source.FrameCount ?? FramesOfBlindTrust, FramesOfBlindTrust));
        var channels = new float[channelCount][];
        for (var c = 0; c < channelCount; c++) channels[c] = new float[capacity];
        var block = channelCount == 1 ? [] : new float[Math.Max(1, BlockSamples / channelCount) * channelCount];

        var frames = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (frames == capacity)
            {
                // One more frame than expected decides between "all read" and "the header was wrong".
                var probe = new float[channelCount];
                if (source.Read(probe) == 0) break;
                if (limits.CheckLength(name, source.SampleRate, channelCount, frames + 1L) is { } tooLong) return tooLong;
                capacity = (int)Math.Min(Array.MaxLength, Math.Max(capacity * 2L, FramesOfBlindTrust));
                for (var c = 0; c < channelCount; c++)
                {
                    Array.Resize(ref channels[c], capacity);
                    channels[c][frames] = probe[c];
                }
                frames++;
            }
            int read;
            if (channelCount == 1)
            {
                read = source.Read(channels[0].AsSpan(frames, Math.Min(BlockSamples, capacity - frames)));
            }
            else
            {
                read = source.Read(block.AsSpan(0, Math.Min(block.Length / channelCount, capacity - frames) * channelCount));
                Interleaving.Split(block.AsSpan(0, read * channelCount), channels, frames);
            }
            if (read == 0) break;
            frames += read;
            if (limits.CheckLength(name, source.SampleRate, channelCount, frames) is { } grown) return grown;
        }

        if (frames == 0) return NoSamples(name);
        var mended = 0L;
        for (var c = 0; c < channelCount; c++)
        {
            if (channels[c].Length != frames) Array.Resize(ref channels[c], frames);
            mended += Levels.ReplaceNonFinite(channels[c]);
        }
        if (limits.CheckNonFinite(name, mended) is { } broken) return broken;
        if (mended > 0) warnings?.Add(Mended(name, mended));
        return new AudioClip(source.SampleRate, channels);
    }

    /// <summary>The error of a file without a single frame.</summary>
    internal static Error NoSamples(string name) => new Error.Invalid("audio-no-samples", $"{name} holds no samples: its audio is zero long. Record or export it again.");

    /// <summary>The warning about samples that were no numbers.</summary>
    internal static string Mended(string name, long count) => FormattableString.Invariant($"{name}: {count} samples were not finite numbers and were set to 0.");
}
