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
        var alignments = new (WordAlignment First, WordAlignment Second)[first.Count];
        for (var i = 0; i < alignments.Length; i++)
        {
            if (!CorpusScoring.Align(first[i], options).TryGet(out var left, out var error) || !CorpusScoring.Align(second[i], options).TryGet(out var right, out error)) return error;
            alignments[i] = (left, right);
        }

        var clusters = first.Select((utterance, i) => (Key: utterance.Cluster is { } cluster ? "c:" + cluster : "u:" + utterance.Id, Counts: (alignments[i].First.Counts, alignments[i].Second.Counts)))
            .GroupBy(each => each.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate((First: 0, Second: 0, Words: 0), (sum, each) =>
                (sum.First + each.Counts.Item1.Errors, sum.Second + each.Counts.Item2.Errors, sum.Words + each.Counts.Item1.ReferenceLength))).ToList();
        var rates = clusters.Where(cluster => cluster.Words > 0).Select(cluster => (double)(cluster.First - cluster.Second) / cluster.Words).ToList();
        // Alternations may be read in another way for each system; then reference words differ, and segments cannot be matched.
        var sameWords = alignments.All(pair => pair.First.Tokens.Select(token => token.Reference).OfType<string>().SequenceEqual(pair.Second.Tokens.Select(token => token.Reference).OfType<string>(), StringComparer.Ordinal));
        return new SystemComparison(
            PairedDifference.Of(clusters, seed: seed),
            sameWords ? MatchedPairs.Of(alignments) : null,
            McNemarTest.Of(
                alignments.Count(pair => pair.First.Counts.Errors == 0 && pair.Second.Counts.Errors > 0),
                alignments.Count(pair => pair.First.Counts.Errors > 0 && pair.Second.Counts.Errors == 0)),
            rates.Count == 0 ? null : WilcoxonSignedRank.Of(rates),
            McNemarTest.Of(rates.Count(rate => rate < 0), rates.Count(rate => rate > 0)));
    }
}
