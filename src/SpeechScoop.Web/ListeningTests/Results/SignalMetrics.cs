using System.Collections.Concurrent;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Metrics;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>
/// Metrics of a prepared stimulus, alone and against its prepared reference: all of the registry that need neither a text nor a pack (docs/methods/metrics.md).
/// Clips never change, so each pair is measured once while the application runs; one at a time, since listeners need the machine more.
/// </summary>
internal sealed class SignalMetrics(ClipLibrary library, MetricRegistry registry) : IDisposable
{
    private readonly IClipMetric[] metrics = [.. registry.All.Where(metric => (metric.Info.Needs & ~MetricNeeds.Reference) == MetricNeeds.None)];
    private readonly ConcurrentDictionary<(string Clip, string Reference), Task<IReadOnlyList<(MetricKind Kind, double Value)>>> measured = new();
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>The metrics that have a finite value: none where a clip is missing or unreadable.</summary>
    public async Task<IReadOnlyList<(MetricKind Kind, double Value)>> OfAsync(string clip, string reference, CancellationToken cancellation)
    {
        var values = await measured.GetOrAdd((clip, reference), MeasureAsync).WaitAsync(cancellation);
        // A missing file may come back.
        if (values.Count == 0) measured.TryRemove((clip, reference), out _);
        return values;
    }

    private async Task<IReadOnlyList<(MetricKind Kind, double Value)>> MeasureAsync((string Clip, string Reference) pair)
    {
        await turn.WaitAsync();
        try
        {
            if (!(await library.ReadAsync(pair.Reference)).TryGet(out var reference, out _) || !(await library.ReadAsync(pair.Clip)).TryGet(out var clip, out _)) return [];
            return await Task.Run(() => Measure(reference, clip));
        }
        finally
        {
            turn.Release();
        }
    }

    private (MetricKind Kind, double Value)[] Measure(AudioClip reference, AudioClip clip) =>
        [.. MetricRegistry.Measure(metrics, new MetricInput(Resample.To(clip, reference.SampleRate), reference))
            .Where(outcome => outcome.Value.Value is { } value && double.IsFinite(value))
            .Select(outcome => (KindOf(outcome.Info), outcome.Value.Value!.Value))];

    private static MetricKind KindOf(MetricInfo info) => new(
        info.Id, info.Version, info.Unit, info.Needs == MetricNeeds.None ? "prepared stimulus" : "mono, prepared stimulus against prepared reference");
}
