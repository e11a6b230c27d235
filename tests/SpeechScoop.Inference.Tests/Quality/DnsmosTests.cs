using System.Text.Json.Nodes;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Quality;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Tests.Packs;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.Quality;

/// <summary>Compares with scores computed independently (golden_dnsmos.json).</summary>
public sealed class DnsmosTests : IDisposable
{
    private readonly PackFolder folder = new();
    private readonly ComputeGate gate = new(1);

    public void Dispose()
    {
        gate.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("versa-test/test2.wav")]
    [InlineData("versa-test/test1.wav")]
    [InlineData("synth/ref_16000.wav")]
    [InlineData("synth/deg_white10dB_16000.wav")]
    public async Task P835_gives_the_scores_of_the_reference_implementation(string file)
    {
        using var catalog = Catalog("dnsmos-p835", "dnsmos_sig_bak_ovr.onnx", "wave", "scores");
        var scores = (await (await catalog.GetQualityModelAsync("tiny")).Value.ScoreAsync(Clip(file))).Value;
        var expected = Golden(file);
        foreach (var name in new[] { "SIG", "BAK", "OVRL" }) Assert.Equal(expected[name]!.GetValue<double>(), scores[name], 0.002);
    }

    [Theory]
    [InlineData("versa-test/test2.wav")]
    [InlineData("versa-test/test1.wav")]
    [InlineData("synth/ref_16000.wav")]
    public async Task P808_gives_the_score_of_the_reference_implementation(string file)
    {
        using var catalog = Catalog("dnsmos-p808", "dnsmos_model_v8.onnx", "features", "score");
        var scores = (await (await catalog.GetQualityModelAsync("tiny")).Value.ScoreAsync(Clip(file))).Value;
        Assert.Equal(Golden(file)["P808_zero_pad"]!.GetValue<double>(), scores["MOS"], 0.002);
    }

    /// <summary>Python: [i for i in range(int(math.floor(n / 16000) - 9.01) + 1) if int((i + 9.01) * 16000) - i * 16000 >= 144160].</summary>
    [Theory]
    [InlineData(144_160, 1)]
    [InlineData(160_000, 1)]
    [InlineData(198_400, 3)]
    [InlineData(256_000, 7)]
    [InlineData(273_604, 7)]
    [InlineData(560_000, 9)]
    public void Windows_are_those_of_the_reference_script(int samples, int windows) => Assert.Equal(windows, DnsmosWindows.Starts(samples).Count());

    [Fact]
    public async Task A_clip_without_samples_has_no_quality()
    {
        using var catalog = Catalog("dnsmos-p835", "dnsmos_sig_bak_ovr.onnx", "wave", "scores");
        Assert.Equal("audio-empty", (await (await catalog.GetQualityModelAsync("tiny")).Value.ScoreAsync(new AudioClip(16000, Array.Empty<float>()))).Error?.Code);
    }

    private static AudioClip Clip(string file) => WavReader.Read(File.ReadAllBytes(SharedMaterial.PathTo(["golden", .. file.Split('/')]))).Value;

    private static JsonNode Golden(string file) => JsonNode.Parse(File.ReadAllText(SharedMaterial.PathTo("golden", "golden_dnsmos.json")))!["results"]!.AsArray()
        .Single(result => result!["file"]!.GetValue<string>() == file)!;

    private SystemCatalog Catalog(string family, string model, string input, string output)
    {
        var manifest = (JsonObject)JsonNode.Parse($$"""
            { "schema": "speechscoop/pack/1", "id": "tiny", "version": "1", "title": "DNSMOS", "task": "quality", "family": "{{family}}",
              "files": { "model": { "path": "model.onnx" } },
              "io": { "model": { "inputs": { "{{input}}": "input_1" }, "outputs": { "{{output}}": "Identity:0" } } } }
            """)!;
        folder.Write(manifest, ("model.onnx", File.ReadAllBytes(SharedMaterial.PathTo("packs", model))));
        return new SystemCatalog(folder.Path, gate);
    }
}
