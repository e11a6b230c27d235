using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace SpeechScoop.Statistics;

/// <summary>Inference about a share of successes.</summary>
public static class Proportion
{
    /// <summary>
    /// The exact interval of Clopper and Pearson (Biometrika 26, 1934): it covers the true share with at least
    /// <paramref name="level"/>, whatever the share.
    /// </summary>
    /// <param name="successes">0 .. <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <returns>Null for no trials.</returns>
    public static Interval? ExactInterval(int successes, int trials, double level = Interval.UsualLevel)
    {
        Interval.RequireLevel(level);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0) return null;
        var tail = (1 - level) / 2;
        return new(
            successes == 0 ? 0 : Beta.InvCDF(successes, trials - successes + 1, tail),
            successes == trials ? 1 : Beta.InvCDF(successes + 1, trials - successes, 1 - tail));
    }

    /// <summary>
    /// The score interval of Wilson (Journal of the American Statistical Association 22, 1927), without continuity correction: narrower than the
    /// exact one; it covers the level on average over shares, not for each.
    /// </summary>
    /// <param name="successes">0 .. <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <returns>Null for no trials.</returns>
    public static Interval? WilsonInterval(int successes, int trials, double level = Interval.UsualLevel)
    {
        Interval.RequireLevel(level);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0) return null;
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var (share, spread) = ((double)successes / trials, z * z / trials);
        var middle = (share + (spread / 2)) / (1 + spread);
        var half = z * Math.Sqrt(((share * (1 - share)) + (spread / 4)) / trials) / (1 + spread);
        // At the ends rounding must not leave 0..1.
        return new(successes == 0 ? 0 : middle - half, successes == trials ? 1 : middle + half);
    }

    /// <summary>
    /// The two-sided exact sign test: how likely a result at least as uneven is if both outcomes were equally likely,
    /// min(1, 2 · P(X ≤ min(wins, losses))) with X binomial(wins + losses, ½). Ties are left out.
    /// </summary>
    /// <returns>Null for no decided comparison.</returns>
    public static double? SignTest(int wins, int losses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wins);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        var (n, fewer) = (wins + losses, Math.Min(wins, losses));
        if (n == 0) return null;

        // P(X ≤ k) as the regularised incomplete beta function: exact for any n, without sums of binomial coefficients.
        var p = 2 * SpecialFunctions.BetaRegularized(n - fewer, fewer + 1, 0.5);
        return p > 1 - 1e-12 ? 1 : p;
    }
}
