using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>Finds what is wrong with a take from what was measured and heard of it.</summary>
internal static class TakeFailures
{
    /// <summary>The kind of a take for which the system gave no audio.</summary>
    public const string NoAudio = "no-audio";

    /// <summary>Every kind that can be found.</summary>
    public static IReadOnlyList<FailureKindView> Kinds { get; } = [new(NoAudio, "No audio", "the system gave an error or nothing instead of a clip.")];

    public static IReadOnlyList<TakeFailure> Of(RunItemOutput output, IEnumerable<Measurement> measured) =>
        output.Status is OutputStatus.Failed || output.ClipSha256 is null ? [new(NoAudio, output.Error ?? "The system gave no audio.")] : [];
}
