using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers.Streaming;

/// <summary>The tables of streaming measures. Times are in seconds; a missing one is an empty cell.</summary>
internal static class StreamingTables
{
    public static BoardTable Systems(StreamingBoardView view) => new("Streaming",
        [
            "system", "title", "why_not", "feed", "chunk_seconds", "speech_by", "logs", "first_partial_median", "first_partial_low", "first_partial_high", "first_partial_p90", "first_partial_p90_low", "first_partial_p90_high",
            "first_partial_missing", "final_median", "final_low", "final_high", "final_p90", "final_p90_low", "final_p90_high", "final_missing", "final_only_at_end_of_audio", "unstable_partial_word_ratio", "ratio_low", "ratio_high",
            "unstable_words", "words", "revisions", "results", "normaliser",
        ],
        [.. view.Systems.Select(row => row.Streaming is { } found
            ? (object?[])[
                row.Id, row.Title, null, Name(found.Feed), string.Join(' ', found.ChunkSeconds.Select(seconds => seconds.ToString(System.Globalization.CultureInfo.InvariantCulture))), string.Join(' ', found.SpeechBy), found.Logs,
                .. Time(found.FirstPartial), Missing(found.FirstPartial), .. Time(found.Final), Missing(found.Final), found.Flushed, found.Ratio?.Value, found.Ratio?.Interval?.Low, found.Ratio?.Interval?.High,
                found.UnstableWords, found.Words, found.Revisions, found.Results, view.Normaliser,
            ]
            : [row.Id, row.Title, row.WhyNot, .. Enumerable.Repeat((object?)null, 26), view.Normaliser])]);

    /// <summary>Every recording of every system with logs.</summary>
    public static BoardTable Recordings(Board board, StreamingBoard scores, string normaliser) => new("Streaming, recording by recording",
        ["dataset", "item", "speaker", "system", "feed", "chunk_seconds", "speech_start", "speech_end", "speech_by", "first_partial", "final", "why_not", "only_at_end_of_audio", "unstable_words", "words", "revisions", "results", "normaliser"],
        [.. scores.Systems.SelectMany((system, at) => scores.Items.Select((place, i) => Row(board.Common[place], board.Systems[system], scores.Scores[at][i], normaliser)))]);

    private static object?[] Row(BoardItem item, BoardSystem system, StreamingLogScore score, string normaliser) =>
    [
        item.Dataset, item.Key, item.Speaker, system.Id, Name(score.Log.Header.Feed), score.Log.Header.ChunkSeconds, score.Speech?.Start, score.Speech?.End, score.Speech?.By,
        score.WhyNoFirstPartial is null ? score.Score.FirstPartial : null, score.WhyNoFinal is null ? score.Score.Final : null, score.WhyNoFirstPartial ?? score.WhyNoFinal, score.IsFlushed,
        score.Score.UnstableWords, score.Score.Words, score.Score.Revisions, score.Score.Results, normaliser,
    ];

    private static object?[] Time(StreamingTime time) =>
        [time.Median?.Value, time.Median?.Interval?.Low, time.Median?.Interval?.High, time.P90?.Value, time.P90?.Interval?.Low, time.P90?.Interval?.High];

    private static string Missing(StreamingTime time) => string.Join("; ", time.Missing.Select(gap => $"{gap.Logs}: {gap.Reason}"));

    private static string Name(StreamingFeed feed) => StreamingLogWriter.Name(feed);
}
