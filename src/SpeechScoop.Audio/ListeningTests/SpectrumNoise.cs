using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>Steady noise with the long-term spectrum of given sounds: white Gaussian noise through a linear-phase filter of that spectrum.</summary>
internal static class SpectrumNoise
{
    private const int Size = 512;

    /// <summary>Makes it; the same for the same arguments. Its level is not set.</summary>
    /// <param name="sounds">Of one rate; their power spectra are averaged over windows of 512 samples.</param>
    public static float[] Make(IReadOnlyList<float[]> sounds, int length, long seed)
    {
        var taps = Filter(Power(sounds));
        var random = new SeededRandom(seed);
        var white = new float[length + Padded(Size)];
        for (var i = 0; i < white.Length; i++) white[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        var noise = new float[length];
        for (var i = 0; i < length; i++) noise[i] = DotProduct.Of(taps, white.AsSpan(i));
        return noise;
    }

    /// <summary>Mean power of each frequency 0..256 under a Hann window, half overlapping.</summary>
    private static double[] Power(IReadOnlyList<float[]> sounds)
    {
        var (cos, sin) = (Table(Math.Cos), Table(Math.Sin));
        var power = new double[(Size / 2) + 1];
        foreach (var sound in sounds)
        {
            for (var start = 0; start < sound.Length; start += Size / 2)
            {
                var count = Math.Min(Size, sound.Length - start);
                for (var k = 0; k < power.Length; k++)
                {
                    var (re, im) = (0.0, 0.0);
                    for (var n = 0; n < count; n++)
                    {
                        var sample = sound[start + n] * (0.5 - (0.5 * cos[n]));
                        re += sample * cos[n * k % Size];
                        im -= sample * sin[n * k % Size];
                    }
                    power[k] += (re * re) + (im * im);
                }
            }
        }
        return power;
    }

    /// <summary>The impulse response whose amplitude is the root of the power, in the middle of its taps.</summary>
    private static float[] Filter(double[] power)
    {
        var cos = Table(Math.Cos);
        var taps = new float[Padded(Size)];
        for (var n = 0; n < Size; n++)
        {
            var lag = Math.Abs(n - (Size / 2));
            var sum = Math.Sqrt(power[0]) + (Math.Sqrt(power[^1]) * (lag % 2 == 0 ? 1 : -1));
            for (var k = 1; k < power.Length - 1; k++) sum += 2 * Math.Sqrt(power[k]) * cos[lag * k % Size];
            taps[n] = (float)(sum / Size * (0.5 - (0.5 * Math.Cos(2 * Math.PI * n / Size))));
        }
        return taps;
    }

    private static double[] Table(Func<double, double> wave) => [.. Enumerable.Range(0, Size).Select(n => wave(2 * Math.PI * n / Size))];

    private static int Padded(int length) => (length + DotProduct.Granularity - 1) / DotProduct.Granularity * DotProduct.Granularity;
}
