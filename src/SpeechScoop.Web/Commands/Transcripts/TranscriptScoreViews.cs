using System.Text.Json.Serialization;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;
using SpeechScoop.Statistics;

namespace SpeechScoop.Web.Commands.Transcripts;

/// <summary>The JSON output of <c>score wer</c>. Rates are fractions; null where they do not exist.</summary>
/// <param name="Recipe">Normaliser with its hash, alignment, marks read: numbers of different recipes are not compared.</param>
/// <param name="MatchedBy">How both sides were put together: ids, times, recordings.</param>
internal sealed record WordErrorView(
    string ReferenceFormat, string HypothesisFormat, string MatchedBy, int Utterances, int ReferenceWords, int HypothesisWords, int Correct, int Substitutions, int Deletions, int Insertions, int Errors,
    double? Wer, IntervalView? Interval, double? MeanOfUtterances, double? SentenceErrorRate, double? Mer, double? Wil, double? Wip, double? Cer, CharacterView Characters,
    int SilentReferences, int SilentInsertions, int IgnoredSegments, int IgnoredWords, string Recipe, IReadOnlyList<string> Notes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<UtteranceView>? PerUtterance)
{
    public static WordErrorView Of(CorpusScore score, MatchedTranscripts matched, string referenceFormat, string hypothesisFormat, bool perUtterance) => new(
        referenceFormat, hypothesisFormat, matched.By.ToString().ToLowerInvariant(), score.Utterances.Count, score.Words.ReferenceLength, score.Words.HypothesisLength, score.Words.Correct,
        score.Words.Substitutions, score.Words.Deletions, score.Words.Insertions, score.Words.Errors, score.Words.Rate, IntervalView.Of(score.WordErrorRate(), matched.Clusters),
        score.MeanOfUtterances, score.SentenceErrorRate, score.Words.MatchErrorRate, score.Words.InformationLost, score.Words.InformationPreserved, score.Characters.Rate, CharacterView.Of(score.Characters),
        score.SilentReferences, score.SilentInsertions, matched.IgnoredSegments, matched.IgnoredWords, score.Options.Recipe, matched.Notes,
        perUtterance ? [.. score.Utterances.Select(UtteranceView.Of)] : null);
}

/// <summary>A bootstrap interval.</summary>
/// <param name="Clusters">Number of what was drawn.</param>
/// <param name="ClusteredBy">speaker, recording or utterance.</param>
internal sealed record IntervalView(double Low, double High, double Level, int Clusters, string ClusteredBy)
{
    public static IntervalView? Of(RatioEstimate? estimate, string clusters) =>
        estimate is { Interval: { } interval } ? new(interval.Low, interval.High, Statistics.Interval.UsualLevel, estimate.Clusters, clusters) : null;
}

/// <summary>Counts of characters.</summary>
internal sealed record CharacterView(int ReferenceCharacters, int Substitutions, int Deletions, int Insertions, int Errors)
{
    public static CharacterView Of(ErrorCounts counts) => new(counts.ReferenceLength, counts.Substitutions, counts.Deletions, counts.Insertions, counts.Errors);
}

/// <summary>One utterance's errors.</summary>
internal sealed record UtteranceView(string Id, string? Cluster, int ReferenceWords, int Substitutions, int Deletions, int Insertions, int Errors, double? Wer, double? Cer)
{
    public static UtteranceView Of(UtteranceScore score) => new(
        score.Id, score.Cluster, score.Words.ReferenceLength, score.Words.Substitutions, score.Words.Deletions, score.Words.Insertions, score.Words.Errors, score.Words.Rate, score.Characters.Rate);
}
