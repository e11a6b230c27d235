using Microsoft.ML.OnnxRuntime.Tensors;

namespace SpeechScoop.Inference.Packs.Families;

/// <summary>Networks that make a vector of a clip: of a speaker's voice, or of a sound.</summary>
internal sealed class EmbedderFamily : ScoringFamily
{
    public override string Name => "embedder";

    public override IReadOnlyList<string> Tasks => ["embedding"];

    public override IReadOnlyList<GraphContract> Graphs { get; } =
    [
        new("model",
            [new("wave", TensorElementType.Float, 2, Optional: true), new("features", TensorElementType.Float, 3, Optional: true), new("length", TensorElementType.Int64, 1, Optional: true)],
            [new("embedding", TensorElementType.Float, 2)]),
    ];

    public override void Check(PackCheck check)
    {
        var manifest = check.Manifest;
        check.Require(manifest.Systems.Count == 0, $"pack.json: 'systems' has entries, but packs of the family {Name} offer none.");
        check.RequireSection(manifest.Audio, "audio");
        if (check.RequireSection(manifest.Embedding, "embedding"))
        {
            var embedding = manifest.Embedding!;
            check.Require(embedding.Kind is "speaker" or "sound", $"pack.json: 'embedding.kind' is '{embedding.Kind}'; it has to be 'speaker' or 'sound'.");
            check.Require(embedding.Layout is "frames-first" or "bands-first", $"pack.json: 'embedding.layout' is '{embedding.Layout}'; it has to be 'frames-first' or 'bands-first'.");
            check.Require(embedding.ShortestSeconds is >= 0.02 and <= 60, $"pack.json: 'embedding.shortestSeconds' is {embedding.ShortestSeconds}; it has to lie between 0.02 and 60 s.");
            check.Require(embedding.WindowSeconds is null or (>= 0.02 and <= 600), $"pack.json: 'embedding.windowSeconds' is {embedding.WindowSeconds}; it has to lie between 0.02 and 600 s.");
            check.Require(embedding.HopSeconds is null or (>= 0.01 and <= 600), $"pack.json: 'embedding.hopSeconds' is {embedding.HopSeconds}; it has to lie between 0.01 and 600 s.");
        }
        if (!manifest.Io.TryGetValue("model", out var binding)) return;
        var (wave, features) = (binding.Inputs.ContainsKey("wave"), binding.Inputs.ContainsKey("features"));
        check.Require(wave != features, "pack.json: 'io.model.inputs' needs either 'wave' or 'features'.");
        if (!features || !check.RequireSection(manifest.Features, "features")) return;
        if (!Audio.Features.LogMelPresets.Find(manifest.Features!.Preset).TryGet(out var preset, out var unknown)) check.Problem($"pack.json: 'features.preset': {unknown.Message}");
        else check.Require(manifest.Audio is null || manifest.Audio.SampleRate == preset.SampleRate, $"pack.json: 'audio.sampleRate' is {manifest.Audio?.SampleRate}; the preset {preset.Name} runs at {preset.SampleRate}.");
    }
}
