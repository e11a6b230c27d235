using System.CommandLine;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;
using SpeechScoop.Statistics;

namespace SpeechScoop.Web.Commands.Transcripts;

/// <summary><c>score compare --ref R --hyp A --hyp B [...] [--normalizer P] [--json]</c></summary>
internal static class ScoreCompareCommand
{
    /// <summary>The JSON output: each system, and each pair of them.</summary>
    internal sealed record CompareView(IReadOnlyList<SystemView> Systems, IReadOnlyList<PairView> Pairs, string Recipe);

    /// <summary>One system.</summary>
    internal sealed record SystemView(string System, int ReferenceWords, int Substitutions, int Deletions, int Insertions, int Errors, double? Wer, IntervalView? Interval);

    /// <summary>Two systems. Differences are first minus second.</summary>
    /// <param name="Mapsswe">Null where it cannot be computed.</param>
    /// <param name="HolmBootstrap">The bootstrap's p, corrected for the number of pairs.</param>
    /// <param name="HolmMapsswe">MAPSSWE's p, corrected for the number of pairs.</param>
    /// <param name="Warnings">What the figures rest on where that is little, in sentences.</param>
    internal sealed record PairView(
        string First, string Second, double? Difference, double? Low, double? High, double? P, double? ProbabilityOfImprovement, string ClusteredBy, MapssweView? Mapsswe, McNemarTest McNemar,
        WilcoxonView? Wilcoxon, McNemarTest Sign, double? HolmBootstrap, double? HolmMapsswe, IReadOnlyList<string> Warnings);

    /// <summary>MAPSSWE.</summary>
    internal sealed record MapssweView(int Segments, double Mean, double StandardDeviation, double Z, double P);

    /// <summary>Wilcoxon's test of the clusters' rates.</summary>
    internal sealed record WilcoxonView(double PositiveRanks, double NegativeRanks, int N, double P);

