using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SpeechScoop.Audio.Files;

/// <summary>How a sample lies in a WAV file: integer or float, in a container of 1 to 8 bytes, little-endian.</summary>
/// <param name="IsFloat">IEEE float rather than integer.</param>
/// <param name="Bytes">Container size. Integers with fewer valid bits are left-justified in it, so the container decides.</param>
internal readonly record struct WavEncoding(bool IsFloat, int Bytes)
{
    /// <summary>Whether this reader knows the format.</summary>
    public bool IsKnown => IsFloat ? Bytes is 4 or 8 : Bytes is >= 1 and <= 4;

    /// <summary>Converts samples to floats; full scale of the integer formats becomes −1.</summary>
    /// <param name="raw">Whole samples.</param>
    /// <param name="samples">At least as many floats.</param>
    public void Decode(ReadOnlySpan<byte> raw, Span<float> samples)
    {
        var count = raw.Length / Bytes;
        switch (IsFloat, Bytes)
        {
            case (true, 4) when BitConverter.IsLittleEndian:
                raw.CopyTo(MemoryMarshal.AsBytes(samples));
                break;
            case (true, 4):
                for (var i = 0; i < count; i++) samples[i] = BinaryPrimitives.ReadSingleLittleEndian(raw[(4 * i)..]);
                break;
            case (true, 8):
                for (var i = 0; i < count; i++) samples[i] = (float)BinaryPrimitives.ReadDoubleLittleEndian(raw[(8 * i)..]);
                break;
            case (false, 1):
                for (var i = 0; i < count; i++) samples[i] = (raw[i] - 128) * (1f / 128);
                break;
            case (false, 2):
                Decode16(raw, samples, count);
                break;
            case (false, 3):
                for (var i = 0; i < count; i++)
                    samples[i] = ((raw[3 * i] << 8) | (raw[(3 * i) + 1] << 16) | (raw[(3 * i) + 2] << 24)) * (1f / 2147483648f);
                break;
            default:
                for (var i = 0; i < count; i++) samples[i] = BinaryPrimitives.ReadInt32LittleEndian(raw[(4 * i)..]) * (1f / 2147483648f);
                break;
        }
    }

    private static void Decode16(ReadOnlySpan<byte> raw, Span<float> samples, int count)
    {
        var i = 0;
        if (BitConverter.IsLittleEndian)
        {
            var shorts = MemoryMarshal.Cast<byte, short>(raw);
            var scale = new Vector<float>(1f / 32768);
            for (; i <= count - Vector<short>.Count; i += Vector<short>.Count)
            {
                Vector.Widen(new Vector<short>(shorts[i..]), out var low, out var high);
                (Vector.ConvertToSingle(low) * scale).CopyTo(samples[i..]);
                (Vector.ConvertToSingle(high) * scale).CopyTo(samples[(i + Vector<int>.Count)..]);
            }
        }
        for (; i < count; i++) samples[i] = BinaryPrimitives.ReadInt16LittleEndian(raw[(2 * i)..]) * (1f / 32768);
    }
}
