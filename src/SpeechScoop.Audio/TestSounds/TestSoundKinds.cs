using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.TestSounds;

/// <summary>The kinds of sound and how each is drawn. Changing one changes <see cref="TestSoundSet.Version"/>.</summary>
internal static class TestSoundKinds
{
    public static IReadOnlyList<TestSoundKind> All { get; } =
    [
        new("bird-chirps", "Chirps, bird-like", SoundDomain.Animal, 16_000, BirdChirps),
        new("dolphin-whistles", "Whistles, dolphin-like", SoundDomain.Animal, 44_100, DolphinWhistles),
        new("dolphin-clicks", "Click train around 60 kHz, dolphin-like", SoundDomain.Animal, 176_400, DolphinClicks),
        new("click-train", "Click train around 4 kHz", SoundDomain.Animal, 16_000, ClickTrain),
        new("tones", "Steady tones", SoundDomain.Environment, 16_000, Tones),
        new("sweep", "Sweep over all octaves", SoundDomain.Environment, 8_000, Sweep),
        new("noise-bursts", "Noise bursts", SoundDomain.Environment, 8_000, NoiseBursts),
        new("impulses", "Impulses and knocks", SoundDomain.Environment, 8_000, Impulses),
        new("plucked-chords", "Plucked chords, guitar-like", SoundDomain.Music, 16_000, PluckedChords),
        new("sung-vowels", "Sung vowels", SoundDomain.Singing, 16_000, SungVowels),
    ];

    private static void BirdChirps(SoundCanvas canvas, SeededRandom random)
    {
        for (var time = 0.1; time < 2.8; time += Between(random, 0.08, 0.35))
        {
            var (from, to) = (Between(random, 2_000, 4_000), Between(random, 4_000, 6_800));
            if (random.Next(2) == 0) (from, to) = (to, from);
            canvas.Tone(time, Between(random, 0.03, 0.12), part => Geometric(from, to, part), Bell, harmonics: 2);
        }
    }

    private static void DolphinWhistles(SoundCanvas canvas, SeededRandom random)
    {
        for (var time = 0.1; time < 2.2; time += Between(random, 0.9, 1.4))
        {
            var (base_, depth, waves, rise) = (Between(random, 6_000, 9_000), Between(random, 1_500, 4_000), Between(random, 1, 3), Between(random, 0, 4_000));
            canvas.Tone(time, Between(random, 0.5, 0.9), part => base_ + (rise * part) + (depth * Math.Sin(2 * Math.PI * waves * part)), Bell, harmonics: 4,
                harmonic: hertz => hertz < 15_000 ? 1 : 0.15);
        }
    }

    private static void DolphinClicks(SoundCanvas canvas, SeededRandom random)
    {
        // A bat's or dolphin's approach: clicks come faster and faster.
        var hertz = Between(random, 50_000, 65_000);
        for (var (time, gap) = (0.1, 0.08); time < 2.9; time += gap, gap = Math.Max(0.003, gap * 0.97)) canvas.Click(time, hertz, 8_000, 1);
    }

    private static void ClickTrain(SoundCanvas canvas, SeededRandom random)
    {
        var (hertz, rate) = (Between(random, 3_500, 5_000), Between(random, 5, 60));
        for (var time = 0.1; time < 2.9; time += Between(random, 0.9, 1.1) / rate) canvas.Click(time, hertz, 1_500, Between(random, 0.6, 1));
    }

    private static void Tones(SoundCanvas canvas, SeededRandom random)
    {
        for (var time = 0.1; time < 2.6; time += 0.4)
        {
            var hertz = Geometric(150, 6_500, random.NextDouble());
            canvas.Tone(time, 0.3, _ => hertz, Flat);
        }
    }

    private static void Sweep(SoundCanvas canvas, SeededRandom random)
    {
        var (low, high) = (Between(random, 30, 60), Between(random, 75_000, 90_000));
        if (random.Next(2) == 0) (low, high) = (high, low);
        canvas.Tone(0, SoundCanvas.Seconds, part => Geometric(low, high, part), _ => 1);
    }

    private static void NoiseBursts(SoundCanvas canvas, SeededRandom random)
    {
        for (var time = 0.1; time < 2.7; time += Between(random, 0.25, 0.6))
        {
            var (low, decay, strength) = (Geometric(50, 2_000, random.NextDouble()), Geometric(0.01, 0.3, random.NextDouble()), Between(random, 0.5, 1));
            canvas.Noise(time, 0.5, low, Geometric(4_000, 90_000, random.NextDouble()), seconds => strength * Math.Exp(-seconds / decay), random);
        }
    }

    private static void Impulses(SoundCanvas canvas, SeededRandom random)
    {
        for (var time = 0.1; time < 2.8; time += Between(random, 0.15, 0.5))
        {
            canvas.Click(time, 0, 30_000, Between(random, 0.4, 1));
            if (random.Next(2) == 0) continue;
            var first = Between(random, 150, 600);
            canvas.Knock(time, Enumerable.Range(1, 5).Select(mode => (first * mode * Between(random, 0.9, 1.3), 0.06 / mode, 0.5 / mode)).ToArray());
        }
    }

    private static void PluckedChords(SoundCanvas canvas, SeededRandom random)
    {
        int[][] chords = [[0, 4, 7, 12], [0, 3, 7, 12], [0, 5, 9, 14], [0, 4, 7, 11]];
        for (var chord = 0; chord < 4; chord++)
        {
            var (root, place) = (98 * Math.Pow(2, random.Next(12) / 12.0), Between(random, 0.12, 0.35));
            var time = 0.05 + (0.7 * chord);
            foreach (var step in chords[random.Next(chords.Length)])
            {
                canvas.Pluck(time, root * Math.Pow(2, step / 12.0), Between(random, 0.6, 1), place);
                time += 0.025;
            }
        }
    }

    private static void SungVowels(SoundCanvas canvas, SeededRandom random)
    {
        // Formants of five vowels (Peterson and Barney 1952, men), in hertz.
        double[][] vowels = [[730, 1090, 2440], [530, 1840, 2480], [270, 2290, 3010], [570, 840, 2410], [300, 870, 2240]];
        int[] scale = [0, 2, 4, 5, 7, 9, 11, 12];
        for (var note = 0; note < 4; note++)
        {
            var (formants, hertz) = (vowels[random.Next(vowels.Length)], 180 * Math.Pow(2, scale[random.Next(scale.Length)] / 12.0));
            canvas.Tone(0.05 + (0.72 * note), 0.7, part => hertz * (1 + (0.012 * Math.Sin(2 * Math.PI * 5.5 * 0.7 * part))), Flat, harmonics: 60, harmonic: at => Voice(at, formants));
        }
    }

    /// <summary>Strength of a harmonic of a voice: the source falls by 12 dB an octave above 300 Hz, formants lift it.</summary>
    private static double Voice(double hertz, double[] formants)
    {
        var level = 1 / (1 + Math.Pow(hertz / 300, 2));
        foreach (var formant in formants)
        {
            var width = 60 + (formant / 20);
            level *= 1 + (12 / (1 + Math.Pow((hertz - formant) / width, 2)));
        }
        return level;
    }

    private static double Between(SeededRandom random, double low, double high) => low + ((high - low) * random.NextDouble());

    private static double Geometric(double low, double high, double part) => low * Math.Pow(high / low, part);

    private static double Bell(double part) => Math.Sin(Math.PI * part) is var sine ? sine * sine : 0;

    private static double Flat(double part) => Math.Min(1, Math.Min(part, 1 - part) / 0.08) is var edge ? 0.5 * (1 - Math.Cos(Math.PI * edge)) : 0;
}
