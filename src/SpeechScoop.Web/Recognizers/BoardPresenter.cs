using SpeechScoop.Recognition;
using SpeechScoop.Statistics;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Recognizers;

/// <summary>Computes what a board says.</summary>
internal sealed class BoardPresenter(BoardScores scores)
{
    /// <summary>Beyond this, matched segments would take much memory: they need the alignments of all utterances of all systems at once. Other tests need counts only.</summary>
    private const int MostAlignments = 60_000;

    /// <summary>Utterances that waterfalls are computed from at most: a sample of the first ones.</summary>
    private const int MostInWaterfall = 2_000;

    /// <summary>Draws of rates and maps.</summary>
    internal const int MapResamples = 2_000;

    /// <param name="delivered">The same with the references as delivered; the board itself where they are not corrected.</param>
    public async Task<Result<BoardView>> PresentAsync(Board board, Board delivered, BoardQuery query)
    {
        if (!(await scores.OfAsync(board, query.Options)).TryGet(out var all, out var error) || !(await scores.OfAsync(delivered, query.Options)).TryGet(out var before, out error)) return error;
        // The best first: places below mean places in this order.
        int[] order = [.. Enumerable.Range(0, all.Count).OrderBy(i => all[i].Words.Rate ?? double.PositiveInfinity).ThenBy(i => board.Systems[board.Ranked[i]].Title, StringComparer.Ordinal)];
        int[] ranked = [.. order.Select(i => board.Ranked[i])];
        CorpusScore[] ordered = [.. order.Select(i => all[i])];
        var rows = Rows(board, ranked, ordered, board.IsCorrected ? [.. order.Select(i => before[i].Words.Rate)] : new double?[ordered.Length]);
        var map = Map(board, query.Slice, ordered);
        var overall = CrownRow.Of("all", [.. ordered.Select(score => score.Utterances)], MapResamples);
        if (!Pairs(board, query.Options, ranked, ordered).TryGet(out var pairs, out error)) return error;
        // The same draws as the rates': one rate must not have two intervals.
        overall = overall is null ? null : overall with { Cells = [.. overall.Cells.Select((cell, i) => cell with { Interval = rows[i].Interval })] };
        if (map.Count == 1 && overall is not null) map = [overall with { Slice = map[0].Slice }];
        var ranking = Ranking(map);
        return new BoardView(
            [.. board.Datasets.Select(dataset => new BoardDataset(dataset.Id, dataset.Name))], Slices(board), query.Slice, query.Options.Normaliser.Name,
            query.Options.Alignment.ToString().ToLowerInvariant(), board.Recipe(query.Options), $"SpeechScoop {Health.Version}", board.IsCorrected, board.Corrections is { } corrections ? board.Common.Count(item => corrections.ContainsKey(item.Id)) : 0, board.Items.Count, board.Common.Count, board.Items.Count - board.Common.Count,
            ordered.Length == 0 ? 0 : ordered[0].Words.ReferenceLength, Sum(board.Common.Select(item => item.Seconds)), BoardVerdict.Of(overall, map, ranking, pairs.Rows), rows, overall, map, ranking, pairs.Rows, pairs.Note,
            [.. ranked.Select((system, place) => new Waterfall(place, FormattingWaterfall.Of(
                [.. board.Common.Take(MostInWaterfall).Select(item => (item.Reference, board.Systems[system].Hypothesis(item.Id)!))], query.Options.Normaliser)))]);
    }

    /// <summary>What the items of a board can be sliced by.</summary>
    private static IReadOnlyList<string> Slices(Board board) =>
    [
        "dataset", "length", .. board.Items.Any(item => item.Language is not null) ? ["language"] : Array.Empty<string>(), .. board.Items.Any(item => item.Speaker is not null) ? ["speaker"] : Array.Empty<string>(),
        .. board.Items.SelectMany(item => item.Attributes.Keys).Distinct().Order(StringComparer.Ordinal).Select(name => "attribute:" + name),
    ];

    private static List<SystemRow> Rows(Board board, int[] ranked, CorpusScore[] scores, double?[] delivered) =>
        [.. ranked.Select((system, i) => Row(board, board.Systems[system], scores[i], delivered[i], null))
            .Concat(board.WhyNot.Select(entry => Row(board, board.Systems[entry.Key], null, null, entry.Value)))];

    private static SystemRow Row(Board board, BoardSystem system, CorpusScore? score, double? delivered, string? whyNot)
    {
        var outputs = system.Outputs.Values.ToList();
        var done = outputs.Where(output => output.Status is OutputStatus.Done && output.Text is not null).ToList();
        var timed = done.Where(output => output is { AudioSeconds: > 0, ProcessingSeconds: > 0 }).ToList();
        var (audio, processing) = (timed.Sum(output => output.AudioSeconds!.Value), timed.Sum(output => output.ProcessingSeconds!.Value));
        var words = score?.Words ?? default;
        return new(
            system.Id, system.Title, system.Colour, whyNot, words, score?.Words.Rate, score?.WordErrorRate(MapResamples)?.Interval, delivered, score?.Characters.Rate, score?.Words.MatchErrorRate,
            score?.Words.InformationLost, score?.SentenceErrorRate, score?.MeanOfUtterances, score?.SilentReferences ?? 0, score?.SilentInsertions ?? 0,
            done.Count, outputs.Count(output => output.Status is OutputStatus.Failed), board.Items.Count - outputs.Count, done.Count(output => string.IsNullOrWhiteSpace(output.Text)),
            timed.Count == 0 ? null : audio, timed.Count == 0 ? null : processing, timed.Count == 0 ? null : audio / processing,
            Of(done.Select(output => output.ProcessingSeconds)), Of(done.Select(output => output.FirstResultSeconds)));
    }