    public static Command Create()
    {
        var options = new TranscriptOptions();
        var hypotheses = new Option<string[]>("--hyp") { Description = "A system's transcripts: a file, or a folder of files. Give it once for each system, two at least.", Required = true };
        var command = new Command("compare", "Compare systems on the same utterances: paired bootstrap, MAPSSWE, McNemar, sign and Wilcoxon tests.")
        {
            options.Reference, hypotheses, options.Normaliser, options.Alignment, options.Format, options.ReferenceFormat, options.HypothesisFormat, options.Field, options.ReferenceField, options.OptionalWords, options.Json,
        };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetValue(hypotheses)!;
            if (paths.Length < 2) return CommandOutput.Fail(new Error.Invalid("one-system", "There is one --hyp. Give two or more, one for each system."));
            if (!options.Scoring(parsed).TryGet(out var scoring, out var error) || !options.ReadReference(parsed).TryGet(out var reference, out error)) return CommandOutput.Fail(error);
            var systems = new List<(string Name, MatchedTranscripts Matched)>();
            foreach (var path in paths)
            {
                if (!options.ReadHypothesis(parsed, [path]).TryGet(out var heard, out error)) return CommandOutput.Fail(error);
                var matched = TranscriptMatching.Match(reference, heard);
                if (matched.Error is { } unmatched) return CommandOutput.Fail(new Error.Invalid(unmatched.Code, $"{path}: {unmatched.Message}"));
                systems.Add((path, matched));
            }
            if (!Compare(systems, scoring).TryGet(out var view, out error)) return CommandOutput.Fail(error);
            if (parsed.GetValue(options.Json)) CommandOutput.WriteDocument(view);
            else Print(view);
            return 0;
        });
        return command;
    }

    private static Result<CompareView> Compare(List<(string Name, MatchedTranscripts Matched)> systems, ScoringOptions scoring)
    {
        var (views, pairs) = (new List<SystemView>(), new List<PairView>());
        foreach (var (name, matched) in systems)
        {
            if (!CorpusScoring.Score(matched.Utterances, scoring with { Characters = false }).TryGet(out var score, out var error)) return error;
            views.Add(new(name, score.Words.ReferenceLength, score.Words.Substitutions, score.Words.Deletions, score.Words.Insertions, score.Words.Errors, score.Words.Rate, IntervalView.Of(score.WordErrorRate(), matched.Clusters)));
        }
        for (var i = 0; i < systems.Count; i++)
        {
            for (var j = i + 1; j < systems.Count; j++)
            {
                if (!SystemComparison.Of(systems[i].Matched.Utterances, systems[j].Matched.Utterances, scoring).TryGet(out var comparison, out var error)) return error;
                pairs.Add(View(systems[i].Name, systems[j].Name, systems[i].Matched.Clusters, comparison));
            }
        }
        return new CompareView(views, Corrected(pairs), scoring.Recipe);
    }

    private static PairView View(string first, string second, string clusters, SystemComparison comparison) => new(
        first, second, comparison.Difference?.Difference, comparison.Difference?.Interval?.Low, comparison.Difference?.Interval?.High, comparison.Difference?.P, comparison.Difference?.ProbabilityOfImprovement, clusters,
        comparison.MatchedPairs is { } pairs ? new(pairs.Segments, pairs.Mean, pairs.StandardDeviation, pairs.Z, pairs.P) : null, comparison.McNemar,
        comparison.SpeakerWilcoxon is { } ranks ? new(ranks.PositiveRanks, ranks.NegativeRanks, ranks.N, ranks.P) : null, comparison.SpeakerSign, null, null, comparison.Warnings(clusters));

    private static IReadOnlyList<PairView> Corrected(List<PairView> pairs)
    {
        var (bootstrap, mapsswe) = (Holm(pair => pair.P), Holm(pair => pair.Mapsswe?.P));
        return [.. pairs.Select((pair, i) => pair with { HolmBootstrap = bootstrap[i], HolmMapsswe = mapsswe[i] })];

        double?[] Holm(Func<PairView, double?> of)
        {
            var adjusted = new Queue<double>(HolmCorrection.Of([.. pairs.Select(of).OfType<double>()]));
            return [.. pairs.Select(pair => of(pair) is null ? (double?)null : adjusted.Dequeue())];
        }
    }

    private static void Print(CompareView view)
    {
        foreach (var system in view.Systems) Console.Out.WriteLine($"{system.System}: WER {ScoreWerCommand.Percent(system.Wer)}{(system.Interval is { } interval ? $" [{ScoreWerCommand.Percent(interval.Low)}, {ScoreWerCommand.Percent(interval.High)}]" : "")}");
        foreach (var pair in view.Pairs)
        {
            Console.Out.WriteLine($"{pair.First} − {pair.Second}: {ScoreWerCommand.Percent(pair.Difference)} [{ScoreWerCommand.Percent(pair.Low)}, {ScoreWerCommand.Percent(pair.High)}], bootstrap over {pair.ClusteredBy}s {P(pair.P)}{(view.Pairs.Count > 1 ? $" (Holm {P(pair.HolmBootstrap)})" : "")}");
            Console.Out.WriteLine(FormattableString.Invariant($"  MAPSSWE {(pair.Mapsswe is { } mapsswe ? $"Z {mapsswe.Z:0.000}, {P(mapsswe.P)}, {mapsswe.Segments} segments{(view.Pairs.Count > 1 ? $" (Holm {P(pair.HolmMapsswe)})" : "")}" : "cannot be computed")}; McNemar {P(pair.McNemar.P)}; sign {P(pair.Sign.P)}; Wilcoxon {P(pair.Wilcoxon?.P)}"));
            foreach (var warning in pair.Warnings) Console.Out.WriteLine($"  {warning}");
        }
        Console.Out.WriteLine($"recipe {view.Recipe}");

        static string P(double? p) => p is { } value ? value < 0.001 ? "p < 0.001" : FormattableString.Invariant($"p = {value:0.000}") : "–";
    }
}
