using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Benchmarks.Load;

/// <summary>Recordings joined to one endless loop of 16 kHz 16-bit samples, as the browser's microphone sends them.</summary>
/// <param name="bytes">Little-endian samples.</param>
internal sealed class Speech(byte[] bytes)
{
    private const int Rate = 16_000;

    /// <summary>Reads the files.</summary>
    public static async Task<Result<Speech>> LoadAsync(IReadOnlyList<string> paths)
    {
        var samples = new List<float>();
        foreach (var path in paths)
        {
            if (!(await AudioDecoder.DecodeAsync(path)).TryGet(out var clip, out var error)) return error;
            samples.AddRange(Resample.ToMono(clip, Rate).Channel(0));
            samples.AddRange(new float[Rate / 2]);
        }
        var bytes = new byte[2 * samples.Count];
        for (var i = 0; i < samples.Count; i++)
            System.Buffers.Binary.BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), WavWriter.ToPcm16(samples[i]));
        return new Speech(bytes);
    }

    /// <summary>A frame of the loop.</summary>
    /// <param name="start">First sample, any non-negative number.</param>
    /// <param name="count">Samples.</param>
    public byte[] Frame(long start, int count)
    {
        var frame = new byte[2 * count];
        for (var i = 0; i < frame.Length; i++) frame[i] = bytes[((2 * start) + i) % bytes.Length];
        return frame;
    }
}
