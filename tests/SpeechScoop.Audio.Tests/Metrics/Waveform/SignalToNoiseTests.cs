using SpeechScoop.Audio.Metrics.Waveform;

namespace SpeechScoop.Audio.Tests.Metrics.Waveform;

public sealed class SignalToNoiseTests
{
    private const float Infinite = 180;

    [Fact]
    public void The_examples_of_torchmetrics_come_out()
    {
        float[] target = [3, -0.5f, 2, 7], estimate = [2.5f, 0, 2, 8];
        Assert.Equal(18.40299157132488, SignalToNoise.SiSdr(target, estimate, zeroMean: false), 1e-9);
        Assert.Equal(15.091756165757422, SignalToNoise.SiSdr(target, estimate, zeroMean: true), 1e-9);
        Assert.Equal(16.18048096712093, SignalToNoise.Snr(target, estimate), 1e-9);
    }

    [Fact]
    public void It_agrees_with_every_golden_pair_at_hand() => GoldenPairs.ForEach((reference, degraded, pair) =>
    {
        ReadOnlySpan<float> r = reference.Channel(0), d = degraded.Channel(0);
        Agree("snr_db", SignalToNoise.Snr(r, d));
        Agree("si_sdr_db", SignalToNoise.SiSdr(r, d, zeroMean: false));
        Agree("si_sdr_zero_mean_db", SignalToNoise.SiSdr(r, d, zeroMean: true));
        // The golden value counts digital silence without error as -10 dB even where all is equal.
        if (!r.SequenceEqual(d)) pair.Agree("seg_snr_db", SignalToNoise.Segmental(r, d, reference.SampleRate), 1e-6);

        // The golden values have a small constant in the denominator where ours are infinite.
        void Agree(string key, double value)
        {
            if (pair.GetProperty(key).GetDouble() > Infinite) Assert.Equal(double.PositiveInfinity, value);
            else pair.Agree(key, value, 1e-6);
        }
    });

    [Fact]
    public void Scale_does_not_matter_to_si_sdr_nor_does_an_offset_to_the_variant_without_means()
    {
        var (r, d) = (Noise(1), Mix(Noise(1), Noise(2), 0.3f));
        var (plain, centred) = (SignalToNoise.SiSdr(r, d, zeroMean: false), SignalToNoise.SiSdr(r, d, zeroMean: true));
        foreach (var gain in new[] { 0.25f, -2f, 16f })
        {
            Assert.Equal(plain, SignalToNoise.SiSdr(r, [.. d.Select(x => x * gain)], zeroMean: false), 1e-9);
            Assert.Equal(plain, SignalToNoise.SiSdr([.. r.Select(x => x * gain)], d, zeroMean: false), 1e-9);
        }
        Assert.Equal(centred, SignalToNoise.SiSdr(r, [.. d.Select(x => x + 0.25f)], zeroMean: true), 1e-5);
        Assert.True(SignalToNoise.SiSdr(r, [.. d.Select(x => x + 0.25f)], zeroMean: false) < plain - 1);
        Assert.Equal(double.PositiveInfinity, SignalToNoise.SiSdr(r, [.. r.Select(x => -0.5f * x)], zeroMean: false));
    }

    [Fact]
    public void Snr_of_known_noise_is_what_was_mixed()
    {
        var (r, n) = (Noise(1), Noise(2));
        foreach (var gain in new[] { 0.01f, 0.1f, 1 })
        {
            var expected = 10 * Math.Log10(r.Sum(x => (double)x * x) / n.Sum(x => (double)x * x * gain * gain));
            Assert.Equal(expected, SignalToNoise.Snr(r, Mix(r, n, gain)), 1e-4);
        }
    }

    [Fact]
    public void Segmental_snr_holds_each_frame_within_its_limits()
    {
        var r = Noise(1);
        Assert.Equal(35, SignalToNoise.Segmental(r, r, 16_000));
        Assert.Equal(35, SignalToNoise.Segmental(r, Mix(r, Noise(2), 1e-4f), 16_000));
        Assert.Equal(-10, SignalToNoise.Segmental(r, Mix(r, Noise(2), 100), 16_000));
        Assert.InRange(SignalToNoise.Segmental(r, Mix(r, Noise(2), 0.1f), 16_000), 19, 21);
    }

    [Fact]
    public void The_mean_absolute_difference_is_one()
        => Assert.Equal(0.5, SignalToNoise.MeanAbsoluteDifference([1, -1, 0.5f], [0.5f, -0.5f, 0]), 1e-12);

    private static float[] Noise(int seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, 16_000).Select(_ => (float)random.NextDouble() - 0.5f)];
    }

    private static float[] Mix(float[] a, float[] b, float gain) => [.. a.Zip(b, (x, y) => x + (gain * y))];
}
