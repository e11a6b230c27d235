using System.Text.Json;
using SpeechScoop.Recognition;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Web.Live;

/// <summary>Scores a recognition trial's transcripts against what was really said, and stores the word and character error rates.</summary>
internal sealed class TrialScoring(LiveTrialStore trials, OutputStore outputs, MeasurementStore measurements, RunningTrials running, TimeProvider time)
{
    private const int LongestReference = 20_000;

    /// <summary>Notes the reference and measures every finished transcript. A new reference adds new measurements.</summary>
    public async Task<Result<LiveTrial>> ScoreAsync(string trialId, string? reference)
    {
        if (string.IsNullOrWhiteSpace(reference)) return new Error.Invalid("reference-empty", "The reference is empty. Type what was really said.");
        if (reference.Length > LongestReference)
            return new Error.Invalid("reference-too-long", $"The reference has {reference.Length} characters; up to {LongestReference} are scored. Shorten it.");
        if (!(await trials.FindAsync(trialId)).TryGet(out var trial, out var error)) return error;
        if (trial.Kind is not LiveTrialKind.Recognition)
            return new Error.Invalid("trial-kind", "Only transcripts are scored against a reference; this trial has none.");
        if (running.Find(trialId) is not null)
            return new Error.Conflict("trial-running", "The trial still runs. Stop the recording, then type the reference.");
        if (!(await outputs.OfTrialAsync(trialId)).TryGet(out var all, out error)) return error;
        var transcripts = all.Where(output => output is { Status: OutputStatus.Done, Text: not null });
        if ((await measurements.AddAsync([.. transcripts.SelectMany(output => Measure(output, reference))])).Error is { } notStored) return notStored;
        return await trials.SetReferenceAsync(trialId, reference);
    }

    private IEnumerable<Measurement> Measure(Output output, string reference)
    {
        var score = TranscriptScore.Of(reference, output.Text!);
        yield return Measurement(output, score, TranscriptScore.WordMetric, score.Words.Counts);
        yield return Measurement(output, score, TranscriptScore.CharacterMetric, score.Characters);
    }

    private Measurement Measurement(Output output, TranscriptScore score, string metric, ErrorCounts counts) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        OutputId = output.Id,
        Metric = metric,
        Version = TranscriptScore.MetricVersion,
        Recipe = score.Recipe,
        Value = counts.Rate ?? 0,
        // Rates over several outputs are ratios of sums: the counts are what adds up.
        Details = JsonSerializer.Serialize(counts, JsonSerializerOptions.Web),
        CreatedAt = time.GetUtcNow(),
    };
}
