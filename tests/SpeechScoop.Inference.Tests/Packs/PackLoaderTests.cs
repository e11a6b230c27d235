using System.Text.Json.Nodes;
using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Inference.Tests.Packs;

public sealed class PackLoaderTests : IDisposable
{
    private readonly PackFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_right_pack_is_ready_and_without_problems()
    {
        var pack = folder.WriteCodec().Load();
        Assert.Empty(pack.Problems);
        Assert.Equal(PackStatus.Ready, pack.Status);
    }

    [Fact]
    public void Everything_wrong_with_a_pack_is_told_at_once()
    {
        var pack = folder.WriteCodec(manifest =>
        {
            manifest["id"] = "other";
            manifest["colour"] = "blue";
            manifest["version"] = 3;
            manifest["codec"]!["codebooks"] = "two";
            manifest["audio"] = new JsonObject();
        }).Load();
        Assert.Equal(PackStatus.Broken, pack.Status);
        Told(pack, "unknown key 'colour'", "'version'", "has to be a text, not 3");
        Told(pack, "'codec.codebooks'", "a whole number", "\"two\"");
        Told(pack, "'audio.sampleRate' is missing");
        Assert.Equal(4, pack.Problems.Count);

        pack = folder.WriteCodec(manifest =>
        {
            manifest["id"] = "other";
            manifest["schema"] = "speechscoop/pack/2";
            manifest["files"]!["encoder"]!["path"] = "gone.onnx";
            manifest["io"]!["decoder"]!["inputs"]!["codes"] = "tokens";
            manifest["codec"]!["codebooks"] = 3;
            manifest["selfTest"] = new JsonObject { ["audio"] = "missing.wav" };
        }).Load();
        Told(pack, "'id' is 'other'", "'tiny'");
        Told(pack, "'schema'", "speechscoop/pack/1");
        Told(pack, "gone.onnx (files.encoder) is missing");
        Told(pack, "decoder.onnx", "'io.decoder.inputs.codes' names 'tokens'", "codes i64[1,2,?]");
        Told(pack, "missing.wav (selfTest.audio) is missing");
        Assert.True(pack.Problems.Count >= 5);
    }

    [Theory]
    [InlineData("{ \"schema\": \"x\"", "not valid JSON at line 1")]
    [InlineData("", "not valid JSON")]
    [InlineData("[]", "has to be an object, not a list")]
    [InlineData("{ \"id\": \"a\", \"id\": \"b\" }", "not valid JSON")]
    [InlineData("{ \"id\": null }", "'id' is null")]
    [InlineData("{ // comment\n }", "not valid JSON")]
    public void Bad_JSON_is_told_with_its_place(string json, string told)
    {
        Told(folder.WriteText(json).Load(), "pack.json", told);
    }

    [Fact]
    public void A_file_of_another_size_is_told_with_both_sizes()
    {
        Told(folder.WriteCodec(manifest => manifest["files"]!["encoder"]!["bytes"] = 12345).Load(), "encoder.onnx (files.encoder)", "12345");
    }

