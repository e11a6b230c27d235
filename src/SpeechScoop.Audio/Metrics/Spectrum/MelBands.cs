using System.Numerics.Tensors;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Metrics.Spectrum;

/// <summary>librosa's mel filters in double precision: Slaney's scale and area, from 0 Hz to half the sample rate.</summary>
internal sealed class MelBands
{
    private readonly (int Start, double[] Weights)[] bands;
    private readonly int bins;

    public MelBands(int count, int fftSize, int sampleRate)
    {
        bins = (fftSize / 2) + 1;
        bands = [.. MelFilters.Triangles(MelScale.SlaneyArea, count, 0, sampleRate / 2.0, fftSize, sampleRate)];
    }

    /// <summary>Weighted sums of each frame: frames × bands, row-major.</summary>
    /// <param name="spectra">Frames × bins.</param>
    /// <param name="sums">Where they go; at least as long as needed.</param>
    public Span<double> Apply(ReadOnlySpan<double> spectra, Span<double> sums)
    {
        var frames = spectra.Length / bins;
        for (var f = 0; f < frames; f++)
        {
            var spectrum = spectra.Slice(f * bins, bins);
            for (var b = 0; b < bands.Length; b++)
            {
                var (start, weights) = bands[b];
                sums[(f * bands.Length) + b] = TensorPrimitives.Dot(spectrum.Slice(start, weights.Length), weights);
            }
        }
        return sums[..(frames * bands.Length)];
    }
}
