using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Storage.Measurements;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>Metrics beside the ratings on one scale of a test.</summary>
/// <param name="Scale">The scale; null where there are no ratings on scales.</param>
/// <param name="Missing">Why there are no metrics.</param>
internal sealed record MetricsView(TrialDesign? Design, string? Scale, IReadOnlyList<ComparedMetric> Metrics, MissingMetrics Missing);

/// <summary>Why a test has no metrics.</summary>
internal enum MissingMetrics
{
    None,

    /// <summary>Nothing was rated on a scale.</summary>
    NoRatings,

    /// <summary>No prepared stimulus stands beside a prepared reference, and none is an output that was measured.</summary>
    NoReference,

    /// <summary>Stimuli or references are missing, unreadable or too short, or what was rated is none of them.</summary>
    NotMeasurable,

    /// <summary>They are being measured still.</summary>
    NotYetMeasured,
}

/// <summary>Collects what is measured of a test's stimuli and compares it with their ratings.</summary>
internal sealed class MetricsReader(ResultsReader results, MeasurementStore measurements, SignalMetrics signals)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="scale">Id of a scale; null or empty for the first.</param>
    /// <param name="design">As the API writes it, where two designs share the scale; null or empty for any.</param>
    public async Task<Result<MetricsView>> ReadAsync(string id, string? screening, string? scale, string? design, CancellationToken cancellation)
    {
        if (!(await results.ReadAsync(id, screening)).TryGet(out var stored, out var error)) return error;
        var scales = stored.Compute().Scales;
        if (scales.Count == 0) return new MetricsView(null, null, [], MissingMetrics.NoRatings);
        if (scales.FirstOrDefault(known => (string.IsNullOrEmpty(scale) || known.Scale == scale) && (string.IsNullOrEmpty(design) || known.Design.ToString().Equals(design, StringComparison.OrdinalIgnoreCase))) is not { } chosen)
            return new Error.NotFound("scale-not-found", $"Nothing was rated on this scale. Choose one of {string.Join(", ", scales.Select(known => known.Scale).Distinct())}.");

        return await CompareAsync(stored, chosen, cancellation);
    }

    /// <summary>One view for each scale that was rated. A reader of files does not wait for ever: what is not measured in time is said to be missing, and goes on.</summary>
    public async Task<Result<IReadOnlyList<MetricsView>>> ReadAllAsync(StoredResults stored, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var views = new List<MetricsView>();
        foreach (var scale in stored.Compute().Scales)
        {
            try
            {
                if (!(await CompareAsync(stored, scale, patience.Token)).TryGet(out var view, out var error)) return error;
                views.Add(view);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                views.Add(new(scale.Design, scale.Scale, [], MissingMetrics.NotYetMeasured));
            }
        }
        return views;
    }

    private async Task<Result<MetricsView>> CompareAsync(StoredResults stored, ScaleScores scale, CancellationToken cancellation)
    {
        Trial[] trials = [.. MetricsAgainstRatings.Trials(stored.Definition, scale.Design)];
        if (!(await StoredAsync(trials)).TryGet(out var values, out var error)) return error;
        var pairs = Pairs(trials).ToArray();
        foreach (var (trial, stimulus, clip, reference) in pairs)
            foreach (var (kind, value) in await signals.OfAsync(clip, reference, cancellation)) values.Add(new(kind, trial, stimulus, value));
        // A metric that says the same of everything, such as no clipping anywhere, explains no rating.
        var metrics = MetricsAgainstRatings.Of(stored.Definition, scale, values)
            .Where(metric => metric.Stimuli.Count == 1 || metric.Stimuli.Any(point => point.Value != metric.Stimuli[0].Value)).ToArray();
        return new MetricsView(scale.Design, scale.Scale, metrics,
            metrics.Length > 0 ? MissingMetrics.None : pairs.Length == 0 ? MissingMetrics.NoReference : MissingMetrics.NotMeasurable);
    }

    private async Task<Result<List<MetricValue>>> StoredAsync(Trial[] trials)
    {
        var outputs = trials.SelectMany(trial => trial.Stimuli.Where(stimulus => stimulus.Provenance?.OutputId is not null).Select(stimulus => (trial, stimulus)))
            .ToLookup(pair => pair.stimulus.Provenance!.OutputId!, StringComparer.Ordinal);
        if (!(await measurements.OfOutputsAsync([.. outputs.Select(group => group.Key)])).TryGet(out var known, out var error)) return error;
        return known.SelectMany(measurement => outputs[measurement.OutputId].Select(pair => new MetricValue(
            new(measurement.Metric, measurement.Version, "", measurement.Recipe), pair.trial.Id, pair.stimulus.Id, measurement.Value))).Where(value => double.IsFinite(value.Value)).ToList();
    }

    private static IEnumerable<(string Trial, string Stimulus, string Clip, string Reference)> Pairs(IEnumerable<Trial> trials) =>
        from trial in trials
        let reference = trial.Stimuli.FirstOrDefault(stimulus => stimulus.Role is StimulusRole.Reference)?.Clip
        where reference is not null
        from stimulus in trial.Stimuli
        where stimulus is { Role: not StimulusRole.Reference, Clip: not null }
        select (trial.Id, stimulus.Id, stimulus.Clip!, reference);
}
