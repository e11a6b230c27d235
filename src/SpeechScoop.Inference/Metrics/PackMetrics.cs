using SpeechScoop.Audio.Metrics;
using SpeechScoop.Inference.Embeddings;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Quality;
using SpeechScoop.Inference.VoiceActivity;

namespace SpeechScoop.Inference.Metrics;

/// <summary>The metrics that installed packs bring.</summary>
public static class PackMetrics
{
    /// <summary>The built-in metrics and those of packs; where both have an id, the pack's stands for it.</summary>
    /// <param name="builtIn">Metrics that need no pack.</param>
    /// <param name="catalog">The packs. Models load when first used; where several packs bring one id, the first by id does.</param>
    public static IReadOnlyList<IClipMetric> With(IReadOnlyList<IClipMetric> builtIn, SystemCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(builtIn);
        IClipMetric[] brought = [.. QualityMetrics.Of(catalog), .. VoiceActivityMetrics.Of(catalog), .. SpeakerMetrics.Of(catalog)];
        return [.. brought.Concat(builtIn).DistinctBy(metric => metric.Info.Id)];
    }
}
