using System.Buffers.Binary;
using System.Text;

namespace SpeechScoop.Audio.Tests.Files;

/// <summary>Builds WAV files byte by byte, right and wrong ones.</summary>
internal static class WavFiles
{
    public static byte[] Chunk(string id, byte[] body, uint? declaredSize = null, bool pad = true)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, declaredSize ?? (uint)body.Length);
        return [.. Encoding.ASCII.GetBytes(id), .. size, .. body, .. pad && body.Length % 2 == 1 ? new byte[1] : []];
    }

    public static byte[] Format(int tag, int channels, int rate, int bits, int? frameBytes = null, byte[]? extension = null)
    {
        var body = new byte[16];
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)tag);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(2), (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(4), (uint)rate);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(12), (ushort)(frameBytes ?? channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(14), (ushort)bits);
        return Chunk("fmt ", [.. body, .. extension ?? []]);
    }

    /// <summary>The 24 extra bytes of WAVE_FORMAT_EXTENSIBLE.</summary>
    public static byte[] Extension(int tag, int validBits)
    {
        var guidTail = new byte[] { 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71 };
        return [22, 0, (byte)validBits, 0, 0, 0, 0, 0, (byte)tag, 0, .. guidTail];
    }

    public static byte[] Riff(params byte[][] chunks) => Riff("RIFF", null, chunks);

    public static byte[] Riff(string id, uint? size, params byte[][] chunks)
    {
        byte[] body = [.. "WAVE"u8, .. chunks.SelectMany(chunk => chunk)];
        return Chunk(id, body, size ?? (uint)body.Length, pad: false);
    }

    public static byte[] Shorts(params short[] samples)
    {
        var bytes = new byte[2 * samples.Length];
        for (var i = 0; i < samples.Length; i++) BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), samples[i]);
        return bytes;
    }
}
