using System.Buffers;
using CsCheck;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Audio.Tests.Resampling;

public sealed class ResamplerTests
{
    public static TheoryData<int, int> Rates => new()
    {
        { 48000, 16000 }, { 44100, 16000 }, { 16000, 48000 }, { 8000, 16000 }, { 16000, 8000 }, { 22050, 16000 },
        { 16000, 22050 }, { 24000, 16000 }, { 16000, 24000 }, { 192000, 16000 }, { 8000, 192000 }, { 44100, 48000 },
        { 11025, 16000 }, { 32000, 44100 }, { 47999, 16000 }, { 16000, 15999 },
    };

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_pass_band_is_flat_within_a_twentieth_of_a_decibel_to_nine_tenths_of_the_band(int from, int to)
    {
        var nyquist = Math.Min(from, to) / 2.0;
        foreach (var part in new[] { 0.01, 0.1, 0.25, 0.5, 0.7, 0.8, 0.85, 0.88, 0.9 })
        {
            var output = Resample.To(Sine(part * nyquist, from, from / 4), from, to);
            Assert.Equal(0, 20 * Math.Log10(Amplitude(output, part * nyquist, to)), 0.05);
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Aliases_and_images_are_80_decibels_down(int from, int to)
    {
        if (from > to)
        {
            // Nothing from above the target's band may come through, wherever it folds to.
            for (var frequency = to / 2.0; frequency < from / 2.0; frequency += from / 40.0)
            {
                var output = Resample.To(Sine(frequency, from, from / 4), from, to);
                Assert.InRange(Level(Middle(output)), -300, -80);
            }
        }
        foreach (var part in new[] { 0.02, 0.31, 0.62, 0.9 })
        {
            // A tone inside the band leaves nothing but itself.
            var frequency = part * Math.Min(from, to) / 2.0;
            var output = Resample.To(Sine(frequency, from, from / 4), from, to);
            Assert.InRange(Level(WithoutTone(Middle(output), frequency, to)), -300, -80);
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Nothing_is_delayed(int from, int to)
    {
        var frequency = 0.2 * Math.Min(from, to);
        var output = Resample.To(Sine(frequency, from, from / 4), from, to);
        for (var i = output.Length / 3; i < output.Length / 2; i++)
            Assert.Equal(Math.Sin(2 * Math.PI * frequency * i / to), output[i], 1e-3);
    }

    [Fact]
    public void The_output_has_exactly_the_rounded_up_length() =>
        Gen.Select(Gen.Int[0, 2000], OneOf(8000, 11025, 16000, 22050, 44100, 48000, 192000, 16001), OneOf(8000, 16000, 24000, 44100, 48000, 15999))
            .Sample((length, from, to) =>
                Resample.To(new float[length], from, to).Length == (int)Math.Ceiling(length * (decimal)to / from));

    [Fact]
    public void Cutting_a_stream_differently_changes_no_bit() =>
        Gen.Select(Gen.Int[1, 20_000], Gen.Int[1, 5000].Array[0, 12], OneOf(8000, 22050, 44100, 48000, 192000, 16001), OneOf(8000, 16000, 44100, 48000, 15999), Gen.Long)
            .Sample((length, cuts, from, to, seed) =>
            {
                var random = new SeededRandom(seed);
                var input = Enumerable.Range(0, length).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray();
                var resampler = new Resampler(from, to);
                var streamed = new ArrayBufferWriter<float>();
                ReadOnlySpan<float> rest = input;
                foreach (var cut in cuts)
                {
                    resampler.Process(rest[..Math.Min(cut, rest.Length)], streamed);
                    rest = rest[Math.Min(cut, rest.Length)..];
                }
                resampler.Process(rest, streamed);
                resampler.Flush(streamed);
                return streamed.WrittenSpan.SequenceEqual(Resample.To(input, from, to));
            }, iter: 300);

    [Fact]
    public void A_constant_stays_constant()
    {
        var input = new float[4800];
        Array.Fill(input, 0.5f);
        foreach (var sample in Middle(Resample.To(input, 48000, 44100))) Assert.Equal(0.5f, sample, 1e-6f);
    }

    [Fact]
    public void Up_and_down_again_gives_the_signal_back()
    {
        var random = new SeededRandom(3);
        var smooth = Resample.To([.. Enumerable.Range(0, 4000).Select(_ => (float)random.NextDouble() - 0.5f)], 8000, 16000);
        var again = Resample.To(Resample.To(smooth, 16000, 48000), 48000, 16000);
        Assert.Equal(smooth.Length, again.Length);
        for (var i = 500; i < smooth.Length - 500; i++) Assert.Equal(smooth[i], again[i], 1e-4f);
    }

    [Fact]
    public void The_same_rate_passes_through()
    {
        var clip = new AudioClip(16000, [0.25f, -1]);
        Assert.Same(clip, Resample.To(clip, 16000));
        Assert.Equal([0.25f, -1], Resample.To(clip.Channel(0), 16000, 16000));
    }

    private static float[] Sine(double frequency, int rate, int length) =>
        [.. Enumerable.Range(0, length).Select(i => (float)Math.Sin(2 * Math.PI * frequency * i / rate))];

    private static Gen<int> OneOf(params int[] rates) => Gen.Int[0, rates.Length - 1].Select(i => rates[i]);

    private static float[] Middle(float[] signal) => signal[(signal.Length / 4)..(3 * signal.Length / 4)];

    private static double Level(float[] signal) => 10 * Math.Log10(signal.Sum(x => (double)x * x) / signal.Length + 1e-30);

    private static double Amplitude(float[] signal, double frequency, int rate)
    {
        var (a, b) = Fit(Middle(signal), frequency, rate);
        return Math.Sqrt((a * a) + (b * b));
    }

    private static float[] WithoutTone(float[] signal, double frequency, int rate)
    {
        var (a, b) = Fit(signal, frequency, rate);
        return [.. signal.Select((x, i) => (float)(x - (a * Math.Cos(2 * Math.PI * frequency * i / rate)) - (b * Math.Sin(2 * Math.PI * frequency * i / rate))))];
    }

    /// <summary>Least-squares fit of a·cos + b·sin.</summary>
    private static (double A, double B) Fit(float[] signal, double frequency, int rate)
    {
        double cc = 0, ss = 0, cs = 0, xc = 0, xs = 0;
        for (var i = 0; i < signal.Length; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * frequency * i / rate);
            cc += cos * cos;
            ss += sin * sin;
            cs += cos * sin;
            xc += signal[i] * cos;
            xs += signal[i] * sin;
        }
        var determinant = (cc * ss) - (cs * cs);
        return (((xc * ss) - (xs * cs)) / determinant, ((xs * cc) - (xc * cs)) / determinant);
    }
}
