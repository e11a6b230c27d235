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
        var pairs = first.Zip(second).ToList();
        // Alternations may be read in another way for each system; then reference words differ, and segments cannot be matched.
        var sameWords = pairs.All(pair => pair.First.Tokens.Select(token => token.Reference).OfType<string>().SequenceEqual(pair.Second.Tokens.Select(token => token.Reference).OfType<string>(), StringComparer.Ordinal));
        return Of([.. utterances.Select((utterance, i) => (utterance.Id, utterance.Cluster, first[i].Counts, second[i].Counts))], sameWords ? MatchedPairs.Of(pairs) : null, PairedDifference.UsualResamples, seed);
    }

    /// <summary>Compares two systems whose errors are counted: all tests but <see cref="MatchedPairs"/>, which needs alignments.</summary>
    /// <param name="first">Of the same utterances, in the same order, as <paramref name="second"/>.</param>
    /// <param name="resamples">Of the bootstrap.</param>
    public static SystemComparison OfScores(
        IReadOnlyList<UtteranceScore> first, IReadOnlyList<UtteranceScore> second, int resamples = PairedDifference.UsualResamples, long seed = RatioEstimate.UsualSeed)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Of([.. first.Zip(second, (one, other) => (one.Id, one.Cluster, one.Words, other.Words))], null, resamples, seed);
    }

    private static SystemComparison Of(IReadOnlyList<(string Id, string? Cluster, ErrorCounts First, ErrorCounts Second)> counts, MatchedPairs? matched, int resamples, long seed)
    {
        var clusters = counts.GroupBy(each => each.Cluster is { } cluster ? "c:" + cluster : "u:" + each.Id, StringComparer.Ordinal)
            .Select(group => group.Aggregate((First: 0, Second: 0, Words: 0), (sum, each) => (sum.First + each.First.Errors, sum.Second + each.Second.Errors, sum.Words + each.First.ReferenceLength)))
            .ToList();
        var rates = clusters.Where(cluster => cluster.Words > 0).Select(cluster => (double)(cluster.First - cluster.Second) / cluster.Words).ToList();
        return new SystemComparison(
            PairedDifference.Of(clusters, resamples, seed),
            matched,
            McNemarTest.Of(
                counts.Count(each => each.First.Errors == 0 && each.Second.Errors > 0),
                counts.Count(each => each.First.Errors > 0 && each.Second.Errors == 0)),
            rates.Count == 0 ? null : WilcoxonSignedRank.Of(rates),
            McNemarTest.Of(rates.Count(rate => rate < 0), rates.Count(rate => rate > 0)));
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