    [Theory]
    [InlineData("../outside.onnx", "leads out")]
    [InlineData("sub/../../outside.onnx", "leads out")]
    [InlineData("/etc/hostname", "absolute")]
    [InlineData("C:\\model.onnx", "absolute")]
    [InlineData("sub\\model.onnx", "backslash")]
    [InlineData("", "empty")]
    public void A_path_that_leaves_the_pack_is_refused(string path, string told)
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "outside.onnx"), PackFolder.Encoder.ToArray());
        var pack = folder.WriteCodec(manifest => manifest["files"]!["encoder"]!["path"] = path).Load();
        Told(pack, "'files.encoder'", told);
        Assert.DoesNotContain("encoder", pack.FilePaths.Keys);
    }

    [Fact]
    public void A_link_that_leaves_the_pack_is_refused_and_one_inside_is_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        folder.WriteCodec();
        var outside = Path.Combine(folder.Path, "outside.onnx");
        File.Move(Path.Combine(folder.PackPath(), "encoder.onnx"), outside);
        File.CreateSymbolicLink(Path.Combine(folder.PackPath(), "encoder.onnx"), outside);
        Told(folder.Load(), "'files.encoder'", "is a link to", "outside the pack's folder");

        File.Delete(Path.Combine(folder.PackPath(), "encoder.onnx"));
        File.Move(outside, Path.Combine(folder.PackPath(), "real.onnx"));
        File.CreateSymbolicLink(Path.Combine(folder.PackPath(), "encoder.onnx"), "real.onnx");
        Assert.Empty(folder.Load().Problems);

        Directory.CreateSymbolicLink(Path.Combine(folder.PackPath(), "up"), folder.Path);
        Assert.NotNull(PackPaths.Resolve(folder.PackPath(), "up/anything").Error);
    }

    [Fact]
    public void A_file_of_random_bytes_is_no_model()
    {
        var random = new SeededRandom(5);
        for (var trial = 0; trial < 200; trial++)
        {
            var bytes = new byte[64 + (trial * 7)];
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)random.Next(256);
            Told(folder.WriteCodec(encoder: bytes).Load(), "files.encoder", "encoder.onnx is not an ONNX model");
        }
    }

    [Fact]
    public void A_model_that_was_cut_off_is_no_model()
    {
        var whole = PackFolder.Encoder.ToArray();
        for (var length = 0; length < whole.Length - 8; length++)
            Told(folder.WriteCodec(encoder: whole[..length]).Load(), "encoder.onnx");
    }

    [Fact]
    public void A_tensor_of_the_wrong_type_or_rank_is_told_with_what_the_graph_has()
    {
        var wrong = new TinyOnnx().Input("wav", TinyOnnx.F16, 1, -1).Output("codes", TinyOnnx.I32, 1, 2, -1).Node("Cast", ["wav"], ["codes"], ("to", 6));
        var pack = folder.WriteCodec(encoder: wrong.ToArray()).Load();
        Told(pack, "'io.encoder.inputs.wave' is wav f16[1,?]", "needs f32");
        Told(pack, "wav f16[1,?] with 2 dimensions", "needs 3");
        Told(pack, "'io.encoder.outputs.codes' is codes i32[1,2,?]", "needs i64");
    }

    [Fact]
    public void An_input_that_nothing_binds_is_told()
    {
        var more = PackFolder.Encoder.Input("speaker", TinyOnnx.I64, 1);
        Told(folder.WriteCodec(encoder: more.ToArray()).Load(), "has the input speaker i64[1], which nothing");
    }

    [Fact]
    public void Weights_in_another_file_have_to_be_in_the_pack()
    {
        var external = PackFolder.Encoder.ExternalWeight("w", "../weights.bin");
        Told(folder.WriteCodec(encoder: external.ToArray()).Load(), "external data of files.encoder", "leads out");
        external = PackFolder.Encoder.ExternalWeight("w", "weights.bin");
        Told(folder.WriteCodec(encoder: external.ToArray()).Load(), "weights.bin (external data of files.encoder) is missing");
    }

    [Fact]
    public void A_wrong_number_of_symbols_is_told_with_both_numbers()
    {
        var model = new TinyOnnx().Input("x", TinyOnnx.F32, -1, 64, -1).Output("y", TinyOnnx.F32, -1, -1, 5).Node("Identity", ["x"], ["y"]).ToArray();
        var manifest = CtcManifest();
        folder.Write(manifest, ("model.onnx", model), ("characters.txt", "a\nb\n|\n<blank>\n"u8.ToArray()));
        Told(folder.Load(), "characters.txt (files.characters) has 4 symbols", "y f32[?,?,5]", "has 5");
        folder.Write(CtcManifest(), ("model.onnx", model), ("characters.txt", "<blank>\na\nb\nc\n|\n"u8.ToArray()));
        Told(folder.Load(), "line 5 has to be '<blank>', not '|'");
        folder.Write(CtcManifest(), ("model.onnx", model), ("characters.txt", "a\nb\nc\n|\n<blank>\n"u8.ToArray()));
        Assert.Empty(folder.Load().Problems);
    }

    [Fact]
    public void A_state_that_does_not_come_back_as_it_went_out_is_told()
    {
        var manifest = (JsonObject)JsonNode.Parse("""
            { "schema": "speechscoop/pack/1", "id": "tiny", "version": "1", "title": "VAD", "task": "voice-activity", "family": "silero-vad",
              "files": { "model": { "path": "model.onnx" } },
              "io": { "model": { "inputs": { "input": "input", "state": "state" }, "outputs": { "output": "output", "stateOut": "stateN" } } } }
            """)!;
        TinyOnnx Vad(int size) => new TinyOnnx().Input("input", TinyOnnx.F32, 1, 576).Input("state", TinyOnnx.F32, 2, 1, 128)
            .Output("output", TinyOnnx.F32, 1, 1).Output("stateN", TinyOnnx.F32, 2, 1, size).Node("Identity", ["state"], ["stateN"]);
        folder.Write(manifest, ("model.onnx", Vad(64).ToArray()));
        Told(folder.Load(), "stateN f32[2,1,64]", "state f32[2,1,128]", "equal");
        ((JsonObject)manifest["io"]!["model"]!["outputs"]!).Remove("stateOut");
        folder.Write(manifest, ("model.onnx", Vad(128).ToArray()));
        Told(folder.Load(), "'io.model.outputs.stateOut' is missing");
    }

    [Fact]
    public void Systems_have_ids_of_their_own_and_settings_that_the_family_knows()
    {
        var pack = folder.WriteCodec(manifest => manifest["systems"] = JsonNode.Parse("""
            [ { "id": "low", "title": "Low", "settings": { "codebooks": 9 } }, { "id": "low", "title": "Low", "settings": { "bitRate": 3 } }, { "id": "Not Good", "title": "" } ]
            """)).Load();
        Told(pack, "'systems' has the id 'low' 2 times");
        Told(pack, "'systems[0].settings.codebooks' is 9", "between 1 and 2");
        Told(pack, "unknown key 'systems[1].settings.bitRate'");
        Told(pack, "'systems[2].id' is 'Not Good'");
    }

    [Theory]
    [InlineData("family", "rvq-codex", "'family' is 'rvq-codex'")]
    [InlineData("task", "recognizer", "'task' is 'recognizer', but")]
    [InlineData("task", "cooking", "'task' is 'cooking'; known are")]
    public void Families_and_tasks_have_to_be_known_and_to_fit(string key, string value, string told)
    {
        Told(folder.WriteCodec(manifest => manifest[key] = value).Load(), told);
    }

    private static JsonObject CtcManifest() => (JsonObject)JsonNode.Parse("""
        { "schema": "speechscoop/pack/1", "id": "tiny", "version": "1", "title": "CTC", "task": "recognizer", "family": "ctc",
          "files": { "model": { "path": "model.onnx" }, "characters": { "path": "characters.txt" } },
          "io": { "model": { "inputs": { "features": "x" }, "outputs": { "characters": "y" } } },
          "audio": { "sampleRate": 16000 }, "features": { "preset": "scoop64" }, "decoding": { "frameSeconds": 0.03 },
          "streaming": { "chunkSeconds": 0.3, "leftSeconds": 3, "rightSeconds": 0.42 } }
        """)!;

    private static void Told(Pack pack, params string[] parts)
    {
        Assert.Equal(PackStatus.Broken, pack.Status);
        foreach (var part in parts)
            Assert.True(pack.Problems.Any(problem => problem.Contains(part, StringComparison.Ordinal)), $"Nothing says \"{part}\" in:\n{string.Join('\n', pack.Problems)}");
    }
}
