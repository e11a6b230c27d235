using System.Numerics;

namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>
/// The neurogram similarity index (Hines and Harte, Speech Communication 54(2), 2012): at every point of two patches the similarity of level
/// times that of structure, averaged over time for each band. Not thread-safe: it owns its scratch memory.
/// </summary>
internal sealed class Nsim(int bands)
{
    private const double C1 = 0.01 * 0.01, C3 = 0.03 * 0.03 / 2;

    private readonly int stride = Spectrogram.StrideOf(bands);
    private readonly double[] sums = new double[Spectrogram.StrideOf(bands)];
    private double[] products = [];

    /// <summary>Similarity of each band, 0 or a little less (none) .. 1 (equal).</summary>
    public double[] Bands(ReadOnlySpan<double> reference, ReadOnlySpan<double> degraded)
    {
        var moments = PatchMoments.Of(degraded, stride);
        Compare(reference, PatchMoments.Of(reference, stride), degraded, 0, moments, moments, moments);
        var frames = reference.Length / stride;
        return [.. sums.Take(bands).Select(sum => sum / frames)];
    }

    /// <summary>Mean similarity of a patch to the same number of frames of a longer spectrogram.</summary>
    /// <param name="reference">The patch.</param>
    /// <param name="moments">Its moments.</param>
    /// <param name="degraded">The longer spectrogram.</param>
    /// <param name="first">The frame at which its patch begins.</param>
    public double Mean(ReadOnlySpan<double> reference, PatchMoments moments, SlidingMoments degraded, int first)
    {
        Compare(reference, moments, degraded.Spectrogram.Patch(first, reference.Length / stride), first * stride, degraded.First, degraded.Inner, degraded.Last);
        var sum = 0.0;
        for (var band = 0; band < bands; band++) sum += sums[band];
        return sum / (reference.Length / stride) / bands;
    }

    /// <summary>Sums the similarity of each band over the frames.</summary>
    private void Compare(
        ReadOnlySpan<double> reference, PatchMoments moments, ReadOnlySpan<double> degraded, int start, PatchMoments first, PatchMoments inner, PatchMoments last)
    {
        if (products.Length != reference.Length) products = new double[reference.Length];
        System.Numerics.Tensors.TensorPrimitives.Multiply(reference, degraded, products);
        var end = reference.Length - stride;
        for (var i = 0; i + Vector<double>.Count + 2 <= stride; i += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            for (var at = 0; at <= end; at += stride)
            {
                var other = at == 0 ? first : at == end ? last : inner;
                var (m, d) = (new Vector<double>(moments.Means, at + i), new Vector<double>(moments.Deviations, at + i));
                var (n, e) = (new Vector<double>(other.Means, start + at + i), new Vector<double>(other.Deviations, start + at + i));
                var both = m * n;
                var covariance = PatchMoments.Smooth(products, Math.Max(0, at - stride) + i, at + i, Math.Min(end, at + stride) + i) - both;
                var level = both + both + new Vector<double>(C1);
                var structure = covariance + new Vector<double>(C3);
                var levels = (m * m) + (n * n) + new Vector<double>(C1);
                var structures = Vector.Max(d * e, Vector<double>.Zero) + new Vector<double>(C3);
                sum += level * structure / (levels * structures);
            }
            sum.CopyTo(sums, i);
        }
    }
}

/// <summary>A spectrogram through which a patch slides, with the moments that its frames have at the beginning, inside and at the end of a patch.</summary>
internal sealed class SlidingMoments(Spectrogram spectrogram)
{
    public Spectrogram Spectrogram => spectrogram;

    public PatchMoments First { get; } = PatchMoments.OfFirst(spectrogram.Values, spectrogram.Stride);

    public PatchMoments Inner { get; } = PatchMoments.Of(spectrogram.Values, spectrogram.Stride);

    public PatchMoments Last { get; } = PatchMoments.OfLast(spectrogram.Values, spectrogram.Stride);
}
