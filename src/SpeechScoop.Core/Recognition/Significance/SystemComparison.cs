using SpeechScoop.Statistics;

namespace SpeechScoop.Recognition;

/// <summary>Two systems over the same utterances, by every test that the field uses.</summary>
/// <param name="Difference">Rates, their difference and the paired bootstrap over clusters.</param>
/// <param name="MatchedPairs">MAPSSWE; null where it cannot be computed.</param>
/// <param name="McNemar">Utterances without an error.</param>
/// <param name="SpeakerWilcoxon">Signed ranks of the clusters' rate differences; null without two clusters that differ.</param>
/// <param name="SpeakerSign">Clusters on which either is better, as the sign test takes them.</param>
public sealed record SystemComparison(PairedDifference? Difference, MatchedPairs? MatchedPairs, McNemarTest McNemar, WilcoxonSignedRank? SpeakerWilcoxon, McNemarTest SpeakerSign)
{
    /// <summary>With fewer clusters, intervals of the bootstrap are known to be too narrow.</summary>
    public const int FewClusters = 10;

    /// <summary>With fewer segments, MAPSSWE's Z is hardly normal.</summary>
    public const int FewSegments = 30;

    /// <summary>What its figures rest on where that is little, in sentences.</summary>
    /// <param name="clusteredBy">What was drawn: speaker, recording or utterance.</param>
    public IReadOnlyList<string> Warnings(string clusteredBy)
    {
        var warnings = new List<string>();
        if (Difference is { Clusters: 1 }) warnings.Add($"There is one {clusteredBy}: chance cannot be judged, and there is no interval.");
        else if (Difference is { Clusters: < FewClusters and var clusters }) warnings.Add($"{clusters} {clusteredBy}s are few: intervals of the bootstrap are too narrow below {FewClusters}.");
        if (MatchedPairs is { Segments: < FewSegments and var segments }) warnings.Add($"MAPSSWE has {segments} segments with errors: below {FewSegments} its p value is rough.");
        return warnings;
    }

    /// <summary>Compares two systems' transcripts of the same utterances.</summary>
    /// <param name="first">With the same ids, references and clusters, in the same order, as <paramref name="second"/>.</param>
    /// <returns><see cref="Error.Invalid"/> where the utterances differ, or a reference cannot be read.</returns>
    public static Result<SystemComparison> Of(IReadOnlyList<Utterance> first, IReadOnlyList<Utterance> second, ScoringOptions options, long seed = RatioEstimate.UsualSeed)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || first.Zip(second).FirstOrDefault(pair => pair.First.Id != pair.Second.Id || pair.First.Reference != pair.Second.Reference) is { First.Id: not null })
            return new Error.Invalid("utterances-differ", "Two systems are compared on the same utterances, in the same order, with the same references. Score their common utterances.");
        if (!Align(first, options).TryGet(out var left, out var error) || !Align(second, options).TryGet(out var right, out error)) return error;
        return OfAlignments(first, left, right, seed);
    }

    /// <summary>Compares two systems whose alignments are known.</summary>
    /// <param name="utterances">Give ids and clusters.</param>
    /// <param name="first">The first system's alignment of each utterance.</param>
    /// <param name="second">The second's.</param>
    public static SystemComparison OfAlignments(IReadOnlyList<Utterance> utterances, IReadOnlyList<WordAlignment> first, IReadOnlyList<WordAlignment> second, long seed = RatioEstimate.UsualSeed)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Of([.. utterances.Select((utterance, i) => (utterance.Id, utterance.Cluster, first[i].Counts, second[i].Counts))], MatchedPairs.Of(first.Zip(second)), PairedDifference.UsualResamples, seed);
    }

    /// <summary>Compares two systems whose errors are counted: all tests but <see cref="MatchedPairs"/>, which needs alignments.</summary>
    /// <param name="first">Of the same utterances, in the same order, as <paramref name="second"/>.</param>
    /// <param name="resamples">Of the bootstrap.</param>
    /// <exception cref="ArgumentException">The utterances differ.</exception>
    public static SystemComparison OfScores(
        IReadOnlyList<UtteranceScore> first, IReadOnlyList<UtteranceScore> second, int resamples = PairedDifference.UsualResamples, long seed = RatioEstimate.UsualSeed)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || first.Zip(second).Any(pair => pair.First.Id != pair.Second.Id)) throw new ArgumentException("Both systems have the same utterances, in the same order.", nameof(second));
        return Of([.. first.Zip(second, (one, other) => (one.Id, one.Cluster, one.Words, other.Words))], null, resamples, seed);
    }

    private static SystemComparison Of(IReadOnlyList<(string Id, string? Cluster, ErrorCounts First, ErrorCounts Second)> counts, MatchedPairs? matched, int resamples, long seed)
    {
        var clusters = counts.GroupBy(each => each.Cluster is { } cluster ? "c:" + cluster : "u:" + each.Id, StringComparer.Ordinal)
            .Select(group => group.Aggregate(default(PairedErrors), (sum, each) => new(
                sum.First + each.First.Errors, sum.FirstWords + each.First.ReferenceLength, sum.Second + each.Second.Errors, sum.SecondWords + each.Second.ReferenceLength)))
            .ToList();
        var differences = clusters.Select(cluster => cluster.Difference).OfType<double>().ToList();
        return new SystemComparison(
            PairedDifference.Of(clusters, resamples, seed),
            matched,
            McNemarTest.Of(
                counts.Count(each => each.First.Errors == 0 && each.Second.Errors > 0),
                counts.Count(each => each.First.Errors > 0 && each.Second.Errors == 0)),
            differences.Count == 0 ? null : WilcoxonSignedRank.Of(differences),
            McNemarTest.Of(differences.Count(difference => difference < 0), differences.Count(difference => difference > 0)));
    }

    private static Result<WordAlignment[]> Align(IReadOnlyList<Utterance> utterances, ScoringOptions options)
    {
        var alignments = new WordAlignment[utterances.Count];
        for (var i = 0; i < alignments.Length; i++)
        {
            if (!CorpusScoring.Align(utterances[i], options).TryGet(out var alignment, out var error)) return error;
            alignments[i] = alignment;
        }
        return alignments;
    }
}
