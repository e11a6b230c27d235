using SpeechScoop.Audio.Spectrograms;

namespace SpeechScoop.Audio.Tests.Spectrograms;

public sealed class SpectrogramTests
{
    private const int Rate = 48_000;

    [Theory]
    [InlineData(1000, 0.02)]
    [InlineData(9000, 0.005)]
    [InlineData(20_000, 0.08)]
    public void A_sine_at_full_scale_reaches_0_dBFS_at_its_frequency_and_nothing_elsewhere(double hertz, double window)
    {
        var view = View() with { WindowSeconds = window };
        var levels = Spectrogram.Decibels(Tone(hertz, 1), view);
        var column = Column(levels, view, 50);
        var loudest = Array.IndexOf(column, column.Max());
        Assert.Equal(hertz, Hertz(view, loudest), 24_000.0 / 240);
        Assert.InRange(column[loudest], -1.5, 0.01);
        for (var row = 0; row < column.Length; row++)
            if (Math.Abs(Hertz(view, row) - hertz) > 6 / window + 200) Assert.True(column[row] < -60, $"{Hertz(view, row)} Hz: {column[row]}");
    }

    [Fact]
    public void Halving_a_signal_takes_6_dB_from_every_cell()
    {
        var view = View() with { Width = 20, Height = 30 };
        var noise = Noise(Rate);
        var (loud, soft) = (Spectrogram.Decibels(new AudioClip(Rate, noise), view), Spectrogram.Decibels(new AudioClip(Rate, [.. noise.Select(x => x / 2)]), view));
        Assert.All(loud.Zip(soft), pair => Assert.Equal(6.0206, pair.First - pair.Second, 1e-3));
    }

    [Fact]
    public void A_click_shows_in_its_column_however_coarse_the_view_is()
    {
        var samples = new float[30 * Rate];
        samples[(int)(12.345 * Rate)] = 1;
        foreach (var width in new[] { 10, 300, 3000 })
        {
            var view = new SpectrogramView { To = 30, High = 24_000, Width = width, Height = 12 };
            var levels = Spectrogram.Decibels(new AudioClip(Rate, samples), view);
            var at = (int)(12.345 / 30 * width);
            Assert.True(levels[(5 * width) + at] > -60);
            Assert.Equal(Spectrogram.SilenceDb, levels[(5 * width) + ((at + (width / 2)) % width)]);
        }
    }

    [Fact]
    public void What_lies_beyond_the_clips_end_or_rate_is_silent()
    {
        var view = new SpectrogramView { To = 2, High = 48_000, Width = 40, Height = 40 };
        var levels = Spectrogram.Decibels(new AudioClip(Rate, Noise(Rate)), view);
        Assert.True(levels[(30 * 40) + 10] > -60);
        Assert.Equal(Spectrogram.SilenceDb, levels[(30 * 40) + 30]);
        Assert.Equal(Spectrogram.SilenceDb, levels[(10 * 40) + 10]);
    }

    [Fact]
    public void A_zoomed_view_shows_the_same_levels_as_the_whole()
    {
        var tone = Tone(5000, 0.25);
        var zoomed = new SpectrogramView { From = 0.4, To = 0.6, Low = 4900, High = 5100, Width = 30, Height = 101 };
        var column = Column(Spectrogram.Decibels(tone, zoomed), zoomed, 15);
        Assert.Equal(20 * Math.Log10(0.25), column.Max(), 1.5);
        Assert.InRange(Array.IndexOf(column, column.Max()), 30, 70);
    }

    [Fact]
    public void It_agrees_with_a_transform_computed_from_the_definition()
    {
        var samples = Noise(4096);
        var clip = new AudioClip(16_000, samples);
        // One column at 1,024 samples, one row for each of the bins 32..63 of a window of 512.
        var view = new SpectrogramView { From = 0, To = 2 * 1024 / 16_000.0, Low = 32 * 31.25, High = 64 * 31.25, Width = 1, Height = 16, WindowSeconds = 512 / 16_000.0 };
        var levels = Spectrogram.Decibels(clip, view);
        var moments = (int)Math.Ceiling(0.128 / 0.016);
        for (var row = 0; row < 16; row++)
        {
            var (first, most) = (64 - (2 * (row + 1)), 0.0);
            for (var moment = 0; moment < moments; moment++)
                for (var bin = first; bin < first + 2; bin++) most = Math.Max(most, Power(samples, (int)Math.Round((moment + 0.5) * 2048 / moments) - 256, bin));
            Assert.Equal(10 * Math.Log10(most * Math.Pow(2 / 256.0, 2)), levels[row], 1e-3);
        }

        static double Power(float[] x, int start, int bin)
        {
            var (re, im) = (0.0, 0.0);
            for (var n = 0; n < 512; n++)
            {
                if (start + n < 0) continue;
                var weighted = x[start + n] * (0.5 - (0.5 * Math.Cos(2 * Math.PI * n / 512)));
                re += weighted * Math.Cos(2 * Math.PI * bin * n / 512);
                im -= weighted * Math.Sin(2 * Math.PI * bin * n / 512);
            }
            return (re * re) + (im * im);
        }
    }

    [Fact]
    public void Bytes_hold_half_decibels_and_differences_stand_around_128()
    {
        Assert.Equal([0, 0, 40, 240, 255], SpectrogramImage.Levels([-200, -120, -100, 0, 30]));
        Assert.Equal([128, 128, 148, 108, 255, 0], SpectrogramImage.Difference([-50, -95, -40, -60, 0, -120], [-50, -110, -50, -50, -90, 0], -90));
    }

    [Theory]
    [InlineData(1, 1, 0, 100, 10, 10, 0.02)]
    [InlineData(-1, 1, 0, 100, 10, 10, 0.02)]
    [InlineData(0, 1, 100, 100, 10, 10, 0.02)]
    [InlineData(0, 1, 0, 100, 0, 10, 0.02)]
    [InlineData(0, 1, 0, 100, 10, 5000, 0.02)]
    [InlineData(0, 1, 0, 100, 10, 10, 0)]
    [InlineData(0, double.NaN, 0, 100, 10, 10, 0.02)]
    public void A_view_of_nothing_is_refused(double from, double to, double low, double high, int width, int height, double window)
    {
        var view = new SpectrogramView { From = from, To = to, Low = low, High = high, Width = width, Height = height, WindowSeconds = window };
        Assert.Equal("spectrogram-view", view.Problem()?.Code);
        Assert.Throws<ArgumentException>(() => Spectrogram.Decibels(new AudioClip(8000, new float[8000]), view));
    }

    private static SpectrogramView View() => new() { To = 1, High = 24_000, Width = 100, Height = 240 };

    private static double Hertz(SpectrogramView view, int row) => view.High - ((row + 0.5) * (view.High - view.Low) / view.Height);

    private static float[] Column(float[] levels, SpectrogramView view, int column) => [.. Enumerable.Range(0, view.Height).Select(row => levels[(row * view.Width) + column])];

    private static AudioClip Tone(double hertz, double amplitude) => new(Rate, [.. Enumerable.Range(0, Rate).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * hertz * i / Rate)))]);

    private static float[] Noise(int samples)
    {
        var random = new SeededRandom(3);
        return [.. Enumerable.Range(0, samples).Select(_ => (float)(random.NextDouble() - 0.5))];
    }
}
