using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.ListeningTests;

public class DigitMaterialTests
{
    private const int Rate = 16_000;

    /// <summary>Two "digits": tones of 500 and 2,000 Hz of different lengths and levels, with silence around them.</summary>
    private static DigitMaterial Material(long seed = 1) => DigitMaterial.Make(new Dictionary<char, AudioClip> { ['1'] = Tone(500, 0.3, 0.8), ['2'] = Tone(2_000, 0.5, 0.1), ['3'] = Tone(500, 0.4, 0.2) }, seed);

    private static AudioClip Tone(double hertz, double seconds, double amplitude)
    {
        var samples = new float[(int)((seconds + 0.4) * Rate)];
        for (var i = 0; i < (int)(seconds * Rate); i++) samples[i + (Rate / 5)] = (float)(amplitude * Math.Sin(2 * Math.PI * hertz * i / Rate));
        return new AudioClip(Rate, samples);
    }

    [Fact]
    public void Digits_lose_the_silence_around_them_and_have_one_level_as_the_noise_has()
    {
        var material = Material();
        foreach (var (digit, seconds) in ((char, double)[])[('1', 0.3), ('2', 0.5), ('3', 0.4)])
        {
            Assert.Equal(seconds, material.Digits[digit].Duration.TotalSeconds, 0.002);
            Assert.Equal(DigitMaterial.LevelDb, Levels.RmsDb(material.Digits[digit].Channel(0)), 0.01);
        }
        Assert.Equal(DigitMaterial.LevelDb, Levels.RmsDb(material.Noise.Channel(0)), 0.01);
    }

    [Fact]
    public void The_noise_has_its_power_where_the_digits_have_theirs()
    {
        var noise = Material().Noise.Channel(0);
        var (low, middle, high) = (Power(noise, 500), Power(noise, 1_000), Power(noise, 2_000));
        Assert.True(low > 100 * middle && high > 100 * middle, $"{low} {middle} {high}");
        // 0.7 s of the low tone, 0.5 s of the high one, each at one level.
        Assert.InRange(low / high, 0.7, 2.5);
    }

    [Fact]
    public void A_mixture_has_the_asked_ratio_and_keeps_its_level()
    {
        var material = Material();
        foreach (var ratio in new[] { -20.0, -6, 0, 6, 12 })
        {
            var with = material.Mix("213", ratio, seed: 4).Channel(0).ToArray();
            var before = Levels.RmsDb(with.AsSpan((int)(0.1 * Rate), (int)(0.35 * Rate)));
            Assert.Equal(DigitMaterial.LevelDb - (10 * Math.Log10(1 + Math.Pow(10, ratio / 10))), before, 1.0);
            // While the first digit (0.5 s) sounds.
            Assert.Equal(DigitMaterial.LevelDb, Levels.RmsDb(with.AsSpan((int)(0.5 * Rate), (int)(0.5 * Rate))), 1.0);
        }
        Assert.Equal(0.5 + 0.5 + 0.15 + 0.3 + 0.15 + 0.4 + 0.5, material.Mix("213", 0, 4).Duration.TotalSeconds, 0.01);
    }

    [Fact]
    public void Noise_follows_its_seed_and_pieces_of_it_theirs()
    {
        Assert.Equal(Material().Noise.Channel(0).ToArray(), Material().Noise.Channel(0).ToArray());
        Assert.NotEqual(Material().Noise.Channel(0)[100], Material(2).Noise.Channel(0)[100]);
        Assert.NotEqual(Material().Mix("1", 0, 1).Channel(0)[500], Material().Mix("1", 0, 2).Channel(0)[500]);
    }

    private static double Power(ReadOnlySpan<float> samples, double hertz)
    {
        // Over pieces of 20 ms, so that it is that of a band.
        var (sum, size) = (0.0, Rate / 50);
        for (var start = 0; start + size <= samples.Length; start += size)
        {
            var (re, im) = (0.0, 0.0);
            for (var i = 0; i < size; i++)
            {
                var window = 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / size));
                re += window * samples[start + i] * Math.Cos(2 * Math.PI * hertz * i / Rate);
                im += window * samples[start + i] * Math.Sin(2 * Math.PI * hertz * i / Rate);
            }
            sum += (re * re) + (im * im);
        }
        return sum;
    }
}
