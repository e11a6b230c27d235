namespace SpeechScoop.SynthesisLab.Failures;

/// <summary>What is known of a take.</summary>
/// <param name="Prompt">The text that should be said.</param>
/// <param name="Transcript">What a recognizer heard; null where none listened.</param>
/// <param name="Measurements">
/// Values by metric id. Used where present: <c>duration</c>, <c>speech-duration</c>, <c>leading-silence</c>, <c>trailing-silence</c>,
/// <c>longest-pause</c>, <c>sudden-cut-off</c>, <c>self-repetition</c>.
/// </param>
public sealed record TakeEvidence(string Prompt, string? Transcript, IReadOnlyDictionary<string, double> Measurements)
{
    /// <summary>Metrics that the rules look at: measure these for every take.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
        ["duration", "speech-duration", "leading-silence", "trailing-silence", "longest-pause", "sudden-cut-off", "self-repetition"];

    internal double? Of(string metric) => Measurements.TryGetValue(metric, out var value) ? value : null;
}
