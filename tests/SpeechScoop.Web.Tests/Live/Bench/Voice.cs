using System.Buffers.Binary;

namespace SpeechScoop.Web.Tests.Live.Bench;

/// <summary>Audio that <see cref="BurstRecognizer"/> understands, as frames of the live hub.</summary>
internal static class Voice
{
    public const int FrameBytes = 640;

    /// <summary>So many words: bursts of 200 ms with 150 ms of quiet after each, the last one cut off by the end.</summary>
    public static byte[] Saying(int words)
    {
        var samples = new List<short>();
        for (var word = 0; word < words; word++)
        {
            for (var i = 0; i < 3200; i++) samples.Add((short)(i % 8 < 4 ? 12_000 : -12_000));
            if (word < words - 1) samples.AddRange(new short[2400]);
        }
        var bytes = new byte[samples.Count * 2];
        for (var i = 0; i < samples.Count; i++) BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), samples[i]);
        return bytes;
    }

    public static byte[] Silence(double seconds) => new byte[(int)(seconds * 16_000) * 2];

    public static IEnumerable<byte[]> Frames(byte[] audio, long fromSample = 0) => audio[(int)(2 * fromSample)..].Chunk(FrameBytes);

    /// <summary>Frames as the client's upload stream.</summary>
    public static async IAsyncEnumerable<byte[]> Stream(IEnumerable<byte[]> frames)
    {
        foreach (var frame in frames)
        {
            yield return frame;
            await Task.Yield();
        }
    }

    /// <summary>Frames, and then nothing more: the stream stays open until its connection, or <paramref name="end"/>, ends.</summary>
    public static async IAsyncEnumerable<byte[]> OpenStream(IEnumerable<byte[]> frames, TaskCompletionSource sent, Task? end = null)
    {
        foreach (var frame in frames) yield return frame;
        sent.TrySetResult();
        await (end ?? Task.Delay(Timeout.Infinite));
    }

    /// <summary>Frames, and more of them only once <paramref name="between"/> is done.</summary>
    public static async IAsyncEnumerable<byte[]> BrokenStream(IEnumerable<byte[]> first, Task between, IEnumerable<byte[]> second)
    {
        foreach (var frame in first) yield return frame;
        await between;
        foreach (var frame in second) yield return frame;
    }
}
