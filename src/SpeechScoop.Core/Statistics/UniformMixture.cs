using MathNet.Numerics;

namespace SpeechScoop.Statistics;

/// <summary>Likelihood of outcomes averaged over all shares of successes, against one share (<see cref="SequentialTest"/>).</summary>
internal sealed class UniformMixture(IReadOnlyList<bool> outcomes)
{
    private const int Bisections = 60;

    /// <summary>∫₀¹ pʷ (1 − p)ˡ dp / (shareʷ (1 − share)ˡ) after each outcome.</summary>
    public IEnumerable<double> Track(double share) => Counts().Select(count => Math.Exp(LogRatio(count.Wins, count.Losses, share)));

    /// <summary>The same with the mean over shares above <paramref name="chance"/> only.</summary>
    public IEnumerable<double> TrackAbove(double chance) => Counts().Select(count =>
        Math.Exp(LogRatio(count.Wins, count.Losses, chance)) / (1 - chance) * SpecialFunctions.BetaRegularized(count.Losses + 1, count.Wins + 1, 1 - chance));

    /// <summary>The shares against which the ratio never reached the threshold.</summary>
    public Interval ShareWithin(double threshold)
    {
        var (low, high) = (0.0, 1.0);
        foreach (var (wins, losses) in Counts())
        {
            low = Math.Max(low, Edge(wins, losses, 0, threshold));
            high = Math.Min(high, Edge(wins, losses, 1, threshold));
        }
        return new(Math.Min(low, high), Math.Max(low, high));
    }

    /// <summary>Between an end of 0..1 and the likeliest share: where the ratio falls to the threshold.</summary>
    private static double Edge(int wins, int losses, double end, double threshold)
    {
        var best = (double)wins / (wins + losses);
        if (best == end) return end;
        var (outside, inside) = (end, best);
        var atThreshold = SpecialFunctions.BetaLn(wins + 1, losses + 1) - Math.Log(threshold);
        for (var i = 0; i < Bisections; i++)
        {
            var share = (outside + inside) / 2;
            if ((wins * Math.Log(share)) + (losses * Math.Log(1 - share)) <= atThreshold) outside = share;
            else inside = share;
        }
        return outside;
    }

    private IEnumerable<(int Wins, int Losses)> Counts()
    {
        var (wins, losses) = (0, 0);
        foreach (var outcome in outcomes)
        {
            if (outcome) wins++;
            else losses++;
            yield return (wins, losses);
        }
    }

    private static double LogRatio(int wins, int losses, double share) =>
        SpecialFunctions.BetaLn(wins + 1, losses + 1) - (wins * Math.Log(share)) - (losses * Math.Log(1 - share));
}
