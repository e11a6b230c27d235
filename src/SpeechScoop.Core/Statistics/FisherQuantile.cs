using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>Quantiles of the F distribution.</summary>
internal static class FisherQuantile
{
    /// <summary>The value below which F lies with a probability.</summary>
    /// <param name="above">Degrees of freedom of the numerator, > 0.</param>
    /// <param name="below">Degrees of freedom of the denominator, > 0.</param>
    public static double Of(double above, double below, double probability)
    {
        // By the smaller tail of the beta distribution, whose root keeps its digits.
        var rest = Beta.InvCDF(below / 2, above / 2, 1 - probability);
        return below * (1 - rest) / (above * rest);
    }
}
