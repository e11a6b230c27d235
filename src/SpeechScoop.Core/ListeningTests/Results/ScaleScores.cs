using SpeechScoop.Statistics;

namespace SpeechScoop.ListeningTests.Results;

/// <summary>What listeners said on one scale of one design, by condition.</summary>
public sealed record ScaleScores
{
    public required TrialDesign Design { get; init; }

    /// <summary>Id of the scale; <c>bs1116-difference</c> is BS.1116's grade of the object minus that of the hidden reference.</summary>
    public required string Scale { get; init; }

    /// <summary>Smallest possible value.</summary>
    public required double Minimum { get; init; }

    /// <summary>Largest possible value.</summary>
    public required double Maximum { get; init; }

    /// <summary>In the order of the definition.</summary>
    public required IReadOnlyList<ConditionScore> Conditions { get; init; }

    /// <summary>Condition × item, in the order of the definition.</summary>
    public required IReadOnlyList<ItemScore> Items { get; init; }

    /// <summary>Systems and the hidden reference against each other.</summary>
    public required IReadOnlyList<PairedComparison> Pairs { get; init; }

    /// <summary>Whether they differ at all; null where too few listeners rated all of them.</summary>
    public OverallTest? Overall { get; init; }
}

/// <summary>One condition on one scale.</summary>
/// <param name="Ratings">Analysed ratings.</param>
/// <param name="Listeners">Who gave them.</param>
/// <param name="Items">On how many items.</param>
/// <param name="Mean">Mean of the listeners' means with its t interval: speaks about listeners like these, on these items.</param>
/// <param name="Cluster">Mean of the ratings with a bootstrap interval over listeners and items: speaks about other items too.</param>
/// <param name="StandardDeviation">Of the ratings, n − 1; null for one.</param>
/// <param name="Median">Of the ratings, with its distribution-free interval.</param>
/// <param name="Box">Of the ratings.</param>
/// <param name="Histogram">How often each category, or twentieth of a slider, was given, from the bottom.</param>
/// <param name="Density">Of sliders: a smooth density at the middles of equal parts of the scale, from the bottom; empty for categories.</param>
/// <param name="Bimodality">Coefficient of the ratings (BS.1534-3); above 5/9 listeners may fall into two camps. Null for fewer than four.</param>
/// <param name="Forecast">How many more listeners until the mean's interval is a twentieth of the scale to either side; null where that cannot be told yet.</param>
public sealed record ConditionScore(
    string Condition, string Title, StimulusRole Role, int Ratings, int Listeners, int Items,
    Estimate Mean, Estimate? Cluster, double? StandardDeviation, Estimate Median, BoxStatistics Box,
    IReadOnlyList<HistogramBin> Histogram, IReadOnlyList<double> Density, double? Bimodality, Forecast? Forecast);

/// <summary>A bar of a histogram: from its lower end up to, not including, its upper end; the last one includes it.</summary>
public sealed record HistogramBin(double From, double To, int Count);

/// <summary>One condition on one item.</summary>
/// <param name="Mean">Over ratings, with its t interval.</param>
public sealed record ItemScore(string Condition, string Item, int Ratings, int Listeners, Estimate Mean, double Median);
