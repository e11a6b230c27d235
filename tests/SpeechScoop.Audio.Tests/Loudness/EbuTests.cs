using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Audio.Tests.Loudness;

/// <summary>The "minimum requirements" test signals of EBU Tech 3341 (cases 1–6, 9–23) and Tech 3342 (1–4) that are synthetic, with the standards' tolerances.</summary>
public sealed class EbuTests
{
    /// <summary>A level that rounds to nothing.</summary>
    private const double Silent = -400;

    public static TheoryData<int> Rates => [48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 96_000];

    public static TheoryData<int, double, (double Seconds, double Db)[]> IntegratedCases => new()
    {
        { 1, -23, [(20, -23)] },
        { 2, -33, [(20, -33)] },
        { 3, -23, [(10, -36), (60, -23), (10, -36)] },
        { 4, -23, [(10, -72), (10, -36), (60, -23), (10, -36), (10, -72)] },
        { 5, -23, [(20, -26), (20.1, -20), (20, -26)] },
    };

    public static TheoryData<int, double, (double Seconds, double Db)[]> RangeCases => new()
    {
        { 1, 10, [(20, -20), (20, -30)] },
        { 2, 5, [(20, -20), (20, -15)] },
        { 3, 20, [(20, -40), (20, -20)] },
        { 4, 15, [(20, -50), (20, -35), (20, -20), (20, -35), (20, -50)] },
    };

    [Theory]
    [MemberData(nameof(IntegratedCases))]
    public void Tech_3341_integrated_loudness(int number, double expected, (double Seconds, double Db)[] stretches)
    {
        var reading = LoudnessMeter.Measure(Tones.Stereo(48_000, stretches));
        Assert.True(Math.Abs(reading.Integrated - expected) <= 0.1, $"case {number}: {reading.Integrated}");
        if (number > 2) return;
        Assert.Equal(expected, reading.MaximumMomentary, 0.1);
        Assert.Equal(expected, reading.MaximumShortTerm, 0.1);
    }

    [Fact]
    public void Tech_3341_case_6_weighs_five_channels()
    {
        var (side, centre, surround) = (Tones.Mono(48_000, 1000, (20, -28)), Tones.Mono(48_000, 1000, (20, -24)), Tones.Mono(48_000, 1000, (20, -30)));
        Assert.Equal(-23, LoudnessMeter.Integrated(new AudioClip(48_000, side, side, centre, surround, surround)), 0.1);
        var bass = Tones.Mono(48_000, 50, (20, 0));
        Assert.Equal(-23, LoudnessMeter.Integrated(new AudioClip(48_000, side, side, centre, bass, surround, surround)), 0.1);
    }

    [Fact]
    public void Tech_3341_case_9_short_term_loudness_stays_where_it_is()
    {
        var stretches = Enumerable.Range(0, 5).SelectMany(_ => new (double, double)[] { (1.34, -20), (1.66, -30) }).ToArray();
        Assert.Equal(-23, LoudnessMeter.Measure(Tones.Stereo(48_000, stretches)).MaximumShortTerm, 0.1);
    }

    [Fact]
    public void Tech_3341_case_12_momentary_loudness_stays_where_it_is()
    {
        var stretches = Enumerable.Range(0, 25).SelectMany(_ => new (double, double)[] { (0.18, -20), (0.22, -30) }).ToArray();
        Assert.Equal(-23, LoudnessMeter.Measure(Tones.Stereo(48_000, stretches)).MaximumMomentary, 0.1);
    }

    [Theory]
    [InlineData(10, 3, 0.15)]
    [InlineData(13, 0.4, 0.02)]
    public void Tech_3341_a_file_shows_its_loudest_block_wherever_that_begins(int number, double seconds, double step)
    {
        for (var i = 0; i < 20; i++)
        {
            var reading = LoudnessMeter.Measure(Tones.Stereo(48_000, (i * step, Silent), (seconds, -23), (1, Silent)));
            var measured = number == 10 ? reading.MaximumShortTerm : reading.MaximumMomentary;
            Assert.True(Math.Abs(measured + 23) <= 0.1, $"case {number}, file {i + 1}: {measured}");
        }
    }

