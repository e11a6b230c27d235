using SpeechScoop.Runs;

namespace SpeechScoop.Web.Runs;

/// <summary>A run to be made.</summary>
/// <param name="Dataset">Id or name.</param>
/// <param name="Title">Null for one that says what runs over what.</param>
/// <param name="Seed">From which the seeds of all outputs follow; null for one by lot.</param>
internal sealed record NewRun(string? Dataset, RunKind Kind, RunPlan? Plan, string? Title = null, long? Seed = null);
