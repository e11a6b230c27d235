using System.Buffers;
using System.Buffers.Binary;

namespace SpeechScoop.Audio.Files;

/// <summary>Writes WAV files with a 44-byte header (58 for float, whose format chunk has an extension field and a fact chunk).</summary>
public static class WavWriter
{
    /// <summary>The file as bytes.</summary>
    /// <param name="clip">Any rate, any channel count up to 65,535.</param>
    /// <param name="format">The sample format.</param>
    /// <exception cref="ArgumentException">The file would pass 2 GiB.</exception>
    public static byte[] ToBytes(AudioClip clip, WavFormat format = WavFormat.Pcm16)
    {
        var length = HeaderBytes(format) + DataBytes(clip, format);
        if (length > Array.MaxLength) throw new ArgumentException("The clip is too long for a byte array: write it to a stream.", nameof(clip));
        var file = new byte[length];
        using var stream = new MemoryStream(file);
        Write(stream, clip, format);
        return file;
    }

    /// <summary>Writes the file to a stream, forward only; the stream stays open.</summary>
    /// <exception cref="ArgumentException">The samples would pass the 4 GiB that a WAV file can hold.</exception>
    public static void Write(Stream stream, AudioClip clip, WavFormat format = WavFormat.Pcm16)
    {
        var dataBytes = DataBytes(clip, format);
        if (dataBytes > uint.MaxValue - HeaderBytes(format)) throw new ArgumentException("The clip is too long for a WAV file (4 GiB).", nameof(clip));
        Span<byte> header = stackalloc byte[HeaderBytes(format)];
        FillHeader(header, clip.SampleRate, clip.ChannelCount, clip.Length, format);
        stream.Write(header);

        var sampleBytes = SampleBytes(format);
        var frameBytes = sampleBytes * clip.ChannelCount;
        var blockFrames = Math.Max(1, 65_536 / frameBytes);
        var block = ArrayPool<byte>.Shared.Rent(blockFrames * frameBytes);
        for (var start = 0; start < clip.Length; start += blockFrames)
        {
            var frames = Math.Min(blockFrames, clip.Length - start);
            for (var c = 0; c < clip.ChannelCount; c++)
            {
                var samples = clip.Channel(c).Slice(start, frames);
                var target = block.AsSpan(c * sampleBytes);
                if (format == WavFormat.Pcm16)
                    for (var i = 0; i < frames; i++) BinaryPrimitives.WriteInt16LittleEndian(target[(i * frameBytes)..], ToPcm16(samples[i]));
                else
                    for (var i = 0; i < frames; i++) BinaryPrimitives.WriteSingleLittleEndian(target[(i * frameBytes)..], samples[i]);
            }
            stream.Write(block.AsSpan(0, frames * frameBytes));
        }
        ArrayPool<byte>.Shared.Return(block);
    }

    /// <summary>A 16-bit sample: rounded to nearest, clipped to −32,768..32,767; not-a-number becomes 0. No dither.</summary>
    public static short ToPcm16(float sample) => (short)Math.Clamp(MathF.Round(float.IsNaN(sample) ? 0 : sample * 32768f), -32768f, 32767f);

    /// <summary>Whether 16 bits hold every one of these samples exactly.</summary>
    public static bool FitsPcm16(ReadOnlySpan<float> samples)
    {
        foreach (var sample in samples)
            if (sample * 32768f is var scaled && (scaled != MathF.Round(scaled) || scaled is < -32768f or > 32767f)) return false;
        return true;
    }

    /// <summary>The header of a file of so many frames.</summary>
    /// <param name="header">Of <see cref="HeaderBytes"/> bytes, all 0.</param>
    internal static void FillHeader(Span<byte> header, int sampleRate, int channels, long frames, WavFormat format)
    {
        var sampleBytes = SampleBytes(format);
        var dataBytes = (uint)(frames * channels * sampleBytes);
        var isFloat = format == WavFormat.Float32;
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)(header.Length - 8) + dataBytes);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], isFloat ? 18u : 16u);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], (ushort)(isFloat ? 3 : 1));
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], (uint)sampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], (uint)((long)sampleRate * channels * sampleBytes));
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)(channels * sampleBytes));
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], (ushort)(8 * sampleBytes));
        var rest = header[36..];
        if (isFloat)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(rest, 0);
            "fact"u8.CopyTo(rest[2..]);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[6..], 4);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[10..], (uint)frames);
            rest = rest[14..];
        }
        "data"u8.CopyTo(rest);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], dataBytes);
    }

    internal static int HeaderBytes(WavFormat format) => format == WavFormat.Float32 ? 58 : 44;

    internal static int SampleBytes(WavFormat format) => format == WavFormat.Float32 ? 4 : 2;

    private static long DataBytes(AudioClip clip, WavFormat format) => (long)clip.Length * clip.ChannelCount * SampleBytes(format);
}
