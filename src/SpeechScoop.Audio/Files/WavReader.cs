namespace SpeechScoop.Audio.Files;

/// <summary>
/// Reads WAV files: PCM of 8, 16, 24 and 32 bits, float of 32 and 64 bits, plain and WAVE_FORMAT_EXTENSIBLE, RIFF and
/// RF64, any channel count. Forgives what real files get wrong: odd chunks, missing padding, sizes that a recorder never
/// filled in (0 or 0xFFFFFFFF: read to the end), files cut off (read to the last whole frame, with a warning).
/// </summary>
public static class WavReader
{
    /// <summary>Reads a file in memory.</summary>
    /// <param name="file">All bytes of the file.</param>
    /// <param name="limits">What is accepted; <see cref="DecodeLimits.Default"/> if null.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="warnings">Receives a sentence for each thing that was mended: truncation, non-finite samples.</param>
    /// <returns>The clip, or <see cref="Error.Invalid"/> that says what is wrong with the file.</returns>
    public static unsafe Result<AudioClip> Read(
        ReadOnlySpan<byte> file, DecodeLimits? limits = null, string name = "The audio", ICollection<string>? warnings = null)
    {
        if (file.IsEmpty) return Read(Stream.Null, limits, name, warnings);
        fixed (byte* start = file)
        {
            using var stream = new UnmanagedMemoryStream(start, file.Length);
            return Read(stream, limits, name, warnings);
        }
    }

    /// <summary>Reads a stream from its present position; the stream need not be seekable and stays open.</summary>
    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, DecodeLimits?, string, ICollection{string}?)"/>
    /// <param name="stream">Positioned at the first byte of the file.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static Result<AudioClip> Read(
        Stream stream, DecodeLimits? limits = null, string name = "The audio", ICollection<string>? warnings = null, CancellationToken cancellation = default) =>
        Read(stream, limits ?? DecodeLimits.Default, name, (source, frames) => ClipCollector.Collect(source, name, limits ?? DecodeLimits.Default, frames, warnings, cancellation), warnings);

    /// <summary>Has the samples of a stream taken block by block.</summary>
    internal static Result<T> Read<T>(Stream stream, DecodeLimits limits, string name, TakeSamples<T> take, ICollection<string>? warnings)
    {
        if (stream.CanSeek && limits.CheckBytes(name, stream.Length - stream.Position) is { } tooLarge) return tooLarge;
        if (!WavSource.Open(stream, name, leaveOpen: true).TryGet(out var source, out var error)) return error;
        using (source)
        {
            var taken = take(source, source.PresentFrames);
            if (taken.Error is null && source.IsTruncated)
                warnings?.Add(FormattableString.Invariant($"{name} is cut off: its header promises more than the {source.FramesRead / (double)source.SampleRate:0.00} s that were read."));
            return taken;
        }
    }
}
