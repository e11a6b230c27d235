using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers;

/// <summary>A table of a board, for CSV files and for the report.</summary>
/// <param name="Rows">Cells: text, numbers, booleans, or null for an empty cell.</param>
internal sealed record BoardTable(string Title, IReadOnlyList<string> Header, IReadOnlyList<object?[]> Rows);

/// <summary>The tables of a board.</summary>
internal static class BoardTables
{
    public static BoardTable Systems(BoardView view) => new("Systems",
        [
            "system", "title", "ranked", "why_not", "wer", "wer_low", "wer_high", "wer_on_references_as_delivered", "substitutions", "deletions", "insertions", "reference_words", "cer", "mer", "wil", "sentence_error_rate", "mean_of_utterances",
            "silent_references", "silent_insertions", "done", "failed", "missing", "empty", "audio_seconds", "processing_seconds", "times_real_time", "latency_p50", "latency_p95", "first_result_p50", "first_result_p95", "beaten_by",
        ],
        [.. view.Systems.Select(row => (object?[])[
            row.Id, row.Title, row.WhyNotRanked is null, row.WhyNotRanked, row.WordErrorRate, row.Interval?.Low, row.Interval?.High, row.DeliveredErrorRate, row.Words.Substitutions, row.Words.Deletions, row.Words.Insertions,
            row.Words.ReferenceLength, row.CharacterErrorRate, row.MatchErrorRate, row.InformationLost, row.SentenceErrorRate, row.MeanOfUtterances, row.SilentReferences, row.SilentInsertions, row.Done, row.Failed,
            row.Missing, row.Empty, row.AudioSeconds, row.ProcessingSeconds, row.TimesRealTime, row.Latency?.P50, row.Latency?.P95, row.FirstResult?.P50, row.FirstResult?.P95, row.BeatenBy,
        ])]);

    public static BoardTable Map(BoardView view) => new("Crown map",
        ["slice", "utterances", "words", "system", "title", "wer", "low", "high", "king", "tied_with_king", "p_holm"],
        [.. view.Map.SelectMany(row => row.Cells.Select((cell, i) => (object?[])[
            row.Slice, row.Utterances, row.Words, view.Systems[i].Id, view.Systems[i].Title, cell.Rate, cell.Interval?.Low, cell.Interval?.High, cell.IsKing, cell.IsTied, cell.P,
        ]))]);

    public static BoardTable Pairs(BoardView view) => new("Pairs of systems",
        [
            "first", "second", "difference", "low", "high", "p_bootstrap", "p_holm", "clusters", "mapsswe_z", "mapsswe_p", "segments", "mcnemar_p", "speaker_wilcoxon_p", "speaker_sign_p",
            "more_seconds_needed", "times_as_much_speech",
        ],
        [.. view.Pairs.Select(pair => (object?[])[
            view.Systems[pair.First].Title, view.Systems[pair.Second].Title, pair.Difference, pair.Interval?.Low, pair.Interval?.High, pair.P, pair.PHolm, pair.Clusters, pair.MatchedPairsZ, pair.MatchedPairsP,
            pair.Segments, pair.McNemarP, pair.WilcoxonP, pair.SignP, pair.MoreSeconds, pair.TimesAsMuch,
        ])]);

    public static BoardTable Ranking(BoardView view) => new("Averages and crowns",
        ["system", "title", "mean_wer", "mean_rank", "relative_wer", "crown_share", "can_be_king"],
        view.Ranking is not { } ranking ? [] : [.. Enumerable.Range(0, ranking.Averages.MeanRate.Count).Select(i => (object?[])[
            view.Systems[i].Id, view.Systems[i].Title, ranking.Averages.MeanRate[i], ranking.Averages.MeanRank[i], ranking.Averages.RelativeRate?[i], ranking.Crowns.Shares[i], ranking.Crowns.CanBeKing[i],
        ])]);

    public static BoardTable Waterfall(BoardView view) => new("Formatting or hearing",
        ["system", "title", "after", "errors", "reference_words", "wer"],
        [.. view.Waterfalls.SelectMany(waterfall => waterfall.Stages.Select(stage => (object?[])[
            view.Systems[waterfall.System].Id, view.Systems[waterfall.System].Title, stage.Group?.ToString().ToLowerInvariant() ?? "as delivered", stage.Counts.Errors, stage.Counts.ReferenceLength, stage.Counts.Rate,
        ]))]);

    /// <summary>Every utterance of every ranked system: what is needed to compute all of it again elsewhere.</summary>
    public static BoardTable Utterances(Board board, BoardView view, IReadOnlyList<CorpusScore> scores) => new("Utterances",
        ["dataset", "item", "speaker", "seconds", "system", "reference", "hypothesis", "correct", "substitutions", "deletions", "insertions", "recipe"],
        [.. board.Ranked.SelectMany((system, place) => board.Common.Select((item, i) => (object?[])[
            item.Dataset, item.Key, item.Speaker, item.Seconds, board.Systems[system].Id, item.Reference, board.Systems[system].Hypothesis(item.Id), scores[place].Utterances[i].Words.Correct,
            scores[place].Utterances[i].Words.Substitutions, scores[place].Utterances[i].Words.Deletions, scores[place].Utterances[i].Words.Insertions, view.Recipe,
        ]))]);

    /// <summary>Terms and numbers of every ranked system.</summary>
    public static BoardTable Terms(TermsView view) => new("Terms and numbers",
        ["system", "title", "what", "said", "recognized", "invented", "error_rate", "precision"],
        [.. view.Systems.SelectMany(system => view.Terms.Zip(system.Terms).Append(("all terms", system.All)).Append(("numbers", system.Numbers)).Select(each => (object?[])[
            system.Id, system.Title, each.Item1, each.Item2.Said, each.Item2.Recognized, each.Item2.Invented, each.Item2.ErrorRate, each.Item2.Precision,
        ]))]);
}