    private static List<CrownRow> Map(Board board, string slice, CorpusScore[] scores) => [.. board.Common
        .Select((item, i) => (Slice: board.SliceOf(item, slice), i)).GroupBy(each => each.Slice, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => CrownRow.Of(group.Key, [.. scores.Select(score => (IReadOnlyList<UtteranceScore>)[.. group.Select(each => score.Utterances[each.i])])], MapResamples)).OfType<CrownRow>()];

    private static BoardRanking? Ranking(List<CrownRow> map)
    {
        if (map.Count == 0 || map[0].Cells.Count < 2) return null;
        var rates = new double[map.Count, map[0].Cells.Count];
        for (var slice = 0; slice < map.Count; slice++)
            for (var system = 0; system < map[0].Cells.Count; system++) rates[slice, system] = map[slice].Cells[system].Rate;
        var matrix = new RateMatrix([.. map.Select(row => row.Slice)], [.. map[0].Cells.Select((_, i) => i.ToString(System.Globalization.CultureInfo.InvariantCulture))], rates);
        return new(
            [.. map.Select(row => row.Slice)], [.. map.Select(row => row.Words)], [.. map.Select(row => (IReadOnlyList<double>)[.. row.Cells.Select(cell => cell.Rate)])],
            RankedAverages.Of(matrix), CrownShare.Of(matrix), NemenyiTest.Of(matrix));
    }

    private static Result<(IReadOnlyList<PairRow> Rows, string? Note)> Pairs(Board board, ScoringOptions options, int[] ranked, CorpusScore[] scores)
    {
        if (ranked.Length < 2 || board.Common.Count == 0) return (Array.Empty<PairRow>(), null);
        var isMany = (long)ranked.Length * board.Common.Count > MostAlignments;
        var note = isMany ? $"MAPSSWE is left out: {ranked.Length} systems on {board.Common.Count} utterances are more than {MostAlignments} alignments. Choose fewer systems or one dataset to have it." : null;
        var utterances = board.Utterances(ranked[0]);
        var alignments = new WordAlignment[ranked.Length][];
        for (var system = 0; system < ranked.Length && !isMany; system++)
        {
            alignments[system] = new WordAlignment[utterances.Length];
            var own = board.Utterances(ranked[system]);
            for (var i = 0; i < own.Length; i++)
            {
                if (!CorpusScoring.Align(own[i], options).TryGet(out var alignment, out var error)) return error;
                alignments[system][i] = alignment;
            }
        }
        var pairs = (from first in Enumerable.Range(0, ranked.Length)
                     from second in Enumerable.Range(first + 1, ranked.Length - first - 1)
                     select (first, second, Tests: isMany ? SystemComparison.OfScores(scores[first].Utterances, scores[second].Utterances, MapResamples) : SystemComparison.OfAlignments(utterances, alignments[first], alignments[second]))).ToList();
        var tested = pairs.Where(pair => pair.Tests.Difference?.P is not null).ToList();
        var corrected = HolmCorrection.Of([.. tested.Select(pair => pair.Tests.Difference!.P!.Value)]);
        var seconds = Sum(board.Common.Select(item => item.Seconds));
        return ([.. pairs.Where(pair => pair.Tests.Difference is not null).Select(pair =>
        {
            var (difference, place) = (pair.Tests.Difference!, tested.IndexOf(pair));
            var more = seconds > 0 ? MoreSpeech.Of(difference, seconds.Value) : null;
            return new PairRow(
                pair.first, pair.second, difference.Difference, difference.Interval, difference.P, place < 0 ? null : corrected[place], difference.Clusters,
                Finite(pair.Tests.MatchedPairs?.Z), Finite(pair.Tests.MatchedPairs?.P), pair.Tests.MatchedPairs?.Segments ?? 0, pair.Tests.McNemar.P, pair.Tests.SpeakerWilcoxon?.P, pair.Tests.SpeakerSign.P,
                Finite(more?.MoreSeconds), Finite(more?.TimesAsMuch));
        })], note);
    }

    /// <summary>Where no segment differs from another, a statistic has no number.</summary>
    private static double? Finite(double? value) => value is { } known && double.IsFinite(known) ? known : null;

    /// <summary>The sum, where all are known.</summary>
    private static double? Sum(IEnumerable<double?> values)
    {
        var all = values.ToList();
        return all.Count > 0 && all.TrueForAll(value => value is not null) ? all.Sum() : null;
    }

    private static Percentiles? Of(IEnumerable<double?> values)
    {
        double[] sorted = [.. values.OfType<double>().Order()];
        return sorted.Length == 0 ? null : new(Quantile.OfSorted(sorted, 0.5), Quantile.OfSorted(sorted, 0.95), sorted.Length);
    }
}
