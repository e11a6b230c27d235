using System.CommandLine;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Web.Commands.Transcripts;

/// <summary><c>score cpwer --ref R --hyp H [--collar S] [--normalizer P] [--json]</c></summary>
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

    public static Command Create()
    {
        var options = new TranscriptOptions();
        var hypothesis = new Option<string[]>("--hyp") { Description = "What was recognized, with speakers: a file, or a folder of files.", Required = true, AllowMultipleArgumentsPerToken = true };
        var collar = new Option<double?>("--collar") { Description = "Seconds by which words may be early or late: then words match only within their time (tcpWER). For meetings often 5." };
        var command = new Command("cpwer", "Count word errors with speakers paired so that there are fewest (cpWER; with --collar tcpWER).")
        {
            options.Reference, hypothesis, collar, options.Normaliser, options.Format, options.ReferenceFormat, options.HypothesisFormat, options.Field, options.ReferenceField, options.Json,
        };
        command.SetAction(parsed =>
        {
            if (!options.Scoring(parsed).TryGet(out var scoring, out var error) || !options.ReadReference(parsed).TryGet(out var reference, out error)
                || !options.ReadHypothesis(parsed, parsed.GetValue(hypothesis)!).TryGet(out var heard, out error)
                || !SpeakerSessions.Match(reference, heard, parsed.GetValue(collar) is not null).TryGet(out var sessions, out error)
                || !Score(sessions, parsed.GetValue(collar), scoring.Normaliser).TryGet(out var view, out error)) return CommandOutput.Fail(error);
            if (parsed.GetValue(options.Json)) CommandOutput.WriteDocument(view);
            else Print(view);
            return 0;
        });
        return command;
    }

    private static Result<SpeakerErrorView> Score(IReadOnlyList<SpeakerSession> sessions, double? collar, NormaliserProfile normaliser)
    {
        var (recordings, total) = (new List<RecordingView>(), default(ErrorCounts));
        foreach (var session in sessions)
        {
            var scored = collar is { } seconds ? SpeakerScoring.TimeConstrained(session.Reference, session.Hypothesis, seconds, normaliser) : SpeakerScoring.Concatenated(session.Reference, session.Hypothesis, normaliser);
            if (!scored.TryGet(out var score, out var error)) return new Error.Invalid(error.Code, $"{session.Recording}: {error.Message}");
            total += score.Counts;
            recordings.Add(new(session.Recording, score.Counts.ReferenceLength, score.Counts.Substitutions, score.Counts.Deletions, score.Counts.Insertions, score.Counts.Errors, score.Counts.Rate,
                [.. score.Assignment.Select(pair => new PairView(pair.Reference, pair.Hypothesis))]));
        }
        return new SpeakerErrorView(
            collar is null ? "cpwer" : "tcpwer", collar, recordings.Count, total.ReferenceLength, total.Correct, total.Substitutions, total.Deletions, total.Insertions, total.Errors, total.Rate,
            FormattableString.Invariant($"normaliser={normaliser.Name}#{normaliser.Hash[..12]};alignment=1-1-1{(collar is null ? "" : $";collar={collar}")}"), recordings);
    }

    private static void Print(SpeakerErrorView view)
    {
        Console.Out.WriteLine($"{(view.Collar is { } collar ? FormattableString.Invariant($"tcpWER (collar {collar} s)") : "cpWER")} {ScoreWerCommand.Percent(view.Wer)}: {view.Errors} errors in {view.ReferenceWords} words ({view.Substitutions} substitutions, {view.Deletions} deletions, {view.Insertions} insertions), {view.Recordings} recordings");
        foreach (var recording in view.PerRecording)
            Console.Out.WriteLine($"{recording.Recording}: {recording.Errors} of {recording.ReferenceWords}; {string.Join(", ", recording.Assignment.Select(pair => $"{pair.Reference ?? "nobody"} = {pair.Hypothesis ?? "nobody"}"))}");
        Console.Out.WriteLine($"recipe {view.Recipe}");
    }
}
