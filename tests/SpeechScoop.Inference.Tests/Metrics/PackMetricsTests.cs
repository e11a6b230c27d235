using System.Text.Json.Nodes;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Inference.Metrics;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Tests.Packs;
using SpeechScoop.Metrics;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.Metrics;

public sealed class PackMetricsTests : IDisposable
{
    private readonly PackFolder folder = new();
    private readonly ComputeGate gate = new(1);

    public void Dispose()
    {
        gate.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Without_packs_there_are_the_built_in_metrics_and_the_speech_ratio_by_energy()
    {
        using var catalog = new SystemCatalog(folder.Path, gate);
        var metrics = PackMetrics.With(MetricRegistry.BuiltIn, catalog);
        Assert.Equal(["speech-ratio"], metrics.Select(metric => metric.Info.Id).Except(MetricRegistry.BuiltIn.Select(metric => metric.Info.Id)));
        var ratio = metrics.Single(metric => metric.Info.Id == "speech-ratio");
        Assert.Contains("energy", ratio.Info.Version, StringComparison.Ordinal);
        Assert.Equal(0.5, Measure(ratio, HalfATone()).Value!.Value, 0.05);
        Assert.Equal(0, Measure(ratio, new AudioClip(16_000, new float[16_000])).Value);
    }

    [Theory]
    [InlineData("versa-test/test2.wav")]
    [InlineData("versa-test/test1.wav")]
    [InlineData("pystoi-samples/clean.wav")]
    [InlineData("pystoi-samples/mixture.wav")]
    [InlineData("synth/ref_16000.wav")]
    [InlineData("synth/deg_white10dB_16000.wav")]
    public void Dnsmos_gives_the_values_of_the_reference_to_four_digits(string file)
    {
        WriteDnsmos("sigbakovr", "dnsmos-p835", "dnsmos_sig_bak_ovr.onnx", "wave", "scores");
        WriteDnsmos("p808", "dnsmos-p808", "dnsmos_model_v8.onnx", "features", "score");
        using var catalog = new SystemCatalog(folder.Path, gate);
        var registry = new MetricRegistry(PackMetrics.With(MetricRegistry.BuiltIn, catalog));
        var golden = JsonNode.Parse(File.ReadAllText(SharedMaterial.PathTo("golden", "golden_dnsmos.json")))!["results"]!.AsArray().Single(row => row!["file"]!.GetValue<string>() == file)!;
        var outcomes = MetricRegistry.Measure(registry.Choose(["dnsmos-sig", "dnsmos-bak", "dnsmos-ovrl", "dnsmos-p808"]).Value, new MetricInput(Clip(file)));
        foreach (var (outcome, name) in outcomes.Zip(["SIG", "BAK", "OVRL", "P808_zero_pad"]))
            Assert.Equal(golden[name]!.GetValue<double>(), outcome.Value.Value!.Value, 1e-4);
    }

    [Fact]
    public void Dnsmos_refuses_silence_music_and_rates_below_its_own()
    {
        WriteDnsmos("sigbakovr", "dnsmos-p835", "dnsmos_sig_bak_ovr.onnx", "wave", "scores");
        using var catalog = new SystemCatalog(folder.Path, gate);
        var metric = PackMetrics.With([], catalog).Single(metric => metric.Info.Id == "dnsmos-ovrl");
        Assert.Contains("silent", Measure(metric, new AudioClip(16_000, new float[16_000])).NotValid, StringComparison.Ordinal);
        Assert.Contains("16,000 Hz", Measure(metric, new AudioClip(8_000, new float[8_000])).NotValid, StringComparison.Ordinal);
        Assert.Contains("music", MetricRegistry.Measure(metric, new MetricInput(HalfATone(), Domain: SoundDomain.Music)).NotValid, StringComparison.Ordinal);
        Assert.Equal("dnsmos-p835-269fbebd", metric.Info.Version);
        Assert.True(metric.Info.Needs.HasFlag(MetricNeeds.Pack));
    }

    /// <summary>The metrics run on the calling thread: on the gate's only thread they must not wait for the gate.</summary>
    [Fact]
    public async Task Metrics_run_on_the_compute_gate_itself()
    {
        WriteDnsmos("sigbakovr", "dnsmos-p835", "dnsmos_sig_bak_ovr.onnx", "wave", "scores");
        using var catalog = new SystemCatalog(folder.Path, gate);
        var metric = PackMetrics.With([], catalog).Single(metric => metric.Info.Id == "dnsmos-ovrl");
        var measured = await gate.RunAsync(() => Measure(metric, HalfATone())).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.InRange(measured.Value!.Value, 0.5, 5);
    }

    [Fact]
    public void A_silero_pack_stands_for_the_energy_detector_and_takes_no_noise_for_speech()
    {
        WriteSilero();
        using var catalog = new SystemCatalog(folder.Path, gate);
        var registry = new MetricRegistry(PackMetrics.With(MetricRegistry.BuiltIn, catalog));
        var ratio = registry.Find("speech-ratio")!;
        Assert.Equal("1+silero-vad-1a153a22", ratio.Info.Version);
        Assert.Equal(ratio.Info.Version, registry.Find("leading-silence")!.Info.Version);
        Assert.Contains("energy", registry.Find("sudden-cut-off")!.Info.Version, StringComparison.Ordinal);

        var speech = WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo("speech", "jfk.wav"))).Value;
        Assert.InRange(Measure(ratio, speech).Value!.Value, 0.6, 0.95);
        var random = new SeededRandom(1);
        var noise = new AudioClip(16_000, [.. Enumerable.Range(0, 48_000).Select(_ => (float)(0.1 * (random.NextDouble() - 0.5)))]);
        Assert.InRange(Measure(ratio, noise).Value!.Value, 0, 0.1);
        Assert.Contains("No speech", Measure(registry.Find("leading-silence")!, noise).NotValid, StringComparison.Ordinal);
    }

    private static MetricValue Measure(IClipMetric metric, AudioClip clip) => MetricRegistry.Measure(metric, new MetricInput(clip));

    private static AudioClip Clip(string file) => WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo(["golden", .. file.Split('/')]))).Value;

    private static AudioClip HalfATone() => new(16_000, [.. Enumerable.Range(0, 32_000).Select(i => i < 16_000 ? 0.3f * MathF.Sin(0.1f * i) : 0)]);

    private void WriteDnsmos(string id, string family, string model, string input, string output) => folder.Write(id, (JsonObject)JsonNode.Parse($$"""
        { "schema": "speechscoop/pack/1", "id": "{{id}}", "version": "1", "title": "DNSMOS", "task": "quality", "family": "{{family}}",
          "files": { "model": { "path": "model.onnx" } },
          "io": { "model": { "inputs": { "{{input}}": "input_1" }, "outputs": { "{{output}}": "Identity:0" } } } }
        """)!, ("model.onnx", File.ReadAllBytes(SharedMaterial.PathTo("packs", model))));

    private void WriteSilero() => folder.Write("silero", (JsonObject)JsonNode.Parse("""
        { "schema": "speechscoop/pack/1", "id": "silero", "version": "6", "title": "Silero", "task": "voice-activity", "family": "silero-vad",
          "files": { "model": { "path": "model.onnx" } },
          "io": { "model": { "inputs": { "input": "input", "state": "state", "sr": "sr" }, "outputs": { "output": "output", "stateOut": "stateN" } } } }
        """)!, ("model.onnx", File.ReadAllBytes(SharedMaterial.PathTo("packs", "silero_vad.onnx"))));
}
