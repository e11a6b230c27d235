using System.Numerics.Tensors;

namespace SpeechScoop.Audio.Metrics.Cepstrum;

/// <summary>
/// Mel-cepstral distortion on mel-frequency cepstra ("MFCC-MCD"): the mean over frames of (10/ln 10) √(2 Σ (c − c')²) in decibels. Not comparable
/// with distortions on cepstra of WORLD's or STRAIGHT's spectra, nor with those of another scaling of the cosine transform.
/// </summary>
public static class MelCepstralDistortion
{
    /// <summary>Version of the computation, stored with measurements.</summary>
    public const string MetricVersion = "mfcc24-mel40-1";

    /// <summary>Fewest samples of a signal.</summary>
    public const int FewestSamples = MelCepstra.FewestSamples;

    /// <summary>Most pairs of frames that are warped in time: two clips of one minute.</summary>
    public const long MostPairs = 12_001L * 12_001;

    private static readonly double Scale = 10 / Math.Log(10) * Math.Sqrt(2);

    /// <summary>Frame by frame: for signals that are aligned in time. 0 for equal signals.</summary>
    /// <param name="signal">At least <see cref="FewestSamples"/>; the shorter length of both counts.</param>
    /// <param name="reference">As it should be.</param>
    /// <param name="sampleRate">Of both, in hertz.</param>
    public static double Compute(ReadOnlySpan<float> signal, ReadOnlySpan<float> reference, int sampleRate)
    {
        var length = Math.Min(signal.Length, reference.Length);
        var (x, y) = (MelCepstra.Of(signal[..length], sampleRate), MelCepstra.Of(reference[..length], sampleRate));
        var sum = 0.0;
        for (var i = 0; i < x.Length; i += MelCepstra.Order) sum += Distance(x, i, y, i);
        return Scale * sum / (x.Length / MelCepstra.Order);
    }

    /// <summary>Whether two signals are short enough for <see cref="ComputeWarped"/>.</summary>
    public static bool CanWarp(int signal, int reference, int sampleRate) =>
        (long)MelCepstra.FrameCount(signal, sampleRate) * MelCepstra.FrameCount(reference, sampleRate) <= MostPairs;

    /// <summary>
    /// Warped in time: the mean along the path from both beginnings to both ends that has the least sum of distances; steps go on in either signal or
    /// in both, unweighted. For signals that say the same at different speeds.
    /// </summary>
    /// <param name="signal">At least <see cref="FewestSamples"/>.</param>
    /// <param name="reference">As it should be; of any length.</param>
    /// <param name="sampleRate">Of both, in hertz.</param>
    public static double ComputeWarped(ReadOnlySpan<float> signal, ReadOnlySpan<float> reference, int sampleRate)
    {
        var (x, y) = (MelCepstra.Of(signal, sampleRate), MelCepstra.Of(reference, sampleRate));
        var (sum, steps) = Warp(x, y);
        return Scale * sum / steps;
    }

    /// <summary>Sum of distances along the cheapest path and the number of its points, with two rows of memory. Of equal ways the diagonal one is taken, then the one that goes on in x.</summary>
    private static (double Sum, int Steps) Warp(float[] x, float[] y)
    {
        var (rows, columns) = (x.Length / MelCepstra.Order, y.Length / MelCepstra.Order);
        var (above, here) = (new (double Sum, int Steps)[columns], new (double Sum, int Steps)[columns]);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var best = (Sum: 0.0, Steps: 0);
                if (row > 0 || column > 0)
                {
                    best.Sum = double.PositiveInfinity;
                    if (row > 0 && column > 0) best = above[column - 1];
                    if (row > 0 && above[column].Sum < best.Sum) best = above[column];
                    if (column > 0 && here[column - 1].Sum < best.Sum) best = here[column - 1];
                }
                here[column] = (best.Sum + Distance(x, row * MelCepstra.Order, y, column * MelCepstra.Order), best.Steps + 1);
            }
            (above, here) = (here, above);
        }
        return above[^1];
    }

    private static double Distance(float[] x, int at, float[] y, int to) =>
        TensorPrimitives.Distance(x.AsSpan(at, MelCepstra.Order), y.AsSpan(to, MelCepstra.Order));
}
