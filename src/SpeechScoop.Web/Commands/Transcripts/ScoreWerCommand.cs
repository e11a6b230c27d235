using System.CommandLine;
using System.Globalization;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Web.Commands.Transcripts;

/// <summary><c>score wer --ref R --hyp H [--normalizer P] [--alignment A] [--format F] [--optional-words] [--per-utterance] [--json]</c></summary>
internal static class ScoreWerCommand
{
    public static Command Create()
    {
        var options = new TranscriptOptions();
        var hypothesis = new Option<string[]>("--hyp") { Description = "What was recognized: a file, or a folder of files (such as a vendor's responses, one a recording).", Required = true, AllowMultipleArgumentsPerToken = true };
        var perUtterance = new Option<bool>("--per-utterance") { Description = "List each utterance too." };
        var command = new Command("wer", "Count the word errors of transcripts, as sclite does.")
        {
            options.Reference, hypothesis, options.Normaliser, options.Alignment, options.Format, options.ReferenceFormat, options.HypothesisFormat, options.Field, options.ReferenceField,
            options.OptionalWords, perUtterance, options.Json,
        };
        command.SetAction(parsed =>
        {
            if (!options.Scoring(parsed).TryGet(out var scoring, out var error) || !options.ReadReference(parsed).TryGet(out var reference, out error)
                || !options.ReadHypothesis(parsed, parsed.GetValue(hypothesis)!).TryGet(out var heard, out error)) return CommandOutput.Fail(error);
            var matched = TranscriptMatching.Match(reference, heard);
            if (matched.Error is { } unmatched) return CommandOutput.Fail(unmatched);
            if (!CorpusScoring.Score(matched.Utterances, scoring).TryGet(out var score, out error)) return CommandOutput.Fail(error);
            var view = WordErrorView.Of(score, matched, reference.Format, heard.Format, parsed.GetValue(perUtterance));
            if (parsed.GetValue(options.Json)) CommandOutput.WriteDocument(view);
            else Print(view, [.. reference.Notes, .. heard.Notes]);
            return 0;
        });
        return command;
    }

    private static void Print(WordErrorView view, IReadOnlyList<string> readingNotes)
    {
        var interval = view.Interval is { } found ? $" [{Percent(found.Low)}, {Percent(found.High)}], {found.Clusters} {found.ClusteredBy}s" : "";
        Console.Out.WriteLine($"WER {Percent(view.Wer)}{interval}: {view.Errors} errors in {view.ReferenceWords} words ({view.Substitutions} substitutions, {view.Deletions} deletions, {view.Insertions} insertions), {view.Utterances} utterances");
        Console.Out.WriteLine($"mean of utterances {Percent(view.MeanOfUtterances)}, sentence error rate {Percent(view.SentenceErrorRate)}, CER {Percent(view.Cer)}, MER {Percent(view.Mer)}, WIL {Percent(view.Wil)}, WIP {Percent(view.Wip)}");
        if (view.SilentReferences > 0) Console.Out.WriteLine($"{view.SilentReferences} references in which nothing is said; {view.SilentInsertions} words invented there");
        if (view.IgnoredSegments > 0) Console.Out.WriteLine($"{view.IgnoredSegments} segments not scored, with {view.IgnoredWords} words of the hypothesis");
        foreach (var note in readingNotes.Concat(view.Notes)) Console.Out.WriteLine(note);
        Console.Out.WriteLine($"recipe {view.Recipe}; read as {view.ReferenceFormat} and {view.HypothesisFormat}");
        foreach (var utterance in view.PerUtterance ?? [])
            Console.Out.WriteLine($"{utterance.Id}\t{Percent(utterance.Wer)}\t{utterance.Substitutions} S\t{utterance.Deletions} D\t{utterance.Insertions} I\tof {utterance.ReferenceWords}");
    }

    internal static string Percent(double? value) => value is { } number ? (number * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %" : "–";
}
