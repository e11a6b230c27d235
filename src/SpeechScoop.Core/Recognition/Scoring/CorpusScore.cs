using SpeechScoop.Statistics;

namespace SpeechScoop.Recognition;

/// <summary>Errors of a system over many utterances. Rates are ratios of sums; the mean over utterances stands beside them, because it is often published instead.</summary>
public sealed record CorpusScore
{
    internal CorpusScore(IReadOnlyList<UtteranceScore> utterances, ScoringOptions options)
    {
        (Utterances, Options) = (utterances, options);
        foreach (var utterance in utterances)
        {
            Words += utterance.Words;
            Characters += utterance.Characters;
            if (utterance.Words.Errors > 0) WrongUtterances++;
            if (utterance.Words.ReferenceLength > 0) continue;
            SilentReferences++;
            SilentInsertions += utterance.Words.Insertions;
        }
        var rates = utterances.Select(utterance => utterance.Words.Rate).OfType<double>().ToList();
        MeanOfUtterances = rates.Count == 0 ? null : rates.Average();
    }

    /// <summary>Each utterance, in the order given.</summary>
    public IReadOnlyList<UtteranceScore> Utterances { get; }

    /// <summary>How they were scored.</summary>
    public ScoringOptions Options { get; }

    /// <summary>Sums over all utterances; <see cref="ErrorCounts.Rate"/> is the pooled WER.</summary>
    public ErrorCounts Words { get; }

    /// <summary>Sums over all utterances; the pooled CER.</summary>
    public ErrorCounts Characters { get; }

    /// <summary>Mean of the utterances' rates; utterances without a rate (an empty reference with insertions) are left out.</summary>
    public double? MeanOfUtterances { get; }

    /// <summary>Utterances with any error.</summary>
    public int WrongUtterances { get; }

    /// <summary>Sentence error rate, 0..1; null for no utterances.</summary>
    public double? SentenceErrorRate => Utterances.Count == 0 ? null : (double)WrongUtterances / Utterances.Count;

    /// <summary>Utterances in which nothing was said.</summary>
    public int SilentReferences { get; }

    /// <summary>Words that the system invented in them. They also count in <see cref="Words"/>.</summary>
    public int SilentInsertions { get; }

    /// <summary>The pooled WER with a bootstrap interval over clusters (<see cref="Utterance.Cluster"/>; an utterance without one is its own).</summary>
    public RatioEstimate? WordErrorRate(int resamples = RatioEstimate.UsualResamples, long seed = RatioEstimate.UsualSeed) => RatioEstimate.Of(
        [.. Clusters().Select(cluster => ((double)cluster.Errors, (double)cluster.ReferenceLength))], resamples, seed);

    /// <summary>Sums of each cluster, in order of first appearance.</summary>
    public IEnumerable<ErrorCounts> Clusters() => Utterances.GroupBy(utterance => utterance.Cluster is { } cluster ? "c:" + cluster : "u:" + utterance.Id, StringComparer.Ordinal)
        .Select(group => group.Aggregate(default(ErrorCounts), (sum, utterance) => sum + utterance.Words));
}
