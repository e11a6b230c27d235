using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Tests.Signals;

public sealed class DelayEstimateTests
{
    [Theory]
    [InlineData(16_000, 0)]
    [InlineData(16_000, 1)]
    [InlineData(16_000, -1)]
    [InlineData(16_000, 7_999)]
    [InlineData(16_000, -8_000)]
    [InlineData(24_000, 312)]
    [InlineData(44_100, -4_321)]
    [InlineData(48_000, 24_000)]
    [InlineData(48_000, 103)]
    public void A_shift_is_found_to_the_sample(int sampleRate, int shift)
    {
        var reference = TestSpeech.Make(1, 3 * sampleRate, sampleRate);
        var estimate = DelayEstimate.Of(Shifted(reference, shift), reference, sampleRate);
        Assert.Equal(shift, estimate.Samples);
        Assert.Equal(1, estimate.Correlation, 1e-6);
        Assert.True(estimate.IsSure);
        Assert.False(estimate.IsInverted);
    }

    [Fact]
    public void The_correlation_is_that_of_the_definition()
    {
        var (x, y) = (TestSpeech.Noise(1, 3000), TestSpeech.Noise(2, 2500));
        var sums = CrossCorrelation.Compute(x, y, 200);
        Assert.Equal(401, sums.Length);
        for (var lag = -200; lag <= 200; lag += 13)
        {
            var expected = Enumerable.Range(0, x.Length).Where(i => i + lag >= 0 && i + lag < y.Length).Sum(i => (double)x[i] * y[i + lag]);
            Assert.Equal(expected, sums[lag + 200], 1e-3);
        }
    }

    [Fact]
    public void Noise_as_loud_as_the_signal_does_not_move_the_estimate()
    {
        var reference = TestSpeech.Make(2, 48_000, 16_000);
        var level = (float)(Levels.Rms(reference) / Levels.Rms(TestSpeech.Noise(9, 48_000)));
        for (var seed = 10; seed < 15; seed++)
        {
            var noisy = Mixing.Add(Shifted(reference, 777), TestSpeech.Noise(seed, 48_000), level);
            var estimate = DelayEstimate.Of(noisy, reference, 16_000);
            Assert.Equal(777, estimate.Samples);
            Assert.Equal(Math.Sqrt(0.5), estimate.Correlation, 0.05);
        }
    }

    [Fact]
    public void A_reversed_polarity_is_told_and_does_not_hide_the_delay()
    {
        var reference = TestSpeech.Make(3, 48_000, 16_000);
        var estimate = DelayEstimate.Of([.. Shifted(reference, -40).Select(x => -0.3f * x)], reference, 16_000);
        Assert.Equal(-40, estimate.Samples);
        Assert.Equal(-1, estimate.Correlation, 1e-6);
        Assert.True(estimate.IsInverted);
    }

    [Fact]
    public void A_narrow_band_copy_of_zero_delay_stays_where_it_is()
    {
        var reference = new AudioClip(48_000, TestSpeech.Make(4, 96_000, 48_000));
        var anchor = Anchors.Of(reference, Anchor.LowPass35);
        Assert.Equal(0, DelayEstimate.Of(anchor.Channel(0), reference.Channel(0), 48_000).Samples);
    }

    [Fact]
    public void Other_words_are_no_sure_match()
    {
        for (var seed = 20; seed < 30; seed++)
            Assert.False(DelayEstimate.Of(TestSpeech.Make(seed, 40_000, 16_000), TestSpeech.Make(seed + 100, 48_000, 16_000), 16_000).IsSure);
    }

    [Fact]
    public void A_delay_beyond_the_window_is_not_taken_for_a_shorter_one()
    {
        var reference = TestSpeech.Make(5, 64_000, 16_000);
        Assert.False(DelayEstimate.Of(Shifted(reference, 12_000), reference, 16_000).IsSure);
        Assert.Equal(12_000, DelayEstimate.Of(Shifted(reference, 12_000), reference, 16_000, 1).Samples);
    }

    [Fact]
    public void Silence_and_nothing_have_no_delay()
    {
        Assert.Equal(default, DelayEstimate.Of(new float[100], TestSpeech.Noise(1, 100), 8_000));
        Assert.Equal(default, DelayEstimate.Of([], TestSpeech.Noise(1, 100), 8_000));
        Assert.Equal(default, DelayEstimate.Of([1], [1], 8_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => DelayEstimate.Of([1], [1], 8_000, 0));
    }

    [Fact]
    public void A_removed_delay_leaves_the_signal_in_time()
    {
        float[] samples = [1, 2, 3, 4];
        Assert.Equal([3, 4], DelayEstimate.Remove(new AudioClip(8_000, samples), 2).Channel(0).ToArray());
        Assert.Equal([0, 0, 1, 2, 3, 4], DelayEstimate.Remove(new AudioClip(8_000, samples), -2).Channel(0).ToArray());
        Assert.Equal(0, DelayEstimate.Remove(new AudioClip(8_000, samples), 9).Length);
    }

    private static float[] Shifted(float[] samples, int shift)
    {
        var shifted = new float[samples.Length];
        for (var i = 0; i < samples.Length; i++)
            if (i - shift >= 0 && i - shift < samples.Length) shifted[i] = samples[i - shift];
        // What falls off at an end is no part of the reference's overlap either.
        return shifted;
    }
}
