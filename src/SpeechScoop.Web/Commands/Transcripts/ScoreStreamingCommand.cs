using System.CommandLine;
using System.Globalization;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;
using SpeechScoop.Statistics;
using SpeechScoop.Web.Recognizers.Streaming;

namespace SpeechScoop.Web.Commands.Transcripts;

/// <summary><c>score streaming LOG… [--ref R] [--normalizer P] [--per-log] [--json]</c>: no model and no server, the logs alone.</summary>
internal static class ScoreStreamingCommand
{
    /// <summary>The JSON output.</summary>
    internal sealed record StreamingScoresView(string Normaliser, IReadOnlyList<SystemView> Systems, IReadOnlyList<LogView>? PerLog);

    /// <summary>One recognizer with settings, fed in one way.</summary>
    /// <param name="Wer">Of the last words of each log; null without references.</param>
    internal sealed record SystemView(string Recognizer, string Settings, StreamingSummary Streaming, double? Wer, IntervalView? WerInterval);

    /// <summary>One log.</summary>
    internal sealed record LogView(string Recognizer, string? Item, StreamingScoreView Score, string Text);

    public static Command Create()
    {
        var shared = new TranscriptOptions();
        var paths = new Argument<string[]>("log") { Description = "Event logs (JSON lines, see docs/methods/streaming.md), or folders of them.", Arity = ArgumentArity.OneOrMore };
        var reference = new Option<string[]>("--ref", "-r") { Description = "What was said: its words' times say where speech begins and ends, where it has them, and the last words of each log are scored against it.", AllowMultipleArgumentsPerToken = true };
        var perLog = new Option<bool>("--per-log") { Description = "List each log too." };
        var command = new Command("streaming", "Time to the first words and to the final ones, and how often words are taken back, from recorded event logs.")
        {
            paths, reference, shared.ReferenceFormat, shared.Normaliser, perLog, shared.Json,
        };
        command.SetAction(parsed =>
        {
            if (!NormaliserProfile.Find(parsed.GetValue(shared.Normaliser)!).TryGet(out var normaliser, out var error) || !Read(parsed.GetValue(paths)!).TryGet(out var logs, out error)) return CommandOutput.Fail(error);
            TranscriptDocument? said = null;
            if (parsed.GetValue(reference) is { Length: > 0 } files
                && !TranscriptFiles.Read(files, new(TranscriptRole.Reference, parsed.GetValue(shared.ReferenceFormat))).TryGet(out said, out error)) return CommandOutput.Fail(error);
            if (!Score(logs, normaliser, said).TryGet(out var view, out error)) return CommandOutput.Fail(error);
            if (!parsed.GetValue(perLog)) view = view with { PerLog = null };
            if (parsed.GetValue(shared.Json)) CommandOutput.WriteDocument(view);
            else Print(view);
            return 0;
        });
        return command;
    }

    private static Result<IReadOnlyList<StreamingLog>> Read(string[] paths) => TranscriptFiles.Inputs(paths).Then(inputs =>
    {
        var document = StreamingLogReader.Read(inputs);
        if (document.Error is { } error) return error;
        return document.Logs.Count > 0 ? Result<IReadOnlyList<StreamingLog>>.Ok(document.Logs) : new Error.Invalid("no-logs", $"{string.Join(", ", paths)} holds no file. Name event logs, or a folder of them.");
    });

    private static Result<StreamingScoresView> Score(IReadOnlyList<StreamingLog> logs, NormaliserProfile normaliser, TranscriptDocument? said)
    {
        var speech = said is null ? [] : SpeechOf(said);
        var (systems, rows) = (new List<SystemView>(), new List<LogView>());
        foreach (var group in logs.GroupBy(log => (log.Header.Recognizer, log.Header.Settings, log.Header.Feed)))
        {
            var scores = new List<StreamingLogScore>();
            foreach (var log in group)
            {
                if (!log.Score(normaliser, log.Header.Item is { } item ? speech.GetValueOrDefault(item) : null).TryGet(out var score, out var error)) return error;
                scores.Add(score);
            }
            (double? Rate, IntervalView? Interval) errors = (null, null);
            if (said is not null && !Errors(said, [.. group], normaliser).TryGet(out errors, out var notScored)) return notScored;
            systems.Add(new(group.Key.Recognizer, group.Key.Settings, StreamingSummary.Of([.. scores.Select(score => (score, (string?)null))]), errors.Rate, errors.Interval));
            rows.AddRange(scores.Select(score => new LogView(score.Log.Header.Recognizer, score.Log.Header.Item, StreamingScoreView.Of(score, normaliser), score.Log.Text)));
        }
        return new StreamingScoresView(normaliser.Name, systems, rows);
    }

