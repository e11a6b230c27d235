using System.Numerics;

namespace SpeechScoop.Audio.Features;

/// <summary>Triangular filters that sum power bins into mel bands; stored from the first to the last bin that weighs anything.</summary>
internal sealed class MelFilters
{
    private readonly (int Start, float[] Weights)[] bands;

    /// <param name="scale">The layout.</param>
    /// <param name="bandCount">Number of triangles.</param>
    /// <param name="lowHz">Left corner of the first triangle.</param>
    /// <param name="highHz">Right corner of the last one.</param>
    /// <param name="fftSize">Length of the transform that gives the bins.</param>
    /// <param name="sampleRate">In hertz.</param>
    public MelFilters(MelScale scale, int bandCount, double lowHz, double highHz, int fftSize, int sampleRate)
    {
        bands = [.. Triangles(scale, bandCount, lowHz, highHz, fftSize, sampleRate).Select(band => (band.Start, band.Weights.Select(weight => (float)weight).ToArray()))];
    }

    /// <summary>Number of bands.</summary>
    public int Count => bands.Length;

    /// <summary>Weighted sum of each band.</summary>
    public void Apply(ReadOnlySpan<Vector<float>> power, Span<Vector<float>> melPower)
    {
        for (var b = 0; b < bands.Length; b++)
        {
            var (start, weights) = bands[b];
            Vector<float> sum = default;
            for (var i = 0; i < weights.Length; i++) sum += power[start + i] * weights[i];
            melPower[b] = sum;
        }
    }

    /// <summary>The same filters in double precision.</summary>
    public static IEnumerable<(int Start, double[] Weights)> Triangles(MelScale scale, int bandCount, double lowHz, double highHz, int fftSize, int sampleRate)
    {
        var (low, high) = (ToMel(scale, lowHz), ToMel(scale, highHz));
        var corners = Enumerable.Range(0, bandCount + 2).Select(i => low + ((high - low) * i / (bandCount + 1)))
            .Select(mel => scale == MelScale.Kaldi ? mel : ToHz(scale, mel)).ToArray();
        var bins = Enumerable.Range(0, (fftSize / 2) + (scale == MelScale.Kaldi ? 0 : 1)).Select(k => (double)k * sampleRate / fftSize)
            .Select(hz => scale == MelScale.Kaldi ? ToMel(scale, hz) : hz).ToArray();
        return Enumerable.Range(0, bandCount).Select(b => Triangle(bins, corners.AsSpan(b, 3), scale == MelScale.SlaneyArea));
    }

    private static (int Start, double[] Weights) Triangle(double[] bins, ReadOnlySpan<double> corners, bool equalArea)
    {
        var (left, centre, right) = (corners[0], corners[1], corners[2]);
        var height = equalArea ? 2 / (right - left) : 1;
        var weights = bins.Select(bin => height * Math.Max(0, Math.Min((bin - left) / (centre - left), (right - bin) / (right - centre)))).ToArray();
        var first = Array.FindIndex(weights, w => w > 0);
        return first < 0 ? (0, []) : (first, weights[first..(Array.FindLastIndex(weights, w => w > 0) + 1)]);
    }

    private static double ToMel(MelScale scale, double hz) => scale switch
    {
        MelScale.Htk => 2595 * Math.Log10(1 + (hz / 700)),
        MelScale.Kaldi => 1127 * Math.Log(1 + (hz / 700)),
        _ => hz < 1000 ? hz * 3 / 200 : 15 + (Math.Log(hz / 1000) * 27 / Math.Log(6.4)),
    };

    private static double ToHz(MelScale scale, double mel) => scale switch
    {
        MelScale.Htk => 700 * (Math.Pow(10, mel / 2595) - 1),
        MelScale.Kaldi => 700 * (Math.Exp(mel / 1127) - 1),
        _ => mel < 15 ? mel * 200 / 3 : 1000 * Math.Exp((mel - 15) * Math.Log(6.4) / 27),
    };
}
