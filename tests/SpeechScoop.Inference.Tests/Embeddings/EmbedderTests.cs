using System.Text.Json.Nodes;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Features;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Inference.Embeddings;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Tests.Packs;

namespace SpeechScoop.Inference.Tests.Embeddings;

/// <summary>With graphs that give mean, largest, smallest value and Euclidean length of what they are fed.</summary>
public sealed class EmbedderTests : IDisposable
{
    private readonly PackFolder folder = new();
    private readonly ComputeGate gate = new(1);

    public void Dispose()
    {
        gate.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_waveform_becomes_one_vector_at_the_packs_rate()
    {
        using var catalog = Catalog(WaveManifest(), WaveGraph());
        var embedder = (await catalog.GetEmbedderAsync("tiny")).Value;
        var vector = Assert.Single(embedder.Embed(new AudioClip(16_000, Ramp(16_000), Ramp(16_000))).Value);
        Assert.Equal(4, vector.Length);
        Assert.Equal((0, 1, -1), (Math.Round(vector[0], 4), Math.Round(vector[1], 3), Math.Round(vector[2], 3)));
        Assert.Equal(Math.Sqrt(16_000 / 3.0), vector[3], 0.1);
        Assert.Equal(Math.Sqrt(16_000 / 3.0), Assert.Single(embedder.Embed(new AudioClip(48_000, Ramp(48_000))).Value)[3], 0.2);
        Assert.Equal("tiny", embedder.Id);
        Assert.Matches("^embedder-[0-9a-f]{8}$", embedder.Version);
    }

    [Fact]
    public async Task Windows_become_vectors_of_their_own()
    {
        using var catalog = Catalog(WaveManifest(("windowSeconds", 0.5), ("hopSeconds", 0.25)), WaveGraph());
        var vectors = (await catalog.GetEmbedderAsync("tiny")).Value.Embed(new AudioClip(16_000, Ramp(16_000))).Value;
        Assert.Equal(3, vectors.Count);
        Assert.Equal([-0.5, 0, 0.5], vectors.Select(vector => Math.Round(vector[0], 3)));
    }

    [Theory]
    [InlineData("frames-first")]
    [InlineData("bands-first")]
    public async Task Features_are_those_of_the_preset_with_their_means_taken_off(string layout)
    {
        using var catalog = Catalog(FeatureManifest(layout, meanNormalise: true), FeatureGraph());
        var clip = new AudioClip(16_000, Ramp(16_000));
        var vector = Assert.Single((await catalog.GetEmbedderAsync("tiny")).Value.Embed(clip).Value);
        var features = new LogMel(LogMelPresets.Kaldi80).Compute(clip.Channel(0));
        var means = Enumerable.Range(0, 80).Select(band => features.Where((_, i) => i % 80 == band).Average()).ToArray();
        Assert.Equal(0, vector[0], 1e-3);
        Assert.Equal(features.Select((value, i) => value - means[i % 80]).Max(), vector[1], 1e-3);
    }

    [Fact]
    public async Task A_clip_that_is_too_short_is_refused_with_the_length_needed()
    {
        using var catalog = Catalog(WaveManifest(("shortestSeconds", 0.8)), WaveGraph());
        var error = (await catalog.GetEmbedderAsync("tiny")).Value.Embed(new AudioClip(16_000, Ramp(8_000))).Error!;
        Assert.Equal("clip-too-short", error.Code);
        Assert.Contains("0.8 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_speaker_pack_brings_speaker_similarity_and_a_clip_is_most_like_itself()
    {
        using var catalog = Catalog(WaveManifest(), WaveGraph());
        var metric = Assert.Single(SpeakerMetrics.Of(catalog));
        AudioClip loud = new(16_000, Ramp(16_000)), other = new(16_000, [.. Ramp(12_000).Select(x => MathF.Abs(x))]);
        Assert.Equal(1, Measure(metric, loud, loud).Value!.Value, 1e-9);
        Assert.True(Measure(metric, other, loud).Value < 0.99999);
        // References may be of another length: they are other recordings of the speaker.
        Assert.Null(Measure(metric, other, loud).NotValid);
        Assert.Contains("reference", MetricRegistry.Measure(metric, new MetricInput(loud)).NotValid, StringComparison.Ordinal);
        Assert.Contains("0.5 s", Measure(metric, new AudioClip(16_000, Ramp(4_000)), loud).NotValid, StringComparison.Ordinal);
        Assert.Contains("music", MetricRegistry.Measure(metric, new MetricInput(loud, loud, Domain: SpeechScoop.Metrics.SoundDomain.Music)).NotValid, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_for_sounds_brings_no_speaker_similarity()
    {
        using var catalog = Catalog(WaveManifest(("kind", "sound")), WaveGraph());
        Assert.Empty(SpeakerMetrics.Of(catalog));
        Assert.Single(catalog.PacksFor("embedding"));
    }

    [Fact]
    public void A_model_that_was_changed_gives_a_reason_instead_of_a_value()
    {
        using var catalog = Catalog(WaveManifest(), WaveGraph());
        var metric = Assert.Single(SpeakerMetrics.Of(catalog));
        var file = Path.Combine(folder.PackPath(), "model.onnx");
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Contains("SHA-256", Measure(metric, new AudioClip(16_000, Ramp(16_000)), new AudioClip(16_000, Ramp(16_000))).NotValid, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "animal", "'embedding.kind' is 'animal'")]
    [InlineData("layout", "upside-down", "'embedding.layout' is 'upside-down'")]
    public void Settings_that_mean_nothing_are_told(string key, string value, string told)
        => Assert.Contains(folder.Write(WaveManifest((key, value)), ("model.onnx", WaveGraph())).Load().Problems, problem => problem.Contains(told, StringComparison.Ordinal));

    [Fact]
    public void What_a_manifest_lacks_is_told()
    {
        var manifest = WaveManifest();
        manifest.Remove("embedding");
        manifest["io"]!["model"]!["inputs"] = new JsonObject();
        var problems = folder.Write(manifest, ("model.onnx", WaveGraph())).Load().Problems;
        Assert.Contains(problems, problem => problem.Contains("needs the key 'embedding'", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("needs either 'wave' or 'features'", StringComparison.Ordinal));
        var features = FeatureManifest("frames-first", meanNormalise: false);
        features["features"]!["preset"] = "mel";
        Assert.Contains(folder.Write(features, ("model.onnx", FeatureGraph())).Load().Problems, problem => problem.Contains("no feature preset 'mel'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_self_test_runs_an_embedder()
    {
        using var catalog = Catalog(WaveManifest(), WaveGraph());
        var verified = (await catalog.VerifyAsync("tiny")).Value;
        Assert.True(verified.Passed, string.Join(' ', verified.Problems));
        Assert.Contains("1 vectors of 4 values", verified.SelfTest!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspecting_an_embedder_drafts_its_manifest()
    {
        var path = Path.Combine(folder.Path, "voice.onnx");
        File.WriteAllBytes(path, new TinyOnnx().Input("fbank", TinyOnnx.F32, -1, -1, 80).Output("embs", TinyOnnx.F32, -1, 256).Node("Identity", ["fbank"], ["embs"]).ToArray());
        var inspection = PackInspector.Inspect(path).Value;
        Assert.Equal("embedder", inspection.Family);
        var draft = JsonNode.Parse(inspection.DraftManifest)!;
        Assert.Equal("embedding", draft["task"]!.GetValue<string>());
        Assert.Equal("kaldi80", draft["features"]!["preset"]!.GetValue<string>());
        Assert.Equal("embs", draft["io"]!["model"]!["outputs"]!["embedding"]!.GetValue<string>());
    }

    private static SpeechScoop.Metrics.MetricValue Measure(IClipMetric metric, AudioClip clip, AudioClip reference) => MetricRegistry.Measure(metric, new MetricInput(clip, reference));

    private SystemCatalog Catalog(JsonObject manifest, byte[] graph)
    {
        folder.Write(manifest, ("model.onnx", graph));
        return new SystemCatalog(folder.Path, gate);
    }

    /// <summary>From −1 to 1.</summary>
    private static float[] Ramp(int samples) => [.. Enumerable.Range(0, samples).Select(i => (2f * i / (samples - 1)) - 1)];

    private static byte[] WaveGraph() => Reductions(new TinyOnnx().Input("x", TinyOnnx.F32, 1, -1).Output("y", TinyOnnx.F32, 1, 4), "y", 1).ToArray();

    private static byte[] FeatureGraph() => Reductions(new TinyOnnx().Input("x", TinyOnnx.F32, 1, -1, -1).Output("y", TinyOnnx.F32, 1, 4), "all", 2).Node("Flatten", ["all"], ["y"], ("axis", 1)).ToArray();

    private static TinyOnnx Reductions(TinyOnnx graph, string to, int axis)
    {
        foreach (var (operation, name) in new[] { ("ReduceMean", "a"), ("ReduceMax", "b"), ("ReduceMin", "c"), ("ReduceL2", "d") }) graph.Node(operation, ["x"], [name], ("keepdims", 1));
        return graph.Node("Concat", ["a", "b", "c", "d"], [to], ("axis", axis));
    }

    private static JsonObject WaveManifest(params (string Key, JsonNode Value)[] embedding) => Manifest("wave", embedding);

    private static JsonObject FeatureManifest(string layout, bool meanNormalise)
    {
        var manifest = Manifest("features", ("layout", layout), ("meanNormalise", meanNormalise));
        manifest["features"] = new JsonObject { ["preset"] = "kaldi80" };
        return manifest;
    }

    private static JsonObject Manifest(string role, params (string Key, JsonNode Value)[] embedding)
    {
        var manifest = (JsonObject)JsonNode.Parse($$"""
            { "schema": "speechscoop/pack/1", "id": "tiny", "version": "1", "title": "Voices", "task": "embedding", "family": "embedder",
              "files": { "model": { "path": "model.onnx" } }, "audio": { "sampleRate": 16000 }, "embedding": { "kind": "speaker" },
              "io": { "model": { "inputs": { "{{role}}": "x" }, "outputs": { "embedding": "y" } } } }
            """)!;
        foreach (var (key, value) in embedding) manifest["embedding"]![key] = value;
        return manifest;
    }
}
