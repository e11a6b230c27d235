using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Statistics;

/// <summary>
/// Coverage of the intervals of the results page that <see cref="ListeningSimulationTests"/> has not: medians, shares, word error rates, agreement,
/// corrected means, correlations. Seeded; the number of experiments stands with each.
/// </summary>
public class ResultIntervalSimulationTests
{
    private readonly SeededRandom random = new(19_250_101);

    [Theory]
    [InlineData(20, 12)]
    [InlineData(40, 12)]
    [InlineData(40, 24)]
    public void The_interval_of_a_median_covers_95_times_in_100(int listeners, int items) => Assert.InRange(Covered(600, 0, () =>
    {
        var (who, what, values) = Ratings(listeners, items, ofListeners: 0.5, ofItems: 0.5, noise: 0.7);
        return ClusterBootstrap.TwoWayMedian(who, what, values, resamples: 400)!.Interval;
    }), 0.93, 0.98);

    [Fact]
    public void A_median_of_ratings_taken_as_independent_would_cover_far_less() => Assert.InRange(Covered(400, 0, () =>
    {
        var (_, _, values) = Ratings(40, 24, ofListeners: 0.5, ofItems: 0.5, noise: 0.7);
        return MedianEstimate.Of(values)!.Interval;
    }), 0.2, 0.7);

