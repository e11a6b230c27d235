using MathNet.Numerics;

namespace SpeechScoop.Statistics;

/// <summary>The exact one-sided binomial test of "no better than chance", as for ABX. Two-sided preference: <see cref="Proportion.SignTest"/>.</summary>
public static class BinomialTest
{
    /// <summary>P(X ≥ successes) for X binomial(trials, chance).</summary>
    /// <param name="successes">0 .. <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="chance">Share of right answers by guessing, 0..1 exclusive; ½ for ABX.</param>
    /// <returns>Null for no trials.</returns>
    public static double? AboveChance(int successes, int trials, double chance = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (!(chance > 0 && chance < 1)) throw new ArgumentOutOfRangeException(nameof(chance), chance, "Chance lies between 0 and 1.");
        if (trials == 0) return null;
        return successes == 0 ? 1 : SpecialFunctions.BetaRegularized(successes, trials - successes + 1, chance);
    }

    /// <summary>The fewest right answers in <paramref name="trials"/> that guessing reaches with probability ≤ <paramref name="alpha"/>.</summary>
    /// <returns>Null where even all right do not suffice: below 5 trials at chance ½ and 5 %.</returns>
    public static int? SuccessesNeeded(int trials, double alpha = 0.05, double chance = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        var (insufficient, sufficient) = (-1, trials + 1);
        while (sufficient - insufficient > 1)
        {
            var successes = (sufficient + insufficient) / 2;
            if (AboveChance(successes, trials, chance) <= alpha) sufficient = successes;
            else insufficient = successes;
        }
        return sufficient <= trials ? sufficient : null;
    }
}
