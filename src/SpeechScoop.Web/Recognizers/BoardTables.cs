using System.Globalization;
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
            "silent_references", "silent_insertions", "done", "failed", "missing", "empty", "audio_seconds", "processing_seconds", "times_real_time", "latency_p50", "latency_p95", "first_result_p50", "first_result_p95",
        ],
        [.. view.Systems.Select(row => (object?[])[
            row.Id, row.Title, row.WhyNotRanked is null, row.WhyNotRanked, row.WordErrorRate, row.Interval?.Low, row.Interval?.High, row.DeliveredErrorRate, row.Words.Substitutions, row.Words.Deletions, row.Words.Insertions,
            row.Words.ReferenceLength, row.CharacterErrorRate, row.MatchErrorRate, row.InformationLost, row.SentenceErrorRate, row.MeanOfUtterances, row.SilentReferences, row.SilentInsertions, row.Done, row.Failed,
            row.Missing, row.Empty, row.AudioSeconds, row.ProcessingSeconds, row.TimesRealTime, row.Latency?.P50, row.Latency?.P95, row.FirstResult?.P50, row.FirstResult?.P95,
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

    /// <param name="weights">Of the slices, not all 0; null for none.</param>
    public static BoardTable Ranking(BoardView view, IReadOnlyList<double>? weights) => new("Averages and crowns",
        ["system", "title", "mean_wer", "mean_rank", "relative_wer", "crown_share", "can_be_king", "weighted_wer", "weights"],
        view.Ranking is not { } ranking ? [] : [.. Enumerable.Range(0, ranking.Averages.MeanRate.Count).Select(i => (object?[])[
            view.Systems[i].Id, view.Systems[i].Title, ranking.Averages.MeanRate[i], ranking.Averages.MeanRank[i], ranking.Averages.RelativeRate?[i], ranking.Crowns.Shares[i], ranking.Crowns.CanBeKing[i],
            weights is null ? null : ranking.Rates.Zip(weights).Sum(pair => pair.First[i] * pair.Second) / weights.Sum(),
            weights is null ? null : string.Join("; ", ranking.Slices.Zip(weights).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First}: {pair.Second}"))),
        ])]);

    public static BoardTable LeaveOneOut(BoardView view) => new("King without each slice",
        ["without", "king", "title", "is_another"],
        view.Ranking is not { } ranking ? [] : [.. ranking.Crowns.WithoutSlice.Select((king, slice) => (object?[])[ranking.Slices[slice], view.Systems[king].Id, view.Systems[king].Title, king != ranking.Crowns.King])]);

    public static BoardTable TradeOff(TradeOffView view) => new("Errors, latency and price",
        [
            "system", "title", "wer", "wer_low", "wer_high", "latency_p50", "latency_p95", "price_per_hour", "price_per_1000_minutes", "price_per_1000_correct_words", "currency", "price_list", "price_read_on",
            "why_no_price", "weighed", "not_known", "beaten_by",
        ],
        [.. view.Systems.Select(row => (object?[])[
            row.Id, row.Title, row.ErrorRate, row.Interval?.Low, row.Interval?.High, row.Latency?.P50, row.Latency?.P95, row.Cost?.PerHour, row.Cost?.PerThousandMinutes, row.Cost?.PerThousandCorrectWords, row.Cost?.Currency,
            row.Cost?.Source, row.Cost?.Date?.ToString("O", CultureInfo.InvariantCulture), row.WhyNoCost, string.Join(", ", view.Criteria), string.Join(", ", row.Unknown), row.BeatenBy,
        ])]);

    public static BoardTable Waterfall(BoardView view) => new("Formatting or hearing",
        ["system", "title", "after", "errors", "reference_words", "wer"],
        [.. view.Waterfalls.SelectMany(waterfall => waterfall.Stages.Select(stage => (object?[])[
            view.Systems[waterfall.System].Id, view.Systems[waterfall.System].Title, stage.Group?.ToString().ToLowerInvariant() ?? "as delivered", stage.Counts.Errors, stage.Counts.ReferenceLength, stage.Counts.Rate,
        ]))]);

    /// <summary>Every utterance of every ranked system: what is needed to compute all of it again elsewhere.</summary>
    public static BoardTable Utterances(Board board, IReadOnlyList<CorpusScore> scores) => new("Utterances",
        ["dataset", "item", "speaker", "seconds", "system", "reference", "hypothesis", "correct", "substitutions", "deletions", "insertions"],
        [.. board.Ranked.SelectMany((system, place) => board.Common.Select((item, i) => (object?[])[
            board.SliceOf(item, "dataset"), item.Key, item.Speaker, item.Seconds, board.Systems[system].Id, item.Reference, board.Systems[system].Hypothesis(item.Id), scores[place].Utterances[i].Words.Correct,
            scores[place].Utterances[i].Words.Substitutions, scores[place].Utterances[i].Words.Deletions, scores[place].Utterances[i].Words.Insertions,
        ]))]);

    /// <summary>What each ranked system takes for what.</summary>
    public static BoardTable Confusions(IEnumerable<(SystemRow System, ConfusionsView Found)> systems) => new("What is taken for what",
        ["system", "title", "kind", "reference", "heard", "count"],
        [.. systems.SelectMany(each => each.Found.Substitutions.Select(one => ("substitution", one)).Concat(each.Found.Deletions.Select(one => ("deletion", one))).Concat(each.Found.Insertions.Select(one => ("insertion", one)))
            .Select(found => (object?[])[each.System.Id, each.System.Title, found.Item1, found.one.Reference, found.one.Hypothesis, found.one.Count]))]);

    /// <summary>Terms and numbers of every ranked system.</summary>
    public static BoardTable Terms(TermsView view) => new("Terms and numbers",
        ["system", "title", "what", "said", "recognized", "invented", "error_rate", "precision"],
        [.. view.Systems.SelectMany(system => view.Terms.Zip(system.Terms).Append(("all terms", system.All)).Append(("numbers", system.Numbers)).Select(each => (object?[])[
            system.Id, system.Title, each.Item1, each.Item2.Said, each.Item2.Recognized, each.Item2.Invented, each.Item2.ErrorRate, each.Item2.Precision,
        ]))]);
}
