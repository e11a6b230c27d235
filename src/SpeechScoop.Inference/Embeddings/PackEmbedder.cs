using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Embeddings;
using SpeechScoop.Audio.Features;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Embeddings;

/// <summary>The embedder of a pack: a waveform or log-mel features in, a vector out.</summary>
internal sealed class PackEmbedder : IEmbedder
{
    private readonly PackManifest manifest;
    private readonly EmbeddingSection embedding;
    private readonly RoleBoundModel model;
    private readonly LogMel? frontEnd;

    public PackEmbedder(PackManifest manifest, RoleBoundModel model)
    {
        (this.manifest, this.model, embedding) = (manifest, model, manifest.Embedding!);
        if (model.HasInput("features")) frontEnd = new LogMel(LogMelPresets.Find(manifest.Features!.Preset).Value);
        Version = PackVersion.Of(manifest);
    }

    public string Id => manifest.Id;

    public string Version { get; }

    public Result<IReadOnlyList<double[]>> Embed(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if (clip.Duration.TotalSeconds < embedding.ShortestSeconds)
            return new Error.Invalid("clip-too-short", FormattableString.Invariant($"The clip lasts {clip.Duration.TotalSeconds:0.000} s; the embedder '{Id}' needs at least {embedding.ShortestSeconds:0.###} s."));
        var samples = Resample.ToMono(clip, manifest.Audio!.SampleRate).Channel(0);
        var window = embedding.WindowSeconds is { } seconds ? (int)Math.Round(seconds * manifest.Audio.SampleRate) : samples.Length;
        var hop = embedding.HopSeconds is { } step ? (int)Math.Round(step * manifest.Audio.SampleRate) : window;
        var vectors = new List<double[]>();
        for (var start = 0; vectors.Count == 0 || start + window <= samples.Length; start += hop)
        {
            if (!Window(samples.Slice(start, Math.Min(window, samples.Length - start)).ToArray()).TryGet(out var vector, out var error)) return error;
            vectors.Add(vector);
        }
        return Result<IReadOnlyList<double[]>>.Ok(vectors);
    }

    private Result<double[]> Window(float[] samples)
    {
        var (values, shape) = frontEnd is null ? (samples, new long[] { 1, samples.Length }) : Features(samples);
        using var input = OrtValue.CreateTensorValueFromMemory(values, shape);
        using var length = OrtValue.CreateTensorValueFromMemory(new long[] { embedding.Layout == "bands-first" || frontEnd is null ? shape[^1] : shape[1] }, [1]);
        var role = frontEnd is null ? "wave" : "features";
        var run = model.HasInput("length") ? model.Run([(role, input), ("length", length)], "embedding") : model.Run([(role, input)], "embedding");
        if (run.Error is { } failed) return failed;
        using var outputs = run.Value;
        double[] vector = [.. outputs.Floats(0).ToArray().Select(value => (double)value)];
        return vector.Length > 0 && Array.TrueForAll(vector, double.IsFinite)
            ? vector
            : new Error.Unavailable("model-failed", $"The embedder '{Id}' gave {vector.Length} values, not all of them finite: the clip may be silent, or the pack's features may not be those it was trained with.");
    }

    private (float[] Values, long[] Shape) Features(float[] samples)
    {
        var bands = frontEnd!.Preset.Bands;
        var features = frontEnd.Compute(samples);
        var frames = features.Length / bands;
        if (embedding.MeanNormalise)
        {
            for (var b = 0; b < bands; b++)
            {
                var sum = 0.0;
                for (var i = b; i < features.Length; i += bands) sum += features[i];
                for (var i = b; i < features.Length; i += bands) features[i] -= (float)(sum / frames);
            }
        }
        return embedding.Layout == "bands-first" ? (LogMel.Transpose(features, bands), [1, bands, frames]) : (features, [1, frames, bands]);
    }
}
