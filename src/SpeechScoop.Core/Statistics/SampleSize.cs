using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>How many listeners a paired comparison needs, before it is run.</summary>
public static class SampleSize
{
    /// <summary>The power that is asked for unless told otherwise.</summary>
    public const double UsualPower = 0.8;

    /// <summary>No answer is looked for above this: a difference that needs more is not one that a listening test can show.</summary>
    public const int Largest = 100_000;

    /// <summary>Power of the two-sided paired t test: P(|T| > t(1 − α/2; n − 1)) for T noncentral t with shift √n · difference / deviation.</summary>
    /// <param name="listeners">n ≥ 2.</param>
    /// <param name="difference">True mean difference.</param>
    /// <param name="deviation">Standard deviation of the listeners' differences, > 0, in the same unit.</param>
    public static double PairedPower(int listeners, double difference, double deviation, double alpha = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(listeners, 2);
        Require(deviation, alpha);
        var (freedom, shift) = (listeners - 1.0, Math.Sqrt(listeners) * Math.Abs(difference) / deviation);
        var critical = StudentT.InvCDF(0, 1, freedom, 1 - (alpha / 2));
        return NoncentralStudent.Cdf(-critical, freedom, shift) + NoncentralStudent.Cdf(-critical, freedom, -shift);
    }

    /// <summary>The fewest listeners with which the paired t test shows the difference with at least the power.</summary>
    /// <param name="difference">The smallest true mean difference that matters, not 0.</param>
    /// <param name="deviation">Standard deviation of the listeners' differences, > 0: from a pilot, or assumed.</param>
    /// <returns>2 or more; null above <see cref="Largest"/>.</returns>
    public static int? ForPairedDifference(double difference, double deviation, double alpha = 0.05, double power = UsualPower)
    {
        Require(deviation, alpha);
        if (!(power > alpha && power < 1)) throw new ArgumentOutOfRangeException(nameof(power), power, "Power lies between alpha and 1.");
        if (difference == 0) return null;
        return Fewest(n => PairedPower(n, difference, deviation, alpha) >= power);
    }

    /// <summary>The fewest listeners with which the t interval of a mean is expected to reach no further than ± <paramref name="halfWidth"/>.</summary>
    /// <param name="halfWidth">> 0.</param>
    /// <param name="deviation">Standard deviation of the listeners' means (or mean differences), > 0.</param>
    /// <returns>2 or more; null above <see cref="Largest"/>.</returns>
    public static int? ForHalfWidth(double halfWidth, double deviation, double level = Interval.UsualLevel)
    {
        Require(deviation, 1 - level);
        if (!(halfWidth > 0)) throw new ArgumentOutOfRangeException(nameof(halfWidth), halfWidth, "A half-width is above 0.");
        return Fewest(n => HalfWidth(n, deviation, level) <= halfWidth);
    }

    /// <summary>t(1 − α/2; n − 1) · deviation / √n.</summary>
    internal static double HalfWidth(int n, double deviation, double level) =>
        StudentT.InvCDF(0, 1, n - 1, 1 - ((1 - level) / 2)) * deviation / Math.Sqrt(n);

    /// <summary>The smallest n ≥ 2 that suffices, n + 1 sufficing wherever n does.</summary>
    internal static int? Fewest(Func<int, bool> suffices)
    {
        if (suffices(2)) return 2;
        var (insufficient, sufficient) = (2, 4);
        while (!suffices(sufficient))
        {
            if (sufficient >= Largest) return null;
            (insufficient, sufficient) = (sufficient, Math.Min(2 * sufficient, Largest));
        }
        while (sufficient - insufficient > 1)
        {
            var n = (insufficient + sufficient) / 2;
            if (suffices(n)) sufficient = n;
            else insufficient = n;
        }
        return sufficient;
    }

    private static void Require(double deviation, double alpha)
    {
        if (!(deviation > 0)) throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A standard deviation is above 0.");
        if (!(alpha > 0 && alpha < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha lies between 0 and 1.");
    }
}
