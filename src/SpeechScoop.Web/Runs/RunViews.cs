using System.Text.Json.Nodes;
using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Runs;

/// <summary>A run as pages see it.</summary>
/// <param name="Conditions">In the order of the plan; outputs name them by their index.</param>
/// <param name="Environment">The machine that made it; null before it began, and for what was made elsewhere.</param>
/// <param name="SecondsPerOutput">Mean time from one output to the next: now while it goes on, else over the whole run; null while unknown.</param>
/// <param name="SecondsLeft">Expected time to the end; null unless it goes on.</param>
internal sealed record RunView(
    string Id, string Title, RunKind Kind, RunStatus Status, RunDatasetView Dataset, RunPlan Plan, IReadOnlyList<ConditionView> Conditions, RunEnvironment? Environment, long Seed, bool Imported,
    RunProgress Progress, double? SecondsPerOutput, double? SecondsLeft, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt);

/// <summary>A run's dataset.</summary>
/// <param name="Items">How many items it has.</param>
internal sealed record RunDatasetView(string Id, string Name, DatasetKind Kind, int Items);

/// <summary>A system with settings.</summary>
/// <param name="Settings">As outputs carry them.</param>
/// <param name="Phrases">The settings in words, such as <c>4 codebooks</c>.</param>
internal sealed record ConditionView(SystemReference System, JsonNode Settings, IReadOnlyList<string> Phrases);

/// <summary>A page of a run's outputs.</summary>
internal sealed record RunOutputPage(int Total, int Offset, IReadOnlyList<RunOutputView> Outputs);

/// <summary>An output of a run as pages see it.</summary>
/// <param name="Condition">Index of its condition in the run.</param>
/// <param name="Text">The transcript: of a recognizer, or what the run's recognizer heard of a synthesizer.</param>
/// <param name="HasAudio">Whether <c>/api/outputs/{id}/audio</c> has a clip that it made.</param>
/// <param name="Measurements">The newest value of each metric.</param>
/// <param name="NotMeasured">Why metrics have no value.</param>
internal sealed record RunOutputView(
    string Id, int Position, int Condition, int Take, long? Seed, OutputStatus Status, RunItemView Item, string? Text, bool HasAudio, double? AudioSeconds, double? ProcessingSeconds,
    double? FirstResultSeconds, double? RealTimeFactor, double? BitRate, string? Error, bool Kept, int Attempts, IReadOnlyDictionary<string, double> Measurements,
    IReadOnlyDictionary<string, string> NotMeasured);

/// <summary>The item that an output answers.</summary>
/// <param name="HasAudio">Whether <c>/api/datasets/items/{id}/audio</c> has its recording.</param>
internal sealed record RunItemView(string Id, string Key, string? Text, string? Language, string? Speaker, IReadOnlyDictionary<string, string> Attributes, bool HasAudio);

/// <summary>A condition of a run, summed up.</summary>
/// <param name="RealTimeFactor">Time in the system by length of the audio, of all outputs together.</param>
/// <param name="Metrics">By id.</param>
internal sealed record ConditionSummaryView(
    int Condition, int Total, int Done, int Failed, double? AudioSeconds, double? ProcessingSeconds, double? RealTimeFactor, double? FirstResultSeconds, double? BitRate,
    IReadOnlyDictionary<string, MetricSummaryView> Metrics);

/// <summary>A metric over a condition's outputs.</summary>
/// <param name="Value">Error rates are pooled (errors by words of all references together); others are means over outputs.</param>
/// <param name="Mean">Mean over outputs.</param>
internal sealed record MetricSummaryView(int Count, double Value, double Mean, long? Errors, long? ReferenceLength);