    [Theory]
    [InlineData(11, 3, 0.15)]
    [InlineData(14, 0.4, 0.02)]
    public void Tech_3341_the_loudest_block_rises_with_every_segment(int number, double seconds, double step)
    {
        // A live meter shows the values one after the other; a meter of files shows those of the file up to there.
        var segments = Enumerable.Range(0, 20).Select(i => new (double, double)[] { (i * step, Silent), (seconds, -38 + i), (seconds - (i * step), Silent) }).ToArray();
        for (var i = 0; i < segments.Length; i++)
        {
            var reading = LoudnessMeter.Measure(Tones.Stereo(48_000, [.. segments.Take(i + 1).SelectMany(segment => segment)]));
            var measured = number == 11 ? reading.MaximumShortTerm : reading.MaximumMomentary;
            Assert.True(Math.Abs(measured - (-38 + i)) <= 0.1, $"case {number}, segment {i + 1}: {measured}");
        }
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(21, 1)]
    [InlineData(22, 2)]
    [InlineData(23, 3)]
    public void Tech_3341_true_peak_of_a_burst_between_samples(int number, int offset)
    {
        // Made at four times the rate, a tone at a sixth of the rate at half scale with one period at full scale, limited in band and thinned out from the offset on.
        var samples = new float[4 * 48_000];
        for (var i = 0; i < samples.Length; i++)
        {
            var fade = Math.Min(1, Math.Min(i, samples.Length - 1 - i) / 19_200.0);
            var burst = i is >= 96_000 and < 96_000 + 24 ? 1 : 0.5;
            samples[i] = (float)(burst * fade * Math.Sin(2 * Math.PI * i / 24));
        }
        var measured = TruePeak.Db(Resample.To(new AudioClip(192_000, samples[offset..]), 48_000));
        Assert.True(measured is >= -0.4 and <= 0.2, $"case {number}: {measured}");
    }

    [Theory]
    [InlineData(15, 4, 0, 0.5, -6)]
    [InlineData(16, 4, 45, 0.5, -6)]
    [InlineData(17, 6, 60, 0.5, -6)]
    [InlineData(18, 8, 67.5, 0.5, -6)]
    [InlineData(19, 4, 45, 1.41, 3)]
    public void Tech_3341_true_peak(int number, int divisor, double phase, double amplitude, double expected)
    {
        var samples = new float[48_000];
        for (var i = 0; i < samples.Length; i++)
        {
            // Faded in and out, as the test signals are: a switch would itself overshoot.
            var fade = Math.Min(1, Math.Min(i, samples.Length - 1 - i) / 4800.0);
            samples[i] = (float)(amplitude * fade * Math.Sin((2 * Math.PI * i / divisor) + (phase * Math.PI / 180)));
        }
        var measured = TruePeak.Db(new AudioClip(48_000, samples, samples));
        Assert.True(measured >= expected - 0.4 && measured <= expected + 0.2, $"case {number}: {measured}");
    }

    [Theory]
    [MemberData(nameof(RangeCases))]
    public void Tech_3342_loudness_range(int number, double expected, (double Seconds, double Db)[] stretches)
    {
        var range = LoudnessRange.Of(Tones.Stereo(48_000, stretches));
        Assert.True(Math.Abs(range - expected) <= 1, $"case {number}: {range}");
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Integrated_loudness_is_the_same_at_every_rate(int sampleRate)
    {
        // Below 20 kHz the bilinear transform bends the shelf so far down that 1 kHz loses a tenth.
        Assert.Equal(-23, LoudnessMeter.Integrated(Tones.Stereo(sampleRate, (10, -36), (20, -23), (10, -36))), sampleRate < 20_000 ? 0.15 : 0.1);
        foreach (var hertz in new[] { 60.0, 200, 400, 1000, 2000, 3000 })
        {
            var expected = LoudnessMeter.Integrated(new AudioClip(48_000, Tones.Mono(48_000, hertz, (2, -20))));
            Assert.Equal(expected, LoudnessMeter.Integrated(new AudioClip(sampleRate, Tones.Mono(sampleRate, hertz, (2, -20)))), 0.15);
        }
    }
}
