using System.Collections.Concurrent;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>
/// Metrics of a prepared stimulus against its prepared reference (docs/methods/reconstruction.md). Clips never change, so each pair is
/// measured once while the application runs; one at a time, since listeners need the machine more.
/// </summary>
internal sealed class SignalMetrics(ClipLibrary library) : IDisposable
{
    public static readonly MetricKind Stoi = new("stoi", Audio.Metrics.Intelligibility.Stoi.MetricVersion, "", "mono, prepared stimulus against prepared reference");
    public static readonly MetricKind Estoi = new("estoi", Audio.Metrics.Intelligibility.Stoi.MetricVersion, "", "mono, prepared stimulus against prepared reference");
    public static readonly MetricKind LogMel = new("log-mel-l1", LogMelDistance.MetricVersion, "", "mono at 16 kHz, prepared stimulus against prepared reference");

    private readonly ConcurrentDictionary<(string Clip, string Reference), Task<IReadOnlyList<(MetricKind Kind, double Value)>>> measured = new();
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>The metrics that can be computed: none where a clip is missing, unreadable or too short.</summary>
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

    private static (MetricKind Kind, double Value)[] Measure(Audio.AudioClip reference, Audio.AudioClip clip)
    {
        var (clean, degraded) = (reference.ToMono(), Resample.ToMono(clip, reference.SampleRate));
        var (original, other) = (Resample.ToMono(reference, LogMelDistance.SampleRate), Resample.ToMono(clip, LogMelDistance.SampleRate));
        if (Math.Min(original.Length, other.Length) <= LogMelDistance.SampleRate / 10) return [];
        (MetricKind Kind, double Value)[] all =
        [
            (Stoi, Audio.Metrics.Intelligibility.Stoi.Compute(clean.Channel(0), degraded.Channel(0), clean.SampleRate)),
            (Estoi, Audio.Metrics.Intelligibility.Stoi.Compute(clean.Channel(0), degraded.Channel(0), clean.SampleRate, extended: true)),
            (LogMel, LogMelDistance.Compute(original.Channel(0), other.Channel(0))),
        ];
        return [.. all.Where(each => double.IsFinite(each.Value) && !(each.Kind != LogMel && each.Value == Audio.Metrics.Intelligibility.Stoi.TooShort))];
    }
}
