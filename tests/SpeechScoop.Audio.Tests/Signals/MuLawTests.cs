using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Signals;

public sealed class MuLawTests
{
    [Fact]
    public void Silence_stays_silence_and_full_scale_stays_full_scale()
    {
        for (var bits = MuLaw.FewestBits; bits <= MuLaw.MostBits; bits++)
            Assert.Equal([0, 1, -1, 1, -1], MuLaw.RoundTrip([0, 1, -1, 1.5f, -2], bits));
    }

    [Fact]
    public void There_are_as_many_levels_as_bits_allow_with_both_zeros_as_one()
    {
        var ramp = Enumerable.Range(-100_000, 200_001).Select(i => i / 100_000f).ToArray();
        for (var bits = MuLaw.FewestBits; bits <= MuLaw.MostBits; bits++)
            Assert.Equal((1 << bits) - 1, MuLaw.RoundTrip(ramp, bits).Distinct().Count());
    }

    [Fact]
    public void Eight_bits_keep_38_dB_of_signal_to_noise_over_a_wide_range_of_levels_and_each_bit_less_costs_about_6()
    {
        var last = double.PositiveInfinity;
        foreach (var bits in new[] { 8, 7, 6, 5, 4 })
        {
            var ratio = Ratio(0.5, bits);
            Assert.True(ratio < last);
            last = ratio;
        }
        Assert.InRange(Ratio(0.5, 8), 36, 40);
        Assert.InRange(Ratio(0.05, 8), 33, 40);
        Assert.InRange(Ratio(0.5, 8) - Ratio(0.5, 7), 4, 7);
    }

    [Fact]
    public void The_level_nearest_on_the_companded_scale_is_taken()
    {
        // At 8 bits: 127 × ln(1 + 255 × 0.01) / ln 256 = 29.017, so step 29, which is (256^(29/127) − 1) / 255 = 0.00998990.
        Assert.Equal(0.0099898969, MuLaw.RoundTrip([0.01f], 8)[0], 1e-8);
        Assert.Throws<ArgumentOutOfRangeException>(() => MuLaw.RoundTrip([0], 9));
    }

    private static double Ratio(double amplitude, int bits)
    {
        var tone = Enumerable.Range(0, 16_000).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * 0.01237 * i))).ToArray();
        var coded = MuLaw.RoundTrip(tone, bits);
        return 10 * Math.Log10(tone.Sum(x => (double)x * x) / tone.Zip(coded, (x, y) => Math.Pow(x - (double)y, 2)).Sum());
    }
}
