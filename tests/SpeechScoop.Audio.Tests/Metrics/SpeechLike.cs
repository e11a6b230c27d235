namespace SpeechScoop.Audio.Tests.Metrics;

/// <summary>Sounds that metrics of speech can judge: voiced syllables with pauses, made from a seed.</summary>
internal static class SpeechLike
{
    /// <summary>Two seconds at 16 kHz: harmonics of a gliding pitch under syllables, with a little breath.</summary>
    public static AudioClip Clip(int seed, int sampleRate = 16_000, double seconds = 2)
    {
        var random = new SeededRandom(seed);
        var samples = new float[(int)(seconds * sampleRate)];
        var phase = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            var t = (double)i / sampleRate;
            var pitch = 120 + (30 * Math.Sin(2 * Math.PI * 0.7 * t));
            phase += 2 * Math.PI * pitch / sampleRate;
            var voice = 0.0;
            for (var h = 1; h * pitch < Math.Min(6_000, sampleRate / 2.2); h++) voice += Math.Sin(h * phase) / h;
            var syllable = Math.Max(0, Math.Sin(2 * Math.PI * 3.3 * t));
            samples[i] = (float)((0.2 * syllable * syllable * voice) + (0.002 * (random.NextDouble() - 0.5)));
        }
        return new AudioClip(sampleRate, samples);
    }

    /// <summary>With uniform noise of a peak amplitude.</summary>
    public static AudioClip WithNoise(AudioClip clip, float gain, int seed)
    {
        var random = new SeededRandom(seed);
        return new AudioClip(clip.SampleRate, [.. clip.Channel(0).ToArray().Select(x => x + (gain * (float)((2 * random.NextDouble()) - 1)))]);
    }
}
