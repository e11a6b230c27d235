using System.Text.Json;
using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Web.SynthesisLab.Exports;

/// <summary>Every finished take, one a row, with all that is needed to do the analysis again elsewhere.</summary>
internal static class TakesTable
{
    private static readonly string[] Fixed =
    [
        "run_id", "run_title", "dataset", "prompt", "prompt_text", "speaker", "condition", "condition_title", "system", "system_version", "settings", "take", "seed", "repeats_a_seed",
        "output", "status", "error", "clip_sha256", "heard", "audio_seconds", "processing_seconds", "first_audio_seconds", "real_time_factor", "times_real_time", "passes", "failures", "failure_reasons",
    ];

    public static LabTable Of(LabRun run)
    {
        string[] metrics = [.. run.Metrics.Select(metric => metric.Id)];
        string[] attributes = [.. run.Prompts.SelectMany(prompt => prompt.Attributes.Keys).Distinct().Order(StringComparer.Ordinal)];
        var prompts = run.Prompts.ToDictionary(prompt => prompt.Key);
        var conditions = run.Conditions.ToDictionary(condition => condition.Id);
        return new("Every take", [.. Fixed, .. attributes.Select(name => $"attribute_{name}"), .. metrics], [.. run.Takes.Select(take =>
        {
            var (output, prompt, condition, failures) = (run.Outputs[take.Id], prompts[take.Prompt], conditions[take.Condition], run.Failures[take.Id]);
            var isTimed = take is { ProcessingSeconds: > 0, AudioSeconds: > 0 };
            return (object?[])
            [
                run.Listed.Run.Id, run.Listed.Run.Title, run.Listed.DatasetName, take.Prompt, prompt.Text, prompt.Speaker, take.Condition, condition.Title, condition.SystemId, output.SystemVersion, output.Settings,
                take.Take, take.Seed, take.Repeats, take.Id, output.Status is OutputStatus.Failed ? "failed" : "done", output.Error, take.ClipSha256, output.Text,
                take.AudioSeconds, take.ProcessingSeconds, take.FirstAudioSeconds, isTimed ? take.ProcessingSeconds / take.AudioSeconds : null, isTimed ? take.AudioSeconds / take.ProcessingSeconds : null,
                take.Passes, string.Join(' ', take.Failures), string.Join(" ", failures.Select(failure => failure.Reason)),
                .. attributes.Select(name => (object?)prompt.Attributes.GetValueOrDefault(name)),
                .. metrics.Select(metric => take.Measurements.TryGetValue(metric, out var value) ? (object?)value : null),
            ];
        })]);
    }

    /// <summary>The same as JSON, an object a line; nothing is null that is not known.</summary>
    public static string JsonLines(LabTable table) => string.Concat(table.Rows.Select(row =>
        JsonSerializer.Serialize(table.Header.Zip(row).Where(cell => cell.Second is not null).ToDictionary(cell => cell.First, cell => cell.Second), JsonSerializerOptions.Web) + "\n"));
}
