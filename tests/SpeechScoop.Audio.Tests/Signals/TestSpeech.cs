namespace SpeechScoop.Audio.Tests.Signals;

/// <summary>Seeded signals.</summary>
internal static class TestSpeech
{
    /// <summary>Noise with a spectrum that falls by about 6 dB an octave from 500 Hz, in syllables of random length and level; peak 0.5.</summary>
    public static float[] Make(int seed, int length, int sampleRate)
    {
        var random = new SeededRandom(seed);
        var samples = new float[length];
        double low = 0, level = 0, wanted = 0;
        var pole = Math.Exp(-2 * Math.PI * 500 / sampleRate);
        for (int i = 0, until = 0; i < length; i++)
        {
            if (i >= until)
            {
                until = i + (int)(sampleRate * (0.05 + (0.2 * random.NextDouble())));
                wanted = random.NextDouble() < 0.25 ? 0.001 : 0.2 + random.NextDouble();
            }
            level += (wanted - level) * 100 / sampleRate;
            low = (pole * low) + ((1 - pole) * ((2 * random.NextDouble()) - 1));
            samples[i] = (float)(level * low);
        }
        var peak = samples.Max(Math.Abs);
        for (var i = 0; i < length; i++) samples[i] *= 0.5f / peak;
        return samples;
    }

    /// <summary>White noise in −0.5..0.5.</summary>
    public static float[] Noise(int seed, int length)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() - 0.5))];
    }
}
