using System.Text.Json.Nodes;
using SpeechScoop.Metrics;
using SpeechScoop.Runs;
using SpeechScoop.SynthesisLab;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>What the takes of a run say, as pages and scripts see it. All intervals are 95 %.</summary>
/// <param name="Conditions">Systems with settings, in the order of the plan.</param>
/// <param name="Prompts">In the order of the dataset.</param>
/// <param name="Metrics">Those that any take has a value of, those with a direction first.</param>
/// <param name="Ranking">Id of the metric that ranks takes; null where none points one way.</param>
/// <param name="Exports">The files that it can be saved as.</param>
internal sealed record LabView(
    LabRunView Run, IReadOnlyList<LabConditionView> Conditions, IReadOnlyList<LabPromptView> Prompts, IReadOnlyList<LabMetricView> Metrics, string? Ranking,
    IReadOnlyList<FailureKindView> FailureKinds, SynthesisAnalysis Analysis, IReadOnlyList<string> Exports, string Application);

/// <summary>The run.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Takes">Takes of each prompt and condition; the most that any has where the run was imported.</param>
/// <param name="Recognizer">Title of what wrote takes down.</param>
/// <param name="Outputs">All outputs, repetitions among them.</param>
/// <param name="Left">Outputs that are neither measured nor failed yet.</param>
internal sealed record LabRunView(string Id, string Title, RunStatus Status, bool Imported, string Dataset, int Takes, string? Recognizer, int Outputs, int Left);

/// <summary>A condition as pages draw it.</summary>
/// <param name="Settings">Canonical text of what was set.</param>
/// <param name="Colour">Place in the palette.</param>
internal sealed record LabConditionView(string Id, string Title, string SystemId, string Settings, int Colour, string? Version);

/// <summary>A prompt.</summary>
internal sealed record LabPromptView(string Key, string? Text, string? Speaker, IReadOnlyDictionary<string, string> Attributes);

/// <summary>A metric that was measured.</summary>
/// <param name="Recipe">Parameters as canonical JSON; <c>mixed</c> where takes were measured in several ways.</param>
internal sealed record LabMetricView(string Id, string Title, string Unit, MetricDirection Direction, string Version, string Recipe);

/// <summary>A way to fail.</summary>
/// <param name="Note">What counts as this failure, in a sentence.</param>
internal sealed record FailureKindView(string Id, string Title, string Note);

/// <summary>The takes of a prompt under a condition, from the best to the worst; repetitions come last.</summary>
internal sealed record CellView(LabPromptView Prompt, string Condition, IReadOnlyList<TakeView> Takes);

/// <summary>A take with everything known about it.</summary>
/// <param name="Clip">SHA-256.</param>
/// <param name="Heard">What the run's recognizer wrote down.</param>
/// <param name="NotMeasured">Why metrics have no value, by id.</param>
/// <param name="Place">Whether it is the cell's best, typical or worst take.</param>
internal sealed record TakeView(
    string Id, int Take, long? Seed, bool Repeats, string? Clip, string? Heard, string? Error, JsonNode? Settings, double? AudioSeconds, double? ProcessingSeconds, double? FirstAudioSeconds,
    IReadOnlyDictionary<string, double> Measurements, IReadOnlyDictionary<string, string> NotMeasured, IReadOnlyList<TakeFailure> Failures, TakePlace? Place);

/// <summary>Where a take stands among those of its cell.</summary>
internal enum TakePlace
{
    Best,
    Typical,
    Worst,
}
