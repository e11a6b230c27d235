using System.Buffers.Binary;

namespace SpeechScoop.Audio.Files;

/// <summary>What a WAV file says before its samples begin.</summary>
/// <param name="SampleRate">In hertz, as written (not yet checked).</param>
/// <param name="ChannelCount">As written (not yet checked).</param>
/// <param name="Encoding">A format that <see cref="WavEncoding"/> decodes.</param>
/// <param name="DataBytes">Declared size of the samples; null where the file was streamed and its size never filled in.</param>
internal sealed record WavHeader(int SampleRate, int ChannelCount, WavEncoding Encoding, long? DataBytes)
{
    private const ushort Pcm = 1, Float = 3, Extensible = 0xFFFE;
    private const uint SizeUnknown = 0xFFFFFFFF;
    private const int LargestFormatChunk = 4096;

    /// <summary>Bytes of one frame.</summary>
    public int FrameBytes => ChannelCount * Encoding.Bytes;

    /// <summary>Reads up to the first byte of the samples.</summary>
    /// <remarks>RIFF and RF64; any chunks in any order as long as <c>fmt </c> stands before <c>data</c>; missing pad bytes are forgiven.</remarks>
    public static Result<WavHeader> Read(Stream stream, string name)
    {
        Span<byte> start = stackalloc byte[12];
        var got = stream.ReadAtLeast(start, 12, throwOnEndOfStream: false);
        if (got == 0) return new Error.Invalid("audio-empty", $"{name} is empty (0 bytes). Record or export it again.");
        if (got < 12 || !(start[..4].SequenceEqual("RIFF"u8) || start[..4].SequenceEqual("RF64"u8)) || !start[8..].SequenceEqual("WAVE"u8))
            return new Error.Invalid("wav-not-wav", $"{name} is not a WAV file: it does not begin with a RIFF/WAVE header. Export it as WAV, FLAC, MP3 or Ogg.");

        var riffSize = BinaryPrimitives.ReadUInt32LittleEndian(start[4..]);
        long position = 12;
        long? longDataSize = null;
        (int Rate, int Channels, WavEncoding Encoding)? format = null;
        Span<byte> chunk = stackalloc byte[9];
        var padPossible = false;
        while (true)
        {
            got = stream.ReadAtLeast(chunk[..8], 8, throwOnEndOfStream: false);
            if (got == 8 && padPossible && chunk[0] == 0)
            {
                got = 7 + stream.ReadAtLeast(chunk[8..], 1, throwOnEndOfStream: false);
                chunk[1..].CopyTo(chunk);
                position++;
            }
            if (got < 8)
            {
                var missing = format is null ? "format (fmt) chunk" : "samples (data chunk)";
                return new Error.Invalid("wav-incomplete", $"{name} ends before its {missing}: the file is cut off or corrupt. Copy or export it again.");
            }
            position += 8;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk[..4].SequenceEqual("data"u8))
            {
                if (format is not { } f)
                    return new Error.Invalid("wav-no-format", $"{name} has no format (fmt) chunk before its samples: the header is corrupt. Export it again.");
                return new WavHeader(f.Rate, f.Channels, f.Encoding, DataSize(size, riffSize, position, longDataSize));
            }
            if (chunk[..4].SequenceEqual("fmt "u8))
            {
                var parsed = ReadFormat(stream, name, size);
                if (!parsed.TryGet(out var found, out var error)) return error;
                format = found;
            }
            else if (chunk[..4].SequenceEqual("ds64"u8) && size is >= 24 and <= LargestFormatChunk)
            {
                longDataSize = ReadLongDataSize(stream);
                Skip(stream, size - 24L);
            }
            else
            {
                Skip(stream, size);
            }
            position += size;
            padPossible = (size & 1) == 1;
        }
    }

    private static long? ReadLongDataSize(Stream stream)
    {
        Span<byte> sizes = stackalloc byte[24];
        if (stream.ReadAtLeast(sizes, 24, throwOnEndOfStream: false) < 24) return null;
        return BinaryPrimitives.ReadInt64LittleEndian(sizes[8..]) is var size and > 0 ? size : null;
    }

    private static long? DataSize(uint size, uint riffSize, long position, long? longDataSize)
    {
        if (size == SizeUnknown) return longDataSize;
        // Recorders write 0 first and the true size at the end; if they died, the RIFF size was not filled in either.
        if (size == 0 && riffSize + 8L <= position) return null;
        return size;
    }

    private static Result<(int Rate, int Channels, WavEncoding Encoding)> ReadFormat(Stream stream, string name, uint size)
    {
        if (size is < 16 or > LargestFormatChunk)
            return new Error.Invalid("wav-format", FormattableString.Invariant($"{name} has a format (fmt) chunk of {size} bytes, where 16 to 40 are usual: the header is corrupt. Export it again."));
        var bytes = new byte[size];
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            return new Error.Invalid("wav-incomplete", $"{name} ends inside its format (fmt) chunk: the file is cut off. Copy or export it again.");

        var span = bytes.AsSpan();
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(span);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(span[2..]);
        var rate = (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(span[4..]));
        var frameBytes = BinaryPrimitives.ReadUInt16LittleEndian(span[12..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(span[14..]);
        if (tag == Extensible && size >= 26) tag = BinaryPrimitives.ReadUInt16LittleEndian(span[24..]);
        if (channels == 0)
            return new Error.Invalid("audio-channels", $"{name} declares 0 channels: the header is corrupt. Export it again.");

        var container = frameBytes > 0 && frameBytes % channels == 0 && frameBytes / channels * 8 >= bits
            ? frameBytes / channels
            : (bits + 7) / 8;
        var encoding = new WavEncoding(tag == Float, container);
        return tag is Pcm or Float && encoding.IsKnown
            ? (rate, (int)channels, encoding)
            : new Error.Invalid("wav-encoding", FormattableString.Invariant(
                $"{name} is a WAV file with format tag {tag} and {bits} bits a sample, which is not PCM of 8 to 32 bits or float. Export it as 16-bit PCM."));
    }

    private static void Skip(Stream stream, long count)
    {
        if (count <= 0) return;
        if (stream.CanSeek)
        {
            stream.Seek(Math.Min(count, Math.Max(0, stream.Length - stream.Position)), SeekOrigin.Current);
            return;
        }
        Span<byte> waste = stackalloc byte[4096];
        while (count > 0)
        {
            var read = stream.Read(waste[..(int)Math.Min(count, waste.Length)]);
            if (read == 0) return;
            count -= read;
        }
    }
}
