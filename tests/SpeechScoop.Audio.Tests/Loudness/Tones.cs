using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Loudness;

/// <summary>The stereo 1 kHz tones of which the EBU's test signals consist.</summary>
internal static class Tones
{
    /// <summary>Stretches of a tone in both channels, one after the other, phase running on.</summary>
    /// <param name="sampleRate">In hertz.</param>
    /// <param name="stretches">Seconds and peak level in dBFS.</param>
    public static AudioClip Stereo(int sampleRate, params (double Seconds, double Db)[] stretches)
    {
        var samples = Mono(sampleRate, 1000, stretches);
        return new AudioClip(sampleRate, samples, samples);
    }

    /// <summary>One channel of the same.</summary>
    public static float[] Mono(int sampleRate, double hertz, params (double Seconds, double Db)[] stretches)
    {
        var samples = new List<float>();
        foreach (var (seconds, db) in stretches)
        {
            var end = samples.Count + (int)Math.Round(seconds * sampleRate);
            for (var i = samples.Count; i < end; i++) samples.Add((float)(Levels.FromDb(db) * Math.Sin(2 * Math.PI * hertz * i / sampleRate)));
        }
        return [.. samples];
    }
}
