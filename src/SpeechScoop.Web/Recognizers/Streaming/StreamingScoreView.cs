using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers.Streaming;

/// <summary>The measures of one log. Times are in seconds; what is missing is null and has a reason.</summary>
/// <param name="Flushed">Whether the last final result came only because the audio ended.</param>
/// <param name="Speech">Where speech is, and what determined it.</param>
internal sealed record StreamingScoreView(
    StreamingFeed Feed, double? FirstPartial, string? WhyNoFirstPartial, double? Final, string? WhyNoFinal, bool Flushed, double? UnstablePartialWordRatio, string? WhyNoRatio,
    int UnstableWords, int Words, int Revisions, int Results, StreamingSpeech? Speech, string Normaliser)
{
    public static StreamingScoreView Of(StreamingLogScore score, NormaliserProfile normaliser) => new(
        score.Log.Header.Feed, score.WhyNoFirstPartial is null ? score.Score.FirstPartial : null, score.WhyNoFirstPartial, score.WhyNoFinal is null ? score.Score.Final : null, score.WhyNoFinal, score.IsFlushed,
        score.Score.UnstablePartialWordRatio, score.WhyNoRatio, score.Score.UnstableWords, score.Score.Words, score.Score.Revisions, score.Score.Results, score.Speech, normaliser.Name);
}
