using System.Text.Json.Nodes;
using SpeechScoop.Audio;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Systems;

namespace SpeechScoop.Inference.Tests.Packs;

public sealed class SystemCatalogTests : IDisposable
{
    private readonly PackFolder folder = new();
    private readonly ComputeGate gate = new(2);

    public void Dispose()
    {
        gate.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_broken_pack_stops_neither_the_catalog_nor_the_other_packs()
    {
        folder.WriteCodec();
        folder.WriteText("{", "broken");
        Directory.CreateDirectory(Path.Combine(folder.Path, "empty"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "forge"));
        using var catalog = new SystemCatalog(folder.Path, gate);
        Assert.Equal([("broken", PackStatus.Broken), ("empty", PackStatus.Broken), ("tiny", PackStatus.Ready)], catalog.Packs.Select(pack => (pack.Id, pack.Status)));
        Assert.Equal("tiny", Assert.Single(catalog.Systems).Id);
        Assert.Null((await catalog.GetTokenizerAsync("tiny")).Error);
        Assert.Equal("system-unknown", (await catalog.GetTokenizerAsync("broken")).Error?.Code);
        Assert.Equal("pack-unknown", (await catalog.VerifyAsync("nowhere")).Error?.Code);
        Assert.False((await catalog.VerifyAsync("broken")).Value.Passed);
    }

    [Fact]
    public void A_missing_models_folder_holds_no_packs()
    {
        using var catalog = new SystemCatalog(Path.Combine(folder.Path, "nowhere"), gate);
        Assert.Empty(catalog.Packs);
    }

    [Fact]
    public async Task A_file_with_other_content_than_the_manifest_says_is_never_run()
    {
        folder.WriteCodec();
        var path = Path.Combine(folder.PackPath(), "decoder.onnx");
        var bytes = File.ReadAllBytes(path);
        // The graph's name: the file stays a right model of the same size.
        var at = bytes.AsSpan().IndexOf("tiny"u8);
        bytes[at] = (byte)'T';
        File.WriteAllBytes(path, bytes);
        var told = new List<string>();
        using var catalog = new SystemCatalog(folder.Path, gate, told.Add);
        Assert.Equal(PackStatus.Ready, catalog.Packs[0].Status);
        Assert.Equal("file-hash", (await catalog.GetTokenizerAsync("tiny")).Error?.Code);
        await catalog.CheckFilesAsync();
        Assert.Equal(PackStatus.Broken, catalog.Packs[0].Status);
        Assert.Contains("decoder.onnx (files.decoder) has the SHA-256", Assert.Single(catalog.Packs[0].Problems), StringComparison.Ordinal);
        Assert.Contains("tiny", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal("pack-broken", (await catalog.GetTokenizerAsync("tiny")).Error?.Code);
    }

    [Fact]
    public async Task A_graph_that_the_runtime_refuses_breaks_its_pack_when_it_is_loaded()
    {
        var nonsense = new TinyOnnx().Input("wav", TinyOnnx.F32, 1, 1, -1).Output("codes", TinyOnnx.I64, 1, 2, -1).Node("NoSuchOperator", ["wav"], ["codes"]);
        folder.WriteCodec(encoder: nonsense.ToArray());
        using var catalog = new SystemCatalog(folder.Path, gate);
        await catalog.WarmUpAsync();
        var pack = catalog.Packs[0];
        Assert.Equal(PackStatus.Broken, pack.Status);
        Assert.Contains("encoder.onnx is not a model that ONNX Runtime can load", pack.Problems[0], StringComparison.Ordinal);
        Assert.False(pack.SelfTest?.Passed);
    }

    [Fact]
    public async Task A_graph_that_fails_while_it_runs_is_an_error_of_that_output()
    {
        // It casts one channel where two codebooks are promised: the shape does not fit.
        folder.WriteCodec();
        using var catalog = new SystemCatalog(folder.Path, gate);
        var tokenizer = (await catalog.GetTokenizerAsync("tiny")).Value;
        var encoded = await tokenizer.EncodeAsync(new AudioClip(16000, new float[640]));
        Assert.Equal("model-failed", encoded.Error?.Code);
        Assert.Contains("'tiny'", encoded.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Systems_of_a_pack_are_found_by_their_id_and_the_first_by_the_packs()
    {
        folder.WriteCodec(manifest => manifest["systems"] = JsonNode.Parse("""
            [ { "id": "low", "title": "Low", "settings": { "codebooks": 1 } }, { "id": "high", "title": "High" } ]
            """));
        using var catalog = new SystemCatalog(folder.Path, gate);
        Assert.Equal(["tiny/low", "tiny/high"], catalog.Systems.Select(system => system.Id));
        Assert.Equal("tiny/low", catalog.Find("tiny").Value.Id);
        var low = catalog.Find("tiny/low").Value;
        Assert.Equal((SystemKind.Tokenizer, """{"codebooks":1}""", 1, 4, 50.0), (low.Kind, low.SettingsJson, low.Traits.Codebooks, low.Traits.CodebookSize, low.Traits.FrameRate));
        Assert.Equal(2, catalog.Find("tiny/high").Value.Traits.Codebooks);
    }

    [Fact]
    public async Task A_system_of_another_kind_is_refused_by_name()
    {
        folder.WriteCodec();
        using var catalog = new SystemCatalog(folder.Path, gate);
        var refused = await catalog.GetRecognizerAsync("tiny");
        Assert.Equal("'tiny' is a tokenizer, not a recognizer.", refused.Error?.Message);
    }

    [Fact]
    public async Task A_model_is_loaded_once_however_many_ask_for_it_at_once()
    {
        folder.WriteCodec();
        using var catalog = new SystemCatalog(folder.Path, gate);
        var loaded = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => catalog.GetTokenizerAsync("tiny")));
        Assert.Single(loaded.Select(result => result.Value).Distinct());
    }
}