    /// <summary>No simulation: the chance of each count is known. Exact intervals cover at least what they say, and with few trials more.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(24)]
    [InlineData(100)]
    [InlineData(400)]
    public void The_exact_interval_of_a_share_covers_95_times_in_100_or_more(int trials)
    {
        foreach (var share in (double[])[0.3, 0.5, 0.65, 0.8])
        {
            var covered = Enumerable.Range(0, trials + 1).Where(right => Proportion.ExactInterval(right, trials) is { } interval && interval.Low <= share && share <= interval.High)
                .Sum(right => MathNet.Numerics.Distributions.Binomial.PMF(share, trials, right));
            Assert.InRange(covered, 0.95, trials < 100 ? 0.995 : 0.975);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public void The_interval_of_listeners_word_error_rate_covers_95_times_in_100(int listeners) => Assert.InRange(Covered(1000, 0.2, () => RatioEstimate.Of(
        [.. Enumerable.Range(0, listeners).Select(_ =>
        {
            // Some hear better than others: their own rates lie around 20 %.
            var rate = Math.Clamp(0.2 + (0.05 * Normal()), 0, 1);
            return ((double)Enumerable.Range(0, 120).Count(_ => random.NextDouble() < rate), 120.0);
        })], resamples: 500, expanded: true)!.Interval), 0.93, 0.97);

    [Theory]
    [InlineData(MeasurementLevel.Interval, 16, 12, 0.7)]
    [InlineData(MeasurementLevel.Interval, 16, 48, 0.7)]
    [InlineData(MeasurementLevel.Interval, 4, 24, 2)]
    [InlineData(MeasurementLevel.Ordinal, 16, 12, 0.7)]
    [InlineData(MeasurementLevel.Ordinal, 16, 48, 0.7)]
    [InlineData(MeasurementLevel.Ordinal, 4, 24, 2)]
    [InlineData(MeasurementLevel.Nominal, 16, 48, 0.7)]
    public void The_interval_of_Krippendorffs_alpha_covers_95_times_in_100(MeasurementLevel measurement, int raters, int items, double noise)
    {
        // A panel with its biases, other stimuli each time, on a slider or in five categories; the true value from very many stimuli.
        double[] biases = [.. Enumerable.Range(0, raters).Select(_ => 0.4 * Normal())];
        RaterScore[] Given(int count) => [.. Scores(biases, count, noise).Select(score => score with
        {
            Value = measurement is MeasurementLevel.Interval ? Math.Clamp(Math.Round(50 + (15 * score.Value)), 0, 100) : Math.Clamp(Math.Round(3 + score.Value), 1, 5),
        })];
        var truth = KrippendorffAlpha.Of(Given(20_000), measurement)!.Alpha!.Value;
        Assert.InRange(Covered(1000, truth, () => KrippendorffAlpha.Of(Given(items), measurement)!.Interval), 0.93, 0.97);
    }

    [Fact]
    public void The_interval_of_the_intraclass_correlation_covers_95_times_in_100() => Assert.InRange(Covered(1000, 1 / (1 + 0.16 + 0.49), () =>
        IntraclassCorrelation.Of(Scores([.. Enumerable.Range(0, 16).Select(_ => 0.4 * Normal())], 24))!.AgreementSingle!.Value.Interval), 0.93, 0.97);

    [Fact]
    public void The_interval_of_the_SOS_parameter_covers_95_times_in_100()
    {
        double[][] Votes(int items) => [.. Enumerable.Range(0, items).Select(_ =>
        {
            var quality = 1.5 + (3 * random.NextDouble());
            return (double[])[.. Enumerable.Range(0, 24).Select(_ => Math.Clamp(Math.Round(quality + (0.8 * Normal())), 1, 5))];
        })];
        var truth = StandardDeviationOfOpinionScores.Of(Votes(40_000), 1, 5)!.A;
        Assert.InRange(Covered(1000, truth, () => StandardDeviationOfOpinionScores.Of(Votes(40), 1, 5)!.Interval), 0.93, 0.97);
    }

    [Fact]
    public void Intervals_of_bias_corrected_means_of_conditions_cover_95_times_in_100()
    {
        var definition = new ListeningTestDefinition { Title = "T", Seed = 1, Conditions = [new("a", "A"), new("b", "B"), new("c", "C")] };
        var (covered, all) = (0, 0);
        for (var experiment = 0; experiment < 200; experiment++)
        {
            double[] biases = [.. Enumerable.Range(0, 24).Select(_ => 0.4 * Normal())];
            var quality = new Dictionary<(string, int), double>();
            foreach (var condition in (string[])["a", "b", "c"])
                for (var item = 0; item < 8; item++) quality[(condition, item)] = 3 + (0.7 * Normal());
            var center = biases.Average();
            ScoreRow[] rows = [.. from stimulus in quality
                                  from listener in Enumerable.Range(0, biases.Length)
                                  select new ScoreRow(stimulus.Key.Item1, $"l{listener}", $"i{stimulus.Key.Item2}", stimulus.Value + biases[listener] - center + ((0.5 + (listener / 48.0)) * Normal()))];
            foreach (var score in PanelAgreement.Of(definition, TrialDesign.Acr, "acr", new(1, 5, 1), rows).Corrected)
            {
                all++;
                var truth = quality.Where(stimulus => stimulus.Key.Item1 == score.Condition).Average(stimulus => stimulus.Value);
                if (score.Mean.Low <= truth && truth <= score.Mean.High) covered++;
            }
        }
        Assert.Equal(600, all);
        Assert.InRange((double)covered / all, 0.93, 0.97);
    }

    [Fact]
    public void Intervals_of_correlations_cover_95_times_in_100()
    {
        const double Rho = 0.7;
        (double[] X, double[] Y) Points()
        {
            double[] x = [.. Enumerable.Range(0, 16).Select(_ => Normal())];
            return (x, [.. x.Select(value => (Rho * value) + (Math.Sqrt(1 - (Rho * Rho)) * Normal()))]);
        }
        Assert.InRange(Covered(2000, Rho, () => Points() is var (x, y) ? Correlation.Pearson(x, y)!.Interval : null), 0.93, 0.97);
        // Of the normal distribution with this correlation.
        Assert.InRange(Covered(2000, 6 / Math.PI * Math.Asin(Rho / 2), () => Points() is var (x, y) ? Correlation.Spearman(x, y)!.Interval : null), 0.93, 0.97);
    }

    private static double Covered(int experiments, double truth, Func<Interval?> interval) =>
        Enumerable.Range(0, experiments).Count(_ => interval() is { } found && found.Low <= truth && truth <= found.High) / (double)experiments;

    private RaterScore[] Scores(double[] biases, int items, double noise = 0.7) =>
        [.. Enumerable.Range(0, items).SelectMany(item =>
        {
            var quality = Normal();
            return biases.Select((bias, rater) => new RaterScore($"r{rater}", $"i{item}", quality + bias + (noise * Normal())));
        })];

    private (int[] Listeners, int[] Items, double[] Values) Ratings(int listeners, int items, double ofListeners, double ofItems, double noise)
    {
        double[] item = [.. Enumerable.Range(0, items).Select(_ => ofItems * Normal())], listener = [.. Enumerable.Range(0, listeners).Select(_ => ofListeners * Normal())];
        var cells = Enumerable.Range(0, listeners * items).Select(cell => (Listener: cell / items, Item: cell % items)).ToArray();
        return ([.. cells.Select(cell => cell.Listener)], [.. cells.Select(cell => cell.Item)], [.. cells.Select(cell => listener[cell.Listener] + item[cell.Item] + (noise * Normal()))]);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
