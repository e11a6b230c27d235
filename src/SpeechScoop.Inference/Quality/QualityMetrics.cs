using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Signals;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Metrics;

namespace SpeechScoop.Inference.Quality;

/// <summary>The estimates of quality that packs of the task <c>quality</c> bring.</summary>
public static class QualityMetrics
{
    private const string P835 = "Reddy, Gopal and Cutler, \"DNSMOS P.835\", ICASSP 2022; dnsmos_local.py of the DNS Challenge";
    private const string P808 = "Reddy, Gopal and Cutler, \"DNSMOS\", ICASSP 2021; dnsmos_local.py of the DNS Challenge";
    private const string Blind = "What is said and who says it, anything above 8 kHz, and differences smaller than about 0.1; it was trained on noisy and enhanced speech, not on synthesizers.";

    /// <summary>The metrics of the valid packs.</summary>
    public static IReadOnlyList<IClipMetric> Of(SystemCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return [.. catalog.PacksFor("quality").SelectMany(pack => Of(pack, catalog))];
    }

    private static IEnumerable<IClipMetric> Of(PackManifest pack, SystemCatalog catalog)
    {
        // One load for all metrics of the pack; a failure stays and is told each time.
        var model = new Lazy<Result<IQualityModel>>(() => catalog.Load<IQualityModel>(pack.Id, "quality"));
        IClipMetric Metric(string id, string title, string source, string score) => new ScoreMetric(model, score, new MetricInfo
        {
            Id = id,
            Title = title,
            Group = MetricGroup.Quality,
            Version = PackVersion.Of(pack),
            Unit = "MOS",
            Needs = MetricNeeds.Pack,
            Direction = MetricDirection.HigherIsBetter,
            LowestSampleRate = 16_000,
            HighestSampleRate = 48_000,
            BandHz = 8_000,
            ShortestSeconds = 0.5,
            Domains = [SoundDomain.Speech],
            Source = source,
            BlindTo = Blind,
        });
        return pack.Family == "dnsmos-p835"
            ?
            [
                Metric("dnsmos-sig", "DNSMOS P.835 signal", P835, "SIG"),
                Metric("dnsmos-bak", "DNSMOS P.835 background", P835, "BAK"),
                Metric("dnsmos-ovrl", "DNSMOS P.835 overall", P835, "OVRL"),
            ]
            : [Metric("dnsmos-p808", "DNSMOS P.808", P808, "MOS")];
    }

    private sealed class ScoreMetric(Lazy<Result<IQualityModel>> model, string score, MetricInfo info) : IClipMetric
    {
        public MetricInfo Info => info;

        public MetricValue Measure(MetricInput input)
        {
            if (Levels.ToDb(Levels.Peak(input.Mono.Channel(0))) <= Levels.SilenceDb) return MetricValue.Refused("The clip is silent: there is no speech to judge.");
            if (!model.Value.TryGet(out var judge, out var error)) return MetricValue.Refused(error.Message);
            var scores = input.Share($"quality/{info.Version}", () => new Scored(judge.Score(input.Mono)));
            return scores.Result.TryGet(out var values, out error) ? MetricValue.Of(values[score]) : MetricValue.Refused(error.Message);
        }
    }

    private sealed record Scored(Result<IReadOnlyDictionary<string, double>> Result);
}
