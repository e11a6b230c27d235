using SpeechScoop.Audio.Features;
using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.Audio.Loudness;

namespace SpeechScoop.Audio.Tests.ListeningTests;

public sealed class CalibrationNoiseTests
{
    [Theory]
    [InlineData(48_000, -26)]
    [InlineData(16_000, -14)]
    public void It_is_as_loud_as_asked_and_does_not_clip(int rate, double lufs)
    {
        var noise = CalibrationNoise.Make(3, lufs, rate);
        Assert.Equal(lufs, LoudnessMeter.Integrated(noise), 0.01);
        Assert.InRange(TruePeak.Db(noise), lufs, -0.5);
        Assert.Equal(3 * rate, noise.Length);
        Assert.Equal(0, noise.Channel(0)[0]);
    }

    [Fact]
    public void Its_spectrum_falls_as_that_of_speech()
    {
        var noise = CalibrationNoise.Make(10);
        double Band(double from, double to)
        {
            var power = new Stft(2048, 1024, Enumerable.Range(0, 2048).Select(i => (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / 2048)))).ToArray()).Power(noise.Channel(0));
            var bins = Enumerable.Range(0, 1025).Where(k => k * 48_000 / 2048.0 >= from && k * 48_000 / 2048.0 < to).ToArray();
            return 10 * Math.Log10(bins.Average(k => Enumerable.Range(0, power.Length / 1025).Average(f => (double)power[(f * 1025) + k])));
        }
        var low = Band(250, 500);
        Assert.Equal(-6.5, Band(1_000, 1_200) - low, 2.5);
        Assert.Equal(-18, Band(3_500, 4_500) - low, 5.0);
        Assert.True(Band(0, 40) < low - 5);
    }

    [Fact]
    public void It_is_the_same_every_time_and_nonsense_is_refused()
    {
        Assert.Equal(CalibrationNoise.Make(1).Channel(0), CalibrationNoise.Make(1).Channel(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalibrationNoise.Make(0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalibrationNoise.Make(5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalibrationNoise.Make(5, -26, 1));
    }
}
