using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Datasets;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Metrics;
using SpeechScoop.Recognition;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Datasets;
using SpeechScoop.Web.Runs.Making;

namespace SpeechScoop.Web.Runs.Measuring;

/// <summary>
/// Measures finished outputs: transcripts against what was said; of synthesized clips what a recognizer hears, against the prompt; and the
/// plan's metrics of the clip as it is stored, for reconstructions beside the original.
/// </summary>
internal sealed partial class OutputMeasuring(MetricRegistry metrics, ISystemCatalog catalog, ClipLibrary library, ItemAudio audio, TimeProvider time, ILogger<OutputMeasuring> logger)
{
    private const string InternalFailure = "The server failed on this metric. Its log says more.";

    /// <summary>Measures an output of a run. A metric without a value has a reason; nothing fails as a whole.</summary>
    public async Task<MeasuredOutput> MeasureAsync(RunKind kind, RunPlan plan, RunOutput output, RunItemOutput item, CancellationToken cancellation)
    {
        var (made, reasons) = (new List<Measurement>(), new SortedDictionary<string, string>(StringComparer.Ordinal));
        if (kind is RunKind.Recognition)
        {
            if (item.ItemText is { } said && output.Text is { } heard) made.AddRange(Score(output, said, heard, null));
            return Finish(output, made, reasons);
        }
        if (output.ClipSha256 is not { } sha256) return Finish(output, made, reasons);
        if (!(await library.ReadAsync(sha256, cancellation: cancellation)).TryGet(out var clip, out var error))
        {
            foreach (var id in plan.Metrics) reasons[id] = error.Message;
            return Finish(output, made, reasons);
        }
        if (plan.Recognizer is { } recognizer) output = await TranscribeAsync(recognizer, output, item, clip, made, reasons, cancellation);
        await MeasureClipAsync(kind, plan, output, item, clip, made, reasons, cancellation);
        return Finish(output, made, reasons);
    }

    private async Task<RunOutput> TranscribeAsync(
        string recognizerId, RunOutput output, RunItemOutput item, AudioClip clip, List<Measurement> made, SortedDictionary<string, string> reasons, CancellationToken cancellation)
    {
        if (!(await catalog.GetRecognizerAsync(recognizerId, cancellation)).TryGet(out var recognizer, out var error)
            || !(await recognizer.RecognizeAsync(clip, cancellation: cancellation)).TryGet(out var transcript, out error))
        {
            reasons[TranscriptScore.WordMetric] = reasons[TranscriptScore.CharacterMetric] = error.Message;
            return output;
        }
        var version = catalog.Find(recognizerId).TryGet(out var system, out _) ? system.PackVersion : "";
        if (item.ItemText is { } prompt) made.AddRange(Score(output, prompt, transcript.Text, $"{recognizerId}@{version}"));
        return output with { Text = transcript.Text, Words = RecognitionRunWork.WordsJson(transcript.Words) };
    }

    private async Task MeasureClipAsync(
        RunKind kind, RunPlan plan, RunOutput output, RunItemOutput item, AudioClip clip, List<Measurement> made, SortedDictionary<string, string> reasons, CancellationToken cancellation)
    {
        if (plan.Metrics.Count == 0) return;
        AudioClip? reference = null;
        if (kind is RunKind.Reconstruction)
        {
            if ((await audio.ReadAsync(item.ItemClipSha256!, item.ItemStart, item.ItemEnd, cancellation)).TryGet(out var original, out _)) reference = original.ToMono();
            if (reference is not null) clip = clip.SampleRate == reference.SampleRate ? clip.ToMono() : Resample.ToMono(clip, reference.SampleRate);
        }
        var domain = ItemAttributes.DomainOf(ItemAttributes.Read(item.ItemAttributes)) ?? (kind is RunKind.Synthesis ? SoundDomain.Speech : null);
        var input = new MetricInput(clip, reference, item.ItemText, domain);
        foreach (var id in plan.Metrics)
        {
            cancellation.ThrowIfCancellationRequested();
            var value = await Task.Run(() => Measure(id, output, input), cancellation);
            if (value.Outcome is { } outcome) made.Add(New(output, outcome.Info.Id, outcome.Info.Version, "{}", outcome.Value.Value!.Value, null));
            else reasons[id] = value.Reason!;
        }
    }

    private (MetricOutcome? Outcome, string? Reason) Measure(string id, RunOutput output, MetricInput input)
    {
        if (metrics.Find(id) is not { } metric) return (null, $"There is no metric '{id}' here any more; it may need a pack that is gone.");
        try
        {
            var value = MetricRegistry.Measure(metric, input);
            // The database keeps finite numbers only: identical signals have an infinite ratio.
            return value.Value is { } number && double.IsFinite(number) ? (new MetricOutcome(metric.Info, value), null)
                : (null, value.NotValid ?? (value.Value > 0 ? "The value is infinite: the clips are identical." : "The value is minus infinity: the clip is silent."));
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            Log.Bug(logger, id, output.Id, bug);
            return (null, InternalFailure);
        }
    }

    private IEnumerable<Measurement> Score(RunOutput output, string reference, string hypothesis, string? recognizer)
    {
        var score = TranscriptScore.Of(reference, hypothesis);
        var recipe = recognizer is null ? score.Recipe : $"{score.Recipe};recognizer={recognizer}";
        yield return New(output, TranscriptScore.WordMetric, TranscriptScore.MetricVersion, recipe, score.Words.Counts.Rate ?? 0, score.Words.Counts);
        yield return New(output, TranscriptScore.CharacterMetric, TranscriptScore.MetricVersion, recipe, score.Characters.Rate ?? 0, score.Characters);
    }

    private Measurement New(RunOutput output, string metric, string version, string recipe, double value, ErrorCounts? counts) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        OutputId = output.Id,
        Metric = metric,
        Version = version,
        Recipe = recipe,
        Value = value,
        // Rates over several outputs are ratios of sums: the counts are what adds up.
        Details = counts is null ? null : JsonSerializer.Serialize(counts, JsonSerializerOptions.Web),
        CreatedAt = time.GetUtcNow(),
    };

    private static MeasuredOutput Finish(RunOutput output, List<Measurement> made, SortedDictionary<string, string> reasons) =>
        new(output with { NotMeasured = reasons.Count == 0 ? null : JsonSerializer.Serialize(reasons, JsonSerializerOptions.Web) }, made);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The metric {Metric} failed on the output {Output}")]
        public static partial void Bug(ILogger logger, string metric, string output, Exception exception);
    }
}
