namespace SpeechScoop.Statistics;

/// <summary>Capital of a bettor who holds that values in 0..1 lie higher than some centre (<see cref="SequentialTest"/>).</summary>
/// <param name="values">In order of time.</param>
/// <param name="bettors">How many bettors share the capital at first; each plays on with what is left, and their mean is what counts.</param>
/// <param name="factor">
/// What a bettor's capital is multiplied by at a value, against a centre: at least 0, at most 1 on average where the null holds, and falling
/// as the centre rises, so that bounds are found by bisection.
/// </param>
internal sealed class BettingCapital(double[] values, int bettors, Func<int, double, double, double> factor)
{
    private const int Bisections = 50;

    /// <summary>
    /// Stakes of constant shares c of the capital, 1/40, 3/40 .. 39/40, on the mean: no stake gains on average where it is
    /// <c>mean</c> or less.
    /// </summary>
    public static BettingCapital OnMean(double[] values) => new(values, 20, (bettor, value, mean) =>
    {
        var stake = (bettor + 0.5) / 20;
        return 1 - stake + (stake * value / mean);
    });

    /// <summary>
    /// Bets on the side of the centre that a value falls on, once its distance is known: 2 / (1 + exp(−2 λ (value − centre))), λ = 1, 2, 4 ..
    /// 128. Under symmetry both sides have probability ½.
    /// </summary>
    public static BettingCapital OnSide(double[] values) => new(values, 8, (bettor, value, centre) => 2 / (1 + Math.Exp(-2 * (1 << bettor) * (value - centre))));

    /// <summary>Capital after each value against a centre in 0..1. Beyond 1e308 it is infinite.</summary>
    public IEnumerable<double> Track(double centre)
    {
        var capital = new double[bettors];
        Array.Fill(capital, 1.0);
        foreach (var value in values)
        {
            var sum = 0.0;
            for (var bettor = 0; bettor < bettors; bettor++) sum += capital[bettor] *= factor(bettor, value, centre);
            yield return sum / bettors;
        }
    }

    /// <summary>The largest centre against which the capital ever reached the threshold; 0 where there is none.</summary>
    public double LowerBound(double threshold)
    {
        var (reached, missed) = (0.0, 1.0);
        for (var i = 0; i < Bisections; i++)
        {
            var centre = (reached + missed) / 2;
            if (Track(centre).Any(capital => capital >= threshold)) reached = centre;
            else missed = centre;
        }
        return reached < 1e-12 ? 0 : reached;
    }
}
