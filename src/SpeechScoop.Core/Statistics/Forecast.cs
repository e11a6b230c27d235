using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>How many more listeners until the interval of a mean is narrow enough, judging by the listeners so far.</summary>
/// <param name="Listeners">So far, ≥ 2.</param>
/// <param name="HalfWidth">Half the width of the present t interval.</param>
/// <param name="Target">Half the width wanted.</param>
/// <param name="More">Further listeners if they spread as those so far do; 0 where the target is reached, null above <see cref="SampleSize.Largest"/>.</param>
/// <param name="MoreAtMost">The same with the spread at its one-sided 80 % upper limit: few listeners say little about their own spread.</param>
public sealed record Forecast(int Listeners, double HalfWidth, double Target, int? More, int? MoreAtMost)
{
    private const double Caution = 0.8;

    /// <summary>Forecasts from the listeners' own means (or mean differences).</summary>
    /// <param name="listenerMeans">One finite value for each listener.</param>
    /// <param name="target">Half the width wanted, > 0.</param>
    /// <returns>Null for fewer than two listeners, or listeners without spread.</returns>
    public static Forecast? Of(IReadOnlyList<double> listenerMeans, double target, double level = Interval.UsualLevel)
    {
        if (!(target > 0)) throw new ArgumentOutOfRangeException(nameof(target), target, "A half-width is above 0.");
        if (MeanEstimate.Of(listenerMeans, level) is not { StandardDeviation: { } deviation, N: var n } || !(deviation > 0)) return null;
        var half = SampleSize.HalfWidth(n, deviation, level);
        var cautious = deviation * Math.Sqrt((n - 1) / ChiSquared.InvCDF(n - 1, 1 - Caution));
        return half <= target
            ? new(n, half, target, 0, 0)
            : new(n, half, target, SampleSize.ForHalfWidth(target, deviation, level) - n, SampleSize.ForHalfWidth(target, cautious, level) - n);
    }
}