    /// <summary>From the first to the last word of each recording whose words have times.</summary>
    private static Dictionary<string, StreamingSpeech> SpeechOf(TranscriptDocument said) => said.Entries.Where(entry => !entry.IsIgnored).GroupBy(entry => entry.Unit, StringComparer.Ordinal)
        .Select(unit => (unit.Key, Words: unit.SelectMany(entry => entry.Words).ToList())).Where(unit => unit.Words.Count > 0 && unit.Words.TrueForAll(word => word.Start is not null))
        .ToDictionary(unit => unit.Key, unit => new StreamingSpeech(unit.Words.Min(word => word.Start!.Value), unit.Words.Max(word => word.End ?? word.Start!.Value), StreamingSpeech.ByReference), StringComparer.Ordinal);

    private static Result<(double? Rate, IntervalView? Interval)> Errors(TranscriptDocument said, StreamingLog[] logs, NormaliserProfile normaliser)
    {
        if (logs.FirstOrDefault(log => log.Header.Item is null) is { } nameless)
            return new Error.Invalid("log-without-item", $"A log of {nameless.Header.Recognizer} names no item, so it is not known which reference it belongs to. Write \"item\" into its header.");
        if (logs.GroupBy(log => log.Header.Item, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } doubled)
            return new Error.Invalid("log-doubled", $"There are {doubled.Count()} logs of {doubled.First().Header.Recognizer} for the item {doubled.Key}. Leave all but one out.");
        var matched = TranscriptMatching.Match(said, new("streaming", [.. logs.Select(log => new TranscriptEntry { Key = log.Header.Item!, Text = log.Text, FileName = "the logs" })], [], []));
        if (matched.Error is { } unmatched) return unmatched;
        return CorpusScoring.Score(matched.Utterances, new ScoringOptions { Normaliser = normaliser, Characters = false })
            .Select(score => (score.Words.Rate, IntervalView.Of(score.WordErrorRate(), matched.Clusters)));
    }

    private static void Print(StreamingScoresView view)
    {
        foreach (var system in view.Systems)
        {
            var found = system.Streaming;
            Console.Out.WriteLine($"{system.Recognizer}{(system.Settings is "{}" ? "" : " " + system.Settings)}, {found.Logs} logs, fed {Feed(found.Feed)}{(found.ChunkSeconds.Count > 0 ? $" in chunks of {string.Join(", ", found.ChunkSeconds.Select(Seconds))}" : "")}");
            Console.Out.WriteLine($"  first words after the start of speech {Time(found.FirstPartial)}");
            Console.Out.WriteLine($"  final words after the end of speech   {Time(found.Final)}{(found.Flushed > 0 ? $"; {found.Flushed} came only because the audio ended" : "")}");
            Console.Out.WriteLine($"  unstable partial word ratio           {Ratio(found)}");
            if (system.Wer is not null) Console.Out.WriteLine($"  WER of the last words                 {ScoreWerCommand.Percent(system.Wer)}");
            Console.Out.WriteLine($"  speech by {(found.SpeechBy.Count > 0 ? string.Join(", ", found.SpeechBy) : "nothing")}; normaliser {view.Normaliser}");
        }
        foreach (var log in view.PerLog ?? [])
            Console.Out.WriteLine($"{log.Item ?? "–"}\t{log.Recognizer}\t{Shown(log.Score.FirstPartial, log.Score.WhyNoFirstPartial)}\t{Shown(log.Score.Final, log.Score.WhyNoFinal)}\t{log.Score.UnstableWords} of {log.Score.Words} words\t{log.Text}");
    }

    private static string Feed(StreamingFeed feed) => feed switch
    {
        StreamingFeed.Live => "live",
        StreamingFeed.RealTime => "at the pace of speech",
        StreamingFeed.AudioClock => "as fast as possible, times on the clock of the audio",
        _ => "whole",
    };

    private static string Time(StreamingTime time) =>
        (time.Median is { } median ? $"{Quantile(median)}, 90th percentile {Quantile(time.P90!)}" : "–") + string.Concat(time.Missing.Select(gap => $"; {gap.Logs} without: {gap.Reason}"));

    private static string Quantile(QuantileEstimate estimate) => Seconds(estimate.Value) + (estimate.Interval is { } interval ? $" [{Seconds(interval.Low)}, {Seconds(interval.High)}]" : "");

    private static string Ratio(StreamingSummary found) => found.Ratio is { } ratio
        ? string.Create(CultureInfo.InvariantCulture, $"{ratio.Value:0.000}{(ratio.Interval is { } interval ? $" [{interval.Low:0.000}, {interval.High:0.000}]" : "")}: {found.UnstableWords} words taken back, {found.Words} words in the end") : "– (no words were recognized)";

    private static string Shown(double? seconds, string? whyNot) => seconds is { } known ? Seconds(known) : $"– ({whyNot})";

    private static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.###} s");
}
