using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.SynthesisLab.Failures;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>Finds what is wrong with a take from what was measured and heard of it.</summary>
internal static class TakeFailures
{
    /// <summary>The kind of a take for which the system gave no audio.</summary>
    public const string NoAudio = "no-audio";

    /// <summary>Every kind that can be found.</summary>
    public static IReadOnlyList<FailureKindView> Kinds { get; } =
    [
        new(NoAudio, "No audio", "the system gave an error or nothing instead of a clip."),
        new(FailureKind.Silence.Id(), "Silence", "no speech, or a silence of 2 s or more before, inside or after it."),
        new(FailureKind.Truncation.Id(), "Truncation", "words are missing at the end; without a recognizer: less speech than the text takes."),
        new(FailureKind.SkippedWords.Id(), "Skipped words", "two or more words are missing in one place before the end."),
        new(FailureKind.Repetition.Id(), "Repetition", "words or sounds occur again that the text has once."),
        new(FailureKind.Babble.Id(), "Babble", "three or more words too many in one place, words unlike the text, or far more speech than the text takes."),
        new(FailureKind.SuddenCutOff.Id(), "Sudden cut-off", "the clip ends in the middle of a sound."),
    ];

    public static IReadOnlyList<TakeFailure> Of(RunItemOutput output, IEnumerable<Measurement> measured)
    {
        if (output.Status is OutputStatus.Failed || output.ClipSha256 is null) return [new(NoAudio, output.Error ?? "The system gave no audio.")];
        var values = measured.GroupBy(measurement => measurement.Metric, StringComparer.Ordinal).ToDictionary(metric => metric.Key, metric => metric.Last().Value, StringComparer.Ordinal);
        var report = FailureFinder.Find(new TakeEvidence(output.ItemText ?? "", output.Text, values));
        return [.. report.Failures.Select(failure => new TakeFailure(failure.Kind.Id(), failure.Evidence))];
    }
}
