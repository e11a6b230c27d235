using SpeechScoop.Audio;
using SpeechScoop.Audio.Embeddings;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Embeddings;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Metrics;

namespace SpeechScoop.Inference.Embeddings;

/// <summary>Speaker similarity by a pack of the task <c>embedding</c> and the kind <c>speaker</c>.</summary>
public static class SpeakerMetrics
{
    /// <summary>The metric of the first such pack; none without one.</summary>
    public static IReadOnlyList<IClipMetric> Of(SystemCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.PacksFor("embedding").FirstOrDefault(pack => pack.Embedding?.Kind == "speaker") is { } pack ? [new Similarity(pack, catalog)] : [];
    }

    private sealed class Similarity(PackManifest pack, SystemCatalog catalog) : IClipMetric
    {
        private readonly Lazy<Result<IEmbedder>> embedder = new(() => catalog.Load<IEmbedder>(pack.Id, "embedding"));

        public MetricInfo Info { get; } = new()
        {
            Id = "speaker-similarity",
            Title = "Speaker similarity",
            Group = MetricGroup.Speaker,
            Version = PackVersion.Of(pack),
            Needs = MetricNeeds.Reference | MetricNeeds.Pack,
            Direction = MetricDirection.HigherIsBetter,
            Identity = 1,
            LowestSampleRate = 8_000,
            HighestSampleRate = 48_000,
            BandHz = pack.Audio!.SampleRate / 2.0,
            ShortestSeconds = pack.Embedding!.ShortestSeconds,
            AlignsItself = true,
            Domains = [SoundDomain.Speech],
            Source = $"cosine of the embeddings of the pack {pack.Id}; any recording of the speaker can be the reference",
            BlindTo = "What is said and how well; room and microphone count as voice in part. Cosines of different embedders cannot be compared: calibrate.",
        };

        public MetricValue Measure(MetricInput input)
        {
            if (!embedder.Value.TryGet(out var network, out var error)) return MetricValue.Refused(error.Message);
            var own = input.Share($"embedding/{Info.Version}", () => new Embedded(Whole(network, input.Mono)));
            var other = input.Share($"embedding-reference/{Info.Version}", () => new Embedded(Whole(network, input.ReferenceMono)));
            return own.Vector.Then(a => other.Vector.Then(b => Cosine.Of(a, b))).TryGet(out var cosine, out error) ? MetricValue.Of(cosine) : MetricValue.Refused(error.Message);
        }

        /// <summary>The clip as one vector: the mean of its windows' directions.</summary>
        private static Result<double[]> Whole(IEmbedder network, AudioClip clip) => network.Embed(clip).Select(SpeakerVector.Of);

        private sealed record Embedded(Result<double[]> Vector);
    }
}
