using System.Numerics;
using SpeechScoop.Audio.Metrics.Visqol;
using SpeechScoop.Audio.Tests.Signals;

namespace SpeechScoop.Audio.Tests.Metrics.Visqol;

/// <summary>The parts by themselves, against plain definitions.</summary>
public sealed class VisqolPartsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public void The_transform_is_the_discrete_Fourier_transform_in_reversed_order(int size)
    {
        var random = new SeededRandom(2);
        var x = Enumerable.Range(0, size).Select(_ => new Complex(random.NextDouble(), random.NextDouble())).ToArray();
        double[] re = [.. x.Select(value => value.Real)], im = [.. x.Select(value => value.Imaginary)];
        var transform = new PowerOfTwoTransform(size);
        transform.Forward(re, im);
        for (var place = 0; place < size; place++)
        {
            var k = Enumerable.Range(0, BitOperations.Log2((uint)size)).Sum(bit => ((place >> bit) & 1) * (size >> (bit + 1)));
            var expected = Complex.Zero;
            for (var n = 0; n < size; n++) expected += x[n] * Complex.FromPolarCoordinates(1, -2 * Math.PI * k * n / size);
            Assert.Equal(0, (expected - new Complex(re[place], im[place])).Magnitude, 1e-12);
        }
        transform.Backward(re, im);
        for (var n = 0; n < size; n++) Assert.Equal(0, ((x[n] * size) - new Complex(re[n], im[n])).Magnitude, 1e-12 * size);
    }

    [Fact]
    public void A_long_transform_with_turned_tables_comes_back()
    {
        var x = TestSpeech.Noise(1, 1 << 15);
        double[] re = [.. x.Select(value => (double)value)], im = new double[x.Length];
        var transform = new PowerOfTwoTransform(x.Length);
        transform.Forward(re, im);
        Assert.Equal(x.Sum(value => (double)value), re[0], 1e-9);
        Assert.Equal(x.Select((value, n) => n % 2 == 0 ? value : -(double)value).Sum(), re[1], 1e-9);
        transform.Backward(re, im);
        for (var n = 0; n < x.Length; n++) Assert.Equal(x[n], re[n] / x.Length, 1e-12);
    }

    [Theory]
    [InlineData(0, 3_000)]
    [InlineData(700, 3_000)]
    [InlineData(-700, 3_000)]
    [InlineData(700, 4_096)]
    [InlineData(-1_800, 3_000)]
    public void The_lag_of_a_shifted_signal_is_found_up_to_half_its_length(int shift, int length)
    {
        double[] x = [.. TestSpeech.Make(7, length, 16_000).Select(value => (double)value)];
        double[] y = shift >= 0 ? x[shift..] : [.. new double[-shift], .. x];
        Assert.Equal(Math.Abs(shift) > length / 2 ? 0 : shift, new EnvelopeLag().Of(x, y));
    }

    [Fact]
    public void Bands_are_evenly_spaced_on_the_ERB_scale_and_pass_their_centre()
    {
        var bank = new GammatoneBank(16_000, 21, 50, 8_000);
        Assert.Equal(50, bank.CentresHz[0], 1e-9);
        double[] scale = [.. bank.CentresHz.Select(centre => Math.Log(1 + (centre / (9.26449 * 24.7))))];
        for (var band = 2; band < 21; band++) Assert.Equal(scale[1] - scale[0], scale[band] - scale[band - 1], 1e-12);
        var rms = new double[21];
        foreach (var band in new[] { 3, 10, 20 })
        {
            double[] tone = [.. Enumerable.Range(0, 160_000).Select(i => Math.Sin(2 * Math.PI * bank.CentresHz[band] * i / 16_000))];
            bank.FrameRms(tone, rms);
            Assert.Equal(Math.Sqrt(0.5), rms[band], 2e-3);
            Assert.Equal(band, Array.IndexOf(rms, rms.Max()));
            Assert.InRange(rms[(band + 10) % 21], 0, 0.01);
        }
    }

    [Fact]
    public void Similarity_is_what_its_formula_says_for_a_patch_and_inside_a_longer_spectrogram()
    {
        var random = new SeededRandom(11);
        var (reference, degraded) = (Random(random, 6), Random(random, 9));
        var nsim = new Nsim(Bands);
        for (var first = 0; first + 6 <= 9; first++)
        {
            double[] expected = [.. Enumerable.Range(0, Bands).Select(band => Enumerable.Range(0, 6).Average(f => Similarity(reference, degraded, first, band, f)))];
            var bands = nsim.Bands(reference.Values, degraded.Patch(first, 6));
            for (var band = 0; band < Bands; band++) Assert.Equal(expected[band], bands[band], 1e-12);
            Assert.Equal(expected.Average(), nsim.Mean(reference.Values, PatchMoments.Of(reference.Values, reference.Stride), new SlidingMoments(degraded), first), 1e-12);
        }
    }

    [Fact]
    public void Pauses_longer_than_two_chunks_are_no_speech()
    {
        // Patches of 0.4 s from 0.18 s on: spoken, silent, silent, spoken.
        double[] signal = [.. Enumerable.Range(0, 32_000).Select(i => i is > 8_000 and < 22_000 ? 0 : Math.Sin(i * 0.2))];
        Assert.Equal([9, 29, 69], ReferencePatches.Find(VisqolMode.Speech, 96, signal, 320));
        Assert.Equal([14, 44, 74], ReferencePatches.Find(VisqolMode.Audio, 120, signal, 320));
        Assert.Equal([14], ReferencePatches.Find(VisqolMode.Audio, 45, signal, 320));
    }

    private const int Bands = 5;

    private static Spectrogram Random(SeededRandom random, int frames)
    {
        var (one, other) = (new Spectrogram(frames, Bands), new Spectrogram(1, Bands));
        for (var f = 0; f < frames; f++)
            foreach (ref var value in one.Frame(f)) value = Math.Pow(10, -4 * random.NextDouble());
        other.Frame(0).Fill(1e-4);
        Spectrogram.ToLevels(one, other);
        return one;
    }

    private static double Similarity(Spectrogram x, Spectrogram y, int first, int band, int frame)
    {
        double[] kernel = [0.0113033910173052, 0.0838251475442633, 0.619485845753726];
        double m = 0, n = 0, xx = 0, yy = 0, xy = 0;
        for (var i = -1; i <= 1; i++)
        {
            for (var j = -1; j <= 1; j++)
            {
                var (f, b, weight) = (Math.Clamp(frame + i, 0, 5), Math.Clamp(band + j, 0, Bands - 1), kernel[2 - Math.Abs(i) - Math.Abs(j)]);
                var (p, q) = (x.Frame(f)[b], y.Frame(first + f)[b]);
                (m, n, xx, yy, xy) = (m + (weight * p), n + (weight * q), xx + (weight * p * p), yy + (weight * q * q), xy + (weight * p * q));
            }
        }
        var deviations = (xx - (m * m)) * (yy - (n * n));
        return ((2 * m * n) + 1e-4) / ((m * m) + (n * n) + 1e-4) * (xy - (m * n) + 4.5e-4) / (Math.Sqrt(Math.Max(0, deviations)) + 4.5e-4);
    }
}
