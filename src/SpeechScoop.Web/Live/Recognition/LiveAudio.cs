using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>Audio as it comes over the hub: 16 kHz, one channel, 16-bit little-endian.</summary>
internal static class LiveAudio
{
    /// <summary>In hertz.</summary>
    public const int SampleRate = 16_000;

    public const int BytesPerSample = 2;

    /// <summary>Converts to −1..1.</summary>
    /// <param name="target">As many samples as <paramref name="bytes"/> hold.</param>
    public static void ToFloat(ReadOnlySpan<byte> bytes, Span<float> target)
    {
        if (BitConverter.IsLittleEndian)
        {
            var samples = MemoryMarshal.Cast<byte, short>(bytes);
            for (var i = 0; i < samples.Length; i++) target[i] = samples[i] / 32768f;
        }
        else
        {
            for (var i = 0; i < target.Length; i++) target[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]) / 32768f;
        }
    }
}
