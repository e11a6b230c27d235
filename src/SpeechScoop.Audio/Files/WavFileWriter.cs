using System.Buffers;
using System.Buffers.Binary;

namespace SpeechScoop.Audio.Files;

/// <summary>
/// Writes a WAV file piece by piece, however long it becomes; what it is to hold need not be in memory, nor its length be known. The bytes are those that
/// <see cref="WavWriter"/> writes. Not thread-safe.
/// </summary>
/// <param name="stream">Seekable and empty; stays open.</param>
/// <param name="sampleRate">In hertz.</param>
/// <param name="channels">1..65,535.</param>
/// <param name="format">The sample format.</param>
public sealed class WavFileWriter(Stream stream, int sampleRate, int channels, WavFormat format = WavFormat.Pcm16)
{
    private const int BlockBytes = 65_536;

    private readonly int sampleBytes = WavWriter.SampleBytes(format);

    /// <summary>Frames (one sample of each channel) that were written.</summary>
    public long Frames { get; private set; }

    /// <summary>Appends whole frames.</summary>
    /// <param name="interleaved">Samples frame by frame, nominally −1..1.</param>
    /// <exception cref="InvalidOperationException">The file would pass the 4 GiB that a WAV file can hold.</exception>
    public void Write(ReadOnlySpan<float> interleaved)
    {
        if (Frames == 0) stream.SetLength(stream.Position = WavWriter.HeaderBytes(format));
        Frames += interleaved.Length / channels;
        if (Frames * channels * sampleBytes > uint.MaxValue - WavWriter.HeaderBytes(format)) throw new InvalidOperationException("The samples are too many for a WAV file (4 GiB).");
        var block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        for (var rest = interleaved; !rest.IsEmpty;)
        {
            var count = Math.Min(rest.Length, BlockBytes / sampleBytes);
            if (format == WavFormat.Pcm16)
                for (var i = 0; i < count; i++) BinaryPrimitives.WriteInt16LittleEndian(block.AsSpan(2 * i), WavWriter.ToPcm16(rest[i]));
            else
                for (var i = 0; i < count; i++) BinaryPrimitives.WriteSingleLittleEndian(block.AsSpan(4 * i), rest[i]);
            stream.Write(block, 0, count * sampleBytes);
            rest = rest[count..];
        }
        ArrayPool<byte>.Shared.Return(block);
    }

    /// <summary>Writes the header, which tells the length; nothing may follow.</summary>
    public void Complete()
    {
        Span<byte> header = stackalloc byte[WavWriter.HeaderBytes(format)];
        WavWriter.FillHeader(header, sampleRate, channels, Frames, format);
        stream.Position = 0;
        stream.Write(header);
        stream.Flush();
        stream.Position = stream.Length;
    }
}
