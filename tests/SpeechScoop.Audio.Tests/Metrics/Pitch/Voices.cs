namespace SpeechScoop.Audio.Tests.Metrics.Pitch;

/// <summary>Voice-like signals whose pitch is known.</summary>
internal static class Voices
{
    /// <summary>Harmonics that fall by 6 dB an octave up to 4 kHz; peak about 0.3.</summary>
    /// <param name="seconds">Length.</param>
    /// <param name="hertz">Pitch at a time; 0 is silence.</param>
    /// <param name="sampleRate">In hertz.</param>
    /// <param name="noise">Amplitude of white noise added.</param>
    public static AudioClip Sing(double seconds, Func<double, double> hertz, int sampleRate = 16_000, double noise = 0)
    {
        var random = new SeededRandom(3);
        var samples = new float[(int)(seconds * sampleRate)];
        var phase = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            var pitch = hertz((double)i / sampleRate);
            phase += 2 * Math.PI * pitch / sampleRate;
            var sum = 0.0;
            if (pitch > 0)
                for (var k = 1; k * pitch < Math.Min(4_000, sampleRate / 2.0); k++) sum += Math.Sin(k * phase) / k;
            samples[i] = (float)((0.2 * sum) + (noise * ((2 * random.NextDouble()) - 1)));
        }
        return new(sampleRate, samples);
    }

    /// <summary>A melody of speech around a pitch: 20 % up and down twice a second.</summary>
    public static double Melody(double time, double around) => around * (1 + (0.2 * Math.Sin(4 * Math.PI * time)));

    /// <summary>Every sample times a factor.</summary>
    public static AudioClip Times(AudioClip clip, float factor) => new(clip.SampleRate, [.. clip.Channel(0).ToArray().Select(x => x * factor)]);
}
