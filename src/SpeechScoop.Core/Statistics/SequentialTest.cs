namespace SpeechScoop.Statistics;

/// <summary>
/// A test that may be looked at after every listener and stopped at any time: whatever the stopping rule, a true null is rejected with
/// probability ≤ α. It multiplies fair bets against the null (a test martingale); by Ville's inequality (1939) its capital ever reaches
/// 1 / α with probability ≤ α. No normality and no large n is assumed.
/// </summary>
/// <param name="N">Observations so far.</param>
/// <param name="EValue">Capital now: evidence against the null; 1 is none.</param>
/// <param name="P">1 / largest capital so far, at most 1: valid at every look.</param>
/// <param name="Interval">
/// Confidence sequence at level 1 − α, intersected over all looks: with probability ≥ 1 − α it holds the true value at all times. Null for
/// one-sided tests.
/// </param>
/// <param name="StoppedAt">After how many observations P first was ≤ α; null where it never was.</param>
public sealed record SequentialTest(int N, double EValue, double P, Interval? Interval, int? StoppedAt)
{
    /// <summary>
    /// Is the mean of bounded differences 0? Betting on both sides (Waudby-Smith and Ramdas, JRSS B 86, 2024, hedged capital): for a mean m
    /// on a scale from a to b the capitals are the averages over c of ∏ (1 − c + c (x − a) / (m − a)) and of
    /// ∏ (1 − c + c (b − x) / (b − m)), c = 1/40, 3/40 .. 39/40; the larger one, halved, counts.
    /// </summary>
    /// <param name="differences">
    /// One for each listener (their mean difference), in the order in which they finished. Preferences: each listener's share of wins minus
    /// share of losses.
    /// </param>
    /// <param name="lowest">Smallest difference that the scale allows, below 0: −100 for MUSHRA, −3 for CMOS, −4 for ACR, −1 for preferences.</param>
    /// <param name="highest">Largest difference that the scale allows, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A difference is outside the scale: the guarantee rests on its ends.</exception>
    public static SequentialTest OfMean(IReadOnlyList<double> differences, double lowest, double highest, double alpha = 0.05) =>
        TwoSided(differences, lowest, highest, alpha, BettingCapital.OnMean);

    /// <summary>
    /// Are differences symmetric about 0, as they are where swapping the two conditions changes nothing? The sequential counterpart of
    /// <see cref="SignFlipTest"/> and <see cref="WilcoxonSignedRank"/>: once |x| is known, its sign is a fair coin, and ∏ 2 / (1 + e^(−2λx)) =
    /// ∏ e^(λx) / cosh(λx) is a fair capital (de la Peña, Annals of Probability 27, 1999), averaged over λ = 1, 2, 4 .. 128 divided by the width
    /// of the scale, on both sides; the larger one, halved, counts. It needs far fewer listeners than <see cref="OfMean"/> where differences are small beside
    /// the scale, as in MUSHRA. The interval is that of the centre of symmetry.
    /// </summary>
    /// <inheritdoc cref="OfMean"/>
    public static SequentialTest OfSymmetry(IReadOnlyList<double> differences, double lowest, double highest, double alpha = 0.05) =>
        TwoSided(differences, lowest, highest, alpha, BettingCapital.OnSide);

    /// <summary>
    /// Are both outcomes equally likely? Capital ∫ pʷ (1 − p)ˡ dp / 2⁻ⁿ = 2ⁿ / ((n + 1) · C(n, w)) (Robbins, Annals of Mathematical Statistics 41,
    /// 1970). The interval is that of the share of wins.
    /// </summary>
    /// <param name="wins">Decided choices in order of time, independent of each other: one for each listener. Several by one: <see cref="OfMean"/>.</param>
    public static SequentialTest OfPreference(IReadOnlyList<bool> wins, double alpha = 0.05)
    {
        ArgumentNullException.ThrowIfNull(wins);
        RequireAlpha(alpha);
        var mixture = new UniformMixture(wins);
        return Of(mixture.Track(0.5), alpha, mixture.ShareWithin(1 / alpha));
    }

    /// <summary>
    /// Are right answers no more than guesses (ABX)? One-sided: the same mixture over shares above <paramref name="chance"/> only. Answers of
    /// different listeners may be pooled: who guesses is right with the same chance, whoever it is.
    /// </summary>
    /// <param name="right">Answers in order of time.</param>
    /// <param name="chance">0..1 exclusive.</param>
    public static SequentialTest OfIdentification(IReadOnlyList<bool> right, double chance = 0.5, double alpha = 0.05)
    {
        ArgumentNullException.ThrowIfNull(right);
        RequireAlpha(alpha);
        if (!(chance > 0 && chance < 1)) throw new ArgumentOutOfRangeException(nameof(chance), chance, "Chance lies between 0 and 1.");
        return Of(new UniformMixture(right).TrackAbove(chance), alpha, null);
    }

    /// <summary>Bets on higher and, with the scale turned round, on lower values.</summary>
    private static SequentialTest TwoSided(
        IReadOnlyList<double> differences, double lowest, double highest, double alpha, Func<double[], BettingCapital> bet)
    {
        ArgumentNullException.ThrowIfNull(differences);
        RequireAlpha(alpha);
        if (!(lowest < 0 && highest > 0)) throw new ArgumentOutOfRangeException(nameof(lowest), lowest, "The scale of differences goes from below 0 to above 0.");
        if (differences.Any(difference => !(difference >= lowest && difference <= highest)))
            throw new ArgumentOutOfRangeException(nameof(differences), $"Differences lie between {lowest} and {highest}.");
        var width = highest - lowest;
        var (up, down) = (bet([.. differences.Select(difference => (difference - lowest) / width)]), bet([.. differences.Select(difference => (highest - difference) / width)]));
        var capital = up.Track(-lowest / width).Zip(down.Track(highest / width), (above, below) => Math.Max(above, below) / 2);
        var (low, high) = (up.LowerBound(2 / alpha), 1 - down.LowerBound(2 / alpha));
        return Of(capital, alpha, new(lowest + (width * Math.Min(low, high)), lowest + (width * Math.Max(low, high))));
    }

    private static SequentialTest Of(IEnumerable<double> capital, double alpha, Interval? interval)
    {
        var (n, now, most, stopped) = (0, 1.0, 1.0, (int?)null);
        foreach (var value in capital)
        {
            n++;
            now = value;
            most = Math.Max(most, value);
            if (stopped is null && most >= 1 / alpha) stopped = n;
        }
        return new(n, now, 1 / most, interval, stopped);
    }

    private static void RequireAlpha(double alpha)
    {
        if (!(alpha > 0 && alpha < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha lies between 0 and 1.");
    }
}
