using System.CommandLine;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Web.Commands.Transcripts;

/// <summary><c>score cpwer --ref R --hyp H [--collar S [--ref-word-timing T] [--hyp-word-timing T]] [--uem U] [--normalizer P] [--json]</c></summary>
internal static class ScoreCpwerCommand
{
    /// <summary>The JSON output.</summary>
    /// <param name="Collar">Seconds; null where times do not count (cpWER).</param>
    internal sealed record SpeakerErrorView(
        string Metric, double? Collar, int Recordings, int ReferenceWords, int Correct, int Substitutions, int Deletions, int Insertions, int Errors, double? Wer, string Recipe,
        IReadOnlyList<RecordingView> PerRecording);

    /// <summary>One recording.</summary>
    /// <param name="Assignment">Which speaker of the hypothesis stands for which of the reference; null for none.</param>
    internal sealed record RecordingView(string Recording, int ReferenceWords, int Substitutions, int Deletions, int Insertions, int Errors, double? Wer, IReadOnlyList<PairView> Assignment);

    /// <summary>A pair of speakers.</summary>
    internal sealed record PairView(string? Reference, string? Hypothesis);

    /// <summary>How speakers are scored.</summary>
    /// <param name="Collar">Null for cpWER.</param>
    private sealed record Recipe(NormaliserProfile Normaliser, double? Collar, WordTiming Reference, WordTiming Hypothesis, ScoredRegions? Regions)
    {
        public Result<SpeakerScore> Score(SpeakerSession session) => Collar is { } seconds
            ? SpeakerScoring.TimeConstrained(session.Reference, session.Hypothesis, seconds, Normaliser, Reference, Hypothesis)
            : SpeakerScoring.Concatenated(session.Reference, session.Hypothesis, Normaliser);

        public override string ToString()
        {
            var times = Collar is null ? "" : FormattableString.Invariant($";collar={Collar};timing={WordTimings.NameOf(Reference)},{WordTimings.NameOf(Hypothesis)}");
            return $"normaliser={Normaliser.Name}#{Normaliser.Hash[..12]};alignment=1-1-1{times}{(Regions is null ? "" : $";uem={Regions.Hash[..12]}")}";
        }
    }

    public static Command Create()
    {
        var options = new TranscriptOptions();
        var hypothesis = new Option<string[]>("--hyp") { Description = "What was recognized, with speakers: a file, or a folder of files.", Required = true, AllowMultipleArgumentsPerToken = true };
        var collar = new Option<double?>("--collar") { Description = "Seconds by which words may be early or late: then words match only within their time (tcpWER). For meetings often 5." };
        var referenceTiming = new Option<string?>("--ref-word-timing") { Description = $"With --collar, where the reference's words stand in their segment: {string.Join(", ", WordTimings.Names)}. Default: {WordTimings.NameOf(WordTiming.CharacterBased)}." };
        var hypothesisTiming = new Option<string?>("--hyp-word-timing") { Description = $"With --collar, the same of the hypothesis. Default: {WordTimings.NameOf(WordTiming.CharacterBasedPoints)}." };
        var uem = new Option<string?>("--uem") { Description = "A UEM file (recording channel start end): only segments that touch its times count." };
        var command = new Command("cpwer", "Count word errors with speakers paired so that there are fewest (cpWER; with --collar tcpWER).")
        {
            options.Reference, hypothesis, collar, referenceTiming, hypothesisTiming, uem, options.Normaliser, options.Format, options.ReferenceFormat, options.HypothesisFormat, options.Field, options.ReferenceField, options.Json,
        };
        command.SetAction(parsed =>
        {
            var seconds = parsed.GetValue(collar);
            if (seconds is null && (parsed.GetValue(referenceTiming) ?? parsed.GetValue(hypothesisTiming)) is not null)
                return CommandOutput.Fail(new Error.Invalid("no-collar", "Word timings decide nothing without --collar: cpWER does not look at times. Add --collar, or leave them out."));
            if (!options.Scoring(parsed).TryGet(out var scoring, out var error)
                || !WordTimings.Find(parsed.GetValue(referenceTiming) ?? WordTimings.NameOf(WordTiming.CharacterBased)).TryGet(out var ofReference, out error)
                || !WordTimings.Find(parsed.GetValue(hypothesisTiming) ?? WordTimings.NameOf(WordTiming.CharacterBasedPoints)).TryGet(out var ofHypothesis, out error)
                || !Regions(parsed.GetValue(uem)).TryGet(out var regions, out error)
                || !options.ReadReference(parsed).TryGet(out var reference, out error)
                || !options.ReadHypothesis(parsed, parsed.GetValue(hypothesis)!).TryGet(out var heard, out error)
                || !SpeakerSessions.Match(reference, heard, seconds is not null, regions).TryGet(out var sessions, out error)
                || !Score(sessions, new(scoring.Normaliser, seconds, ofReference, ofHypothesis, regions)).TryGet(out var view, out error)) return CommandOutput.Fail(error);
            if (parsed.GetValue(options.Json)) CommandOutput.WriteDocument(view);
            else Print(view);
            return 0;
        });
        return command;
    }

    private static Result<ScoredRegions?> Regions(string? path) => path is null
        ? Result<ScoredRegions?>.Ok(null)
        : TranscriptFiles.Inputs([path]).Then(inputs => inputs is [var file] ? ScoredRegions.Read(file).Select(regions => (ScoredRegions?)regions) : new Error.Invalid("uem-files", $"{path} is no single file. Name the UEM file itself."));

    private static Result<SpeakerErrorView> Score(IReadOnlyList<SpeakerSession> sessions, Recipe recipe)
    {
        var (recordings, total) = (new List<RecordingView>(), default(ErrorCounts));
        foreach (var session in sessions)
        {
            if (!recipe.Score(session).TryGet(out var score, out var error)) return new Error.Invalid(error.Code, $"{session.Recording}: {error.Message}");
            total += score.Counts;
            recordings.Add(new(session.Recording, score.Counts.ReferenceLength, score.Counts.Substitutions, score.Counts.Deletions, score.Counts.Insertions, score.Counts.Errors, score.Counts.Rate,
                [.. score.Assignment.Select(pair => new PairView(pair.Reference, pair.Hypothesis))]));
        }
        return new SpeakerErrorView(
            recipe.Collar is null ? "cpwer" : "tcpwer", recipe.Collar, recordings.Count, total.ReferenceLength, total.Correct, total.Substitutions, total.Deletions, total.Insertions, total.Errors, total.Rate,
            recipe.ToString(), recordings);
    }

    private static void Print(SpeakerErrorView view)
    {
        Console.Out.WriteLine($"{(view.Collar is { } collar ? FormattableString.Invariant($"tcpWER (collar {collar} s)") : "cpWER")} {ScoreWerCommand.Percent(view.Wer)}: {view.Errors} errors in {view.ReferenceWords} words ({view.Substitutions} substitutions, {view.Deletions} deletions, {view.Insertions} insertions), {view.Recordings} recordings");
        foreach (var recording in view.PerRecording)
            Console.Out.WriteLine($"{recording.Recording}: {recording.Errors} of {recording.ReferenceWords}; {string.Join(", ", recording.Assignment.Select(pair => $"{pair.Reference ?? "nobody"} = {pair.Hypothesis ?? "nobody"}"))}");
        Console.Out.WriteLine($"recipe {view.Recipe}");
    }
}
