namespace SpeechScoop.Statistics;

/// <summary>Capital of a bettor who holds that values in 0..1 are larger than some mean on average (<see cref="SequentialTest.OfMean"/>).</summary>
/// <remarks>
/// Each of several bettors stakes a constant share c of the capital; their mean is what counts. Where the mean is m or less, no stake
/// gains on average. The capital falls as m rises, so that the bound is found by bisection.
/// </remarks>
internal sealed class BettingCapital(double[] values)
{
    private const int Bettors = 20;
    private const int Bisections = 50;

    /// <summary>Capital after each value against the mean <paramref name="mean"/>, 0 &lt; mean ≤ 1. Beyond 1e308 it is infinite.</summary>
    public IEnumerable<double> Track(double mean)
    {
        var capital = new double[Bettors];
        Array.Fill(capital, 1.0);
        foreach (var value in values)
        {
            var sum = 0.0;
            for (var bettor = 0; bettor < Bettors; bettor++)
            {
                var stake = (bettor + 0.5) / Bettors;
                sum += capital[bettor] *= 1 - stake + (stake * value / mean);
            }
            yield return sum / Bettors;
        }
    }

    /// <summary>The largest mean against which the capital ever reached the threshold; 0 where there is none.</summary>
    public double LowerBound(double threshold)
    {
        var (reached, missed) = (0.0, 1.0);
        for (var i = 0; i < Bisections; i++)
        {
            var mean = (reached + missed) / 2;
            if (Track(mean).Any(capital => capital >= threshold)) reached = mean;
            else missed = mean;
        }
        return reached < 1e-12 ? 0 : reached;
    }
}
