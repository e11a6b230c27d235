namespace SpeechScoop.Statistics;

/// <summary>
/// Strengths of systems from choices between two: the model of Bradley and Terry (1952), with ties after Davidson (1970) and an advantage of the
/// side presented first.
/// </summary>
/// <param name="Systems">In the order given.</param>
/// <param name="Pairs">The matrix of win rates: one entry for each pair that was compared, once, in the order of systems.</param>
/// <param name="FirstAdvantage">How much stronger a system is, on the log scale, for being presented first; null if not asked for.</param>
/// <param name="TieRate">Chance that equally strong systems tie, ν / (2 + ν) for Davidson's ν.</param>
/// <param name="LogLikelihood">Without the prior.</param>
/// <param name="Groups">Systems that were compared with each other, directly or by way of others. With more than one group, strengths cannot be compared between them.</param>
/// <param name="IsFinite">Whether the likelihood alone has a maximum (Ford 1957): every system, and every set of systems, won (or tied) and lost against the rest. Otherwise the prior decides how far apart they are.</param>
/// <param name="Converged">Whether the estimate settled.</param>
/// <param name="Listeners">Who chose, ≥ 1.</param>
/// <remarks>
/// With d = strength(first) − strength(second) + advantage: P(first) = e^(d/2) / D, P(second) = e^(−d/2) / D, P(tie) = ν / D, D being their sum. The
/// penalised log-likelihood is concave and maximised by Newton's method with step halving. Intervals are percentiles of estimates from listeners
/// drawn with replacement.
/// </remarks>
public sealed record BradleyTerry(
    IReadOnlyList<SystemStrength> Systems, IReadOnlyList<PairCount> Pairs, MaybeInterval? FirstAdvantage, double TieRate, double LogLikelihood,
    IReadOnlyList<IReadOnlyList<string>> Groups, bool IsFinite, bool Converged, int Listeners)
{
    /// <summary>Points on the Elo-like scale for a factor of ten in odds.</summary>
    public const double PointsPerDecade = 400;

    /// <summary>Where the mean of all systems lies on the Elo-like scale.</summary>
    public const double MeanPoints = 1000;

    /// <summary>Estimates strengths.</summary>
    /// <returns>Null for no choice.</returns>
    /// <exception cref="ArgumentException">A choice between a system and itself, an outcome other than 1, 0, −1, or a weight that is not positive: a bug in the caller.</exception>
    public static BradleyTerry? Of(IEnumerable<PairedChoice> choices, BradleyTerryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        options ??= new();
        Interval.RequireLevel(options.Level);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Ridge);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Resamples);
        PairedChoice[] all = [.. choices];
        if (all.Length == 0) return null;
        foreach (var choice in all) Require(choice);

        string[] systems = [.. all.SelectMany(choice => (string[])[choice.First, choice.Second]).Distinct()];
        var index = systems.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var cells = ChoiceCells.Of(all, index);
        var fit = new BradleyTerryFit(systems.Length, cells.Pairs, options.Side, options.Ridge);
        var (total, estimate) = (cells.Total(), new double[fit.Parameters]);
        var converged = fit.Maximise(total, estimate);
        var draws = cells.Listeners > 1 ? Draws(fit, cells, estimate, options) : [];
        var pairs = PairCount.Matrix(all, systems, index);
        return new(
            SystemStrength.Ranked(systems, estimate, draws, options.Level, pairs), pairs,
            options.Side ? new(estimate[fit.SideAt], Percentiles(draws, draw => draw[fit.SideAt], options.Level)) : null,
            fit.TieRate(total, estimate), fit.LogLikelihood(total, estimate),
            [.. Statistics.Groups.Of(systems.Length, cells.Pairs).Select(group => group.Select(i => systems[i]).ToArray())],
            Statistics.Groups.AreStronglyConnected(systems.Length, BeatenBy(all, index)), converged, cells.Listeners);
    }

    internal static Interval? Percentiles(IReadOnlyList<double[]> draws, Func<double[], double> value, double level)
    {
        if (draws.Count == 0) return null;
        double[] sorted = [.. draws.Select(value).Order()];
        return new(Quantile.OfSorted(sorted, (1 - level) / 2), Quantile.OfSorted(sorted, (1 + level) / 2));
    }

    private static List<double[]> Draws(BradleyTerryFit fit, ChoiceCells cells, double[] estimate, BradleyTerryOptions options)
    {
        var random = new SeededRandom(options.Seed);
        var draws = new List<double[]>(options.Resamples);
        for (var resample = 0; resample < options.Resamples; resample++)
        {
            double[] parameters = [.. estimate];
            // A draw may be one that the likelihood cannot settle without a prior; it then says nothing.
            if (fit.Maximise(cells.Draw(random), parameters, BradleyTerryFit.Rough)) draws.Add(parameters);
        }
        return draws;
    }

    private static (int, int)[] BeatenBy(PairedChoice[] choices, Dictionary<string, int> index) => [.. choices.SelectMany(choice =>
    {
        var (first, second) = (index[choice.First], index[choice.Second]);
        return choice.Outcome > 0 ? [(second, first)] : choice.Outcome < 0 ? [(first, second)] : ((int, int)[])[(first, second), (second, first)];
    }).Distinct()];

    private static void Require(PairedChoice choice)
    {
        if (choice.First == choice.Second) throw new ArgumentException($"A choice of {choice.Listener} is between {choice.First} and itself.");
        if (choice.Outcome is not (1 or 0 or -1)) throw new ArgumentException($"An outcome is {choice.Outcome}; use 1, 0 or −1.");
        if (!(choice.Weight > 0 && double.IsFinite(choice.Weight))) throw new ArgumentException($"A weight is {choice.Weight}; use a positive number.");
    }
}

/// <summary>A value with an interval, where one could be computed.</summary>
public readonly record struct MaybeInterval(double Value, Interval? Interval);
