using SpeechScoop.Audio.Metrics;
using SpeechScoop.Metrics;
using SpeechScoop.Storage.Runs;
using SpeechScoop.SynthesisLab.Failures;

namespace SpeechScoop.Web.SynthesisLab;

/// <summary>What a new run can be made of.</summary>
/// <param name="Metrics">Those that need no reference.</param>
/// <param name="Usual">Ids of those that are chosen unless told otherwise.</param>
/// <param name="Paces">How fast systems spoke so far on this computer.</param>
internal sealed record LabOffer(IReadOnlyList<OfferedMetric> Metrics, IReadOnlyList<string> Usual, IReadOnlyList<SynthesisPace> Paces);

/// <summary>A metric to choose.</summary>
internal sealed record OfferedMetric(string Id, string Title, MetricGroup Group);

/// <summary>Reads what a new run can be made of.</summary>
internal sealed class LabOffers(MetricRegistry registry, SynthesisPaceStore paces)
{
    /// <summary>What is usually measured: what failures are found by, how fast, how loud, how lively, how it ends.</summary>
    private static readonly string[] Usual =
    [
        .. TakeEvidence.Metrics, "speaking-rate", "silence-ratio", "end-level", "sudden-drops",
        "f0-median", "f0-sd-semitones", "f0-range", "voiced-share", "integrated-loudness", "clipping", "dnsmos-ovrl", "speaker-similarity",
    ];

    public async Task<Result<LabOffer>> ReadAsync()
    {
        if (!(await paces.ReadAsync()).TryGet(out var known, out var error)) return error;
        OfferedMetric[] offered = [.. registry.All.Where(metric => !metric.Info.Needs.HasFlag(MetricNeeds.Reference)).Select(metric => new OfferedMetric(metric.Info.Id, metric.Info.Title, metric.Info.Group))];
        return new LabOffer(offered, [.. Usual.Where(id => offered.Any(metric => metric.Id == id))], known);
    }
}
