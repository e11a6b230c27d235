namespace SpeechScoop.Benchmarks.Audio;

/// <summary>Test signals; their content does not change the time that linear processing takes.</summary>
internal static class Signals
{
    /// <summary>Seeded white noise of −20 dBFS.</summary>
    public static float[] Noise(int length)
    {
        var random = new SeededRandom(1);
        return [.. Enumerable.Range(0, length).Select(_ => (float)((random.NextDouble() - 0.5) * 0.35))];
    }
}
