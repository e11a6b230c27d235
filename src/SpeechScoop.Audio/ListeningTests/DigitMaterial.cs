using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>
/// What a digits-in-noise screen is mixed from: spoken digits at one level, and noise with their long-term spectrum at the same level.
/// </summary>
/// <param name="Digits">One channel each, without silence at their ends.</param>
/// <param name="Noise">One channel.</param>
public sealed record DigitMaterial(IReadOnlyDictionary<char, AudioClip> Digits, AudioClip Noise)
{
    /// <summary>RMS level of each digit, of the noise, and of every mixture while a digit sounds, in dBFS.</summary>
    public const double LevelDb = -26;

    private const double NoiseSeconds = 12, EdgeSeconds = 0.005, LeadSeconds = 0.5, GapSeconds = 0.15;
    private const double SilenceBelowPeakDb = -40;

    /// <summary>Trims and levels spoken digits and makes their noise.</summary>
    /// <param name="spoken">One channel each, all of one rate, none silent.</param>
    /// <param name="seed">Of the noise.</param>
    public static DigitMaterial Make(IReadOnlyDictionary<char, AudioClip> spoken, long seed)
    {
        var rate = spoken.Values.First().SampleRate;
        var digits = spoken.OrderBy(digit => digit.Key).ToDictionary(digit => digit.Key, digit => Levelled(Trimmed(digit.Value)));
        var noise = SpectrumNoise.Make([.. digits.Values.Select(digit => digit.Channel(0).ToArray())], (int)(NoiseSeconds * rate), seed);
        return new(digits, Levelled(new AudioClip(rate, noise)));
    }

    /// <summary>Digits one after the other in noise, which begins half a second before and ends half a second after them.</summary>
    /// <param name="triplet">Digits that the material has.</param>
    /// <param name="ratioDb">RMS of the digits against that of the noise. Their sum keeps its level.</param>
    /// <param name="seed">Chooses the piece of noise.</param>
    public AudioClip Mix(string triplet, double ratioDb, long seed)
    {
        var rate = Noise.SampleRate;
        var (lead, gap) = ((int)(LeadSeconds * rate), (int)(GapSeconds * rate));
        var spoken = triplet.Select(digit => Digits[digit]).ToArray();
        var mixed = new float[(2 * lead) + spoken.Sum(digit => digit.Length) + (gap * (spoken.Length - 1))];
        var share = Math.Pow(10, ratioDb / 10);
        var (speech, noise) = ((float)Math.Sqrt(share / (1 + share)), (float)Math.Sqrt(1 / (1 + share)));
        var from = new SeededRandom(seed).Next(Math.Max(1, Noise.Length - mixed.Length));
        for (var i = 0; i < mixed.Length; i++) mixed[i] = noise * Noise.Channel(0)[(from + i) % Noise.Length];
        var at = lead;
        foreach (var digit in spoken)
        {
            for (var i = 0; i < digit.Length; i++) mixed[at + i] += speech * digit.Channel(0)[i];
            at += digit.Length + gap;
        }
        Fade(mixed, (int)(10 * EdgeSeconds * rate));
        return new AudioClip(rate, mixed);
    }

    /// <summary>Without what is 40 dB below the peak at either end, faded over 5 ms.</summary>
    private static AudioClip Trimmed(AudioClip clip)
    {
        var samples = clip.ToMono().Channel(0);
        var floor = Levels.Peak(samples) * Levels.FromDb(SilenceBelowPeakDb);
        var (first, last) = (0, samples.Length - 1);
        while (first < last && Math.Abs(samples[first]) < floor) first++;
        while (last > first && Math.Abs(samples[last]) < floor) last--;
        var kept = samples[first..(last + 1)].ToArray();
        Fade(kept, (int)(EdgeSeconds * clip.SampleRate));
        return new AudioClip(clip.SampleRate, kept);
    }

    private static AudioClip Levelled(AudioClip clip) => Mixing.Gain(clip, LevelDb - Levels.RmsDb(clip.Channel(0)));

    private static void Fade(float[] samples, int length)
    {
        for (var i = 0; i < Math.Min(length, samples.Length / 2); i++)
        {
            var factor = (float)(0.5 * (1 - Math.Cos(Math.PI * (i + 0.5) / length)));
            samples[i] *= factor;
            samples[^(i + 1)] *= factor;
        }
    }
}
