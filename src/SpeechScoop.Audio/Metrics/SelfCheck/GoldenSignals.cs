namespace SpeechScoop.Audio.Metrics.SelfCheck;

/// <summary>
/// The application's own signals, on which every metric's value is known: made from formulas and seeds, at 16 kHz with 16 bits, so that they are the same
/// everywhere. tests/SpeechScoop.Audio.Tests/Metrics/Golden/make_golden_values.py makes them again to compute what metrics must give.
/// </summary>
public static class GoldenSignals
{
    private const int Rate = 16_000, Length = 51_200;
    private const string Text = "One two three four five";

    /// <summary>Names and what they stand for, for people.</summary>
    public static IReadOnlyDictionary<string, string> Descriptions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["voice"] = "3.2 s: twenty harmonics of a pitch between 120 and 160 Hz in syllables, silence at both ends, a little noise",
        ["voice-noisy"] = "the voice with white noise 13 dB below it, against the voice",
        ["voice-raised"] = "the voice with its pitch 5 % higher, against the voice",
        ["voice-late"] = "the voice 5 ms late at half the amplitude, against the voice",
        ["voice-overdriven"] = "the voice four times as loud, cut off at full scale",
        ["voice-offset"] = "the voice with 2 % of full scale added to each sample",
        ["voice-twice"] = "the voice two times, 0.7 s between",
        ["voice-cut"] = "the first two seconds of the voice, cut in the middle of a syllable",
        ["voice-dropout"] = "the voice without 0.2 s in its middle",
        ["voice-itself"] = "the voice against itself",
        ["steps"] = "a tone of 1 kHz, 10 s at −20 dBFS and 10 s at −30 dBFS",
    };

    /// <summary>What a metric gets of some signals; made anew at each call.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No signals of that name.</exception>
    public static MetricInput Of(string name) => name switch
    {
        "voice" => Alone(Voice()),
        "voice-noisy" => AgainstVoice(Noisy()),
        "voice-raised" => AgainstVoice(Voice(1.05)),
        "voice-late" => AgainstVoice([.. new float[80], .. Voice()[..^80].Select(x => x / 2)]),
        "voice-overdriven" => Alone([.. Voice().Select(x => Quantise(4.0 * x))]),
        "voice-offset" => Alone([.. Voice().Select(x => Quantise(x + 0.02))]),
        "voice-twice" => Alone([.. Voice(), .. Voice()]),
        "voice-cut" => Alone(Voice()[..32_000]),
        "voice-dropout" => Alone([.. Voice()[..32_000], .. new float[3_200], .. Voice()[35_200..]]),
        "voice-itself" => AgainstVoice(Voice()),
        "steps" => Alone(Steps()),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No golden signals have this name."),
    };

    private static MetricInput Alone(float[] samples) => new(new AudioClip(Rate, samples), Text: Text);

    private static MetricInput AgainstVoice(float[] samples) => new(new AudioClip(Rate, samples), new AudioClip(Rate, Voice()), Text);

    private static float[] Voice(double pitch = 1)
    {
        var random = new SeededRandom(1);
        var samples = new float[Length];
        for (var i = 0; i < samples.Length; i++)
        {
            var t = (double)i / Rate;
            var phase = 2 * Math.PI * pitch * ((140 * t) + (20 / (2 * Math.PI * 0.4) * (1 - Math.Cos(2 * Math.PI * 0.4 * t))));
            var sound = 0.0;
            for (var h = 1; h <= 20; h++) sound += Math.Sin(h * phase) / h;
            var ramp = Math.Clamp(Math.Min(t - 0.3, 2.8 - t) / 0.02, 0, 1);
            var envelope = ramp * (0.2 + (0.8 * Math.Pow(Math.Sin(2 * Math.PI * 1.6 * (t - 0.3)), 2)));
            samples[i] = Quantise((0.25 * envelope * sound) + (0.0005 * ((2 * random.NextDouble()) - 1)));
        }
        return samples;
    }

    private static float[] Noisy()
    {
        var random = new SeededRandom(2);
        return [.. Voice().Select(x => Quantise(x + (0.05 * ((2 * random.NextDouble()) - 1))))];
    }

    private static float[] Steps() =>
        [.. Enumerable.Range(0, 20 * Rate).Select(i => Quantise((i < 10 * Rate ? 0.1 : 0.1 / Math.Sqrt(10)) * Math.Sin(2 * Math.PI * 1000 * i / Rate)))];

    private static float Quantise(double sample) => (float)(Math.Clamp(Math.Floor((sample * 32_768) + 0.5), -32_768, 32_767) / 32_768);
}
