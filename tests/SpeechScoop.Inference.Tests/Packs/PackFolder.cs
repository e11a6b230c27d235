using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Inference.Tests.Packs;

/// <summary>A models folder in a temporary place with packs made for a test.</summary>
internal sealed class PackFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("packs-");

    public string Path => root.FullName;

    public string PackPath(string id = "tiny") => System.IO.Path.Combine(Path, id);

    /// <summary>A codec that hears nothing and says silence: right in every respect.</summary>
    public static TinyOnnx Encoder => new TinyOnnx().Input("wav", TinyOnnx.F32, 1, 1, -1).Output("codes", TinyOnnx.I64, 1, 2, -1)
        .Node("Cast", ["wav"], ["codes"], ("to", 7));

    public static TinyOnnx Decoder => new TinyOnnx().Input("codes", TinyOnnx.I64, 1, 2, -1).Output("wav", TinyOnnx.F32, 1, 1, -1)
        .Node("Cast", ["codes"], ["wav"], ("to", 1));

    /// <summary>The manifest of a valid codec pack, before hashes are filled in.</summary>
    public static JsonObject CodecManifest(string id = "tiny") => (JsonObject)JsonNode.Parse($$"""
        {
          "schema": "speechscoop/pack/1", "id": "{{id}}", "version": "1.0.0", "title": "Tiny codec", "task": "tokenizer", "family": "rvq-codec",
          "licence": { "spdx": "MIT" },
          "files": { "encoder": { "path": "encoder.onnx" }, "decoder": { "path": "decoder.onnx" } },
          "io": {
            "encoder": { "inputs": { "wave": "wav" }, "outputs": { "codes": "codes" } },
            "decoder": { "inputs": { "codes": "codes" }, "outputs": { "wave": "wav" } }
          },
          "audio": { "sampleRate": 16000 },
          "codec": { "frameSamples": 320, "codebooks": 2, "codebookSize": 4, "emptyCode": 4, "padMultiple": 320 }
        }
        """)!;

    /// <summary>Writes files and a manifest; hashes and sizes that the manifest lacks are filled in.</summary>
    public PackFolder Write(JsonObject manifest, params (string Name, byte[] Content)[] files) => Write("tiny", manifest, files);

    public PackFolder Write(string id, JsonObject manifest, params (string Name, byte[] Content)[] files)
    {
        Directory.CreateDirectory(PackPath(id));
        foreach (var (name, content) in files) File.WriteAllBytes(System.IO.Path.Combine(PackPath(id), name), content);
        foreach (var (_, entry) in manifest["files"] as JsonObject ?? [])
        {
            if (entry is not JsonObject file || file["path"]?.GetValue<string>() is not { } name) continue;
            var content = files.FirstOrDefault(given => given.Name == name).Content ?? [];
            if (!file.ContainsKey("sha256")) file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content));
            if (!file.ContainsKey("bytes")) file["bytes"] = content.Length;
        }
        return WriteText(manifest.ToJsonString(), id);
    }

    /// <summary>Writes a manifest as it stands.</summary>
    public PackFolder WriteText(string manifest, string id = "tiny")
    {
        Directory.CreateDirectory(PackPath(id));
        File.WriteAllText(System.IO.Path.Combine(PackPath(id), "pack.json"), manifest, Encoding.UTF8);
        return this;
    }

    /// <summary>Writes a valid codec pack, changed by <paramref name="change"/>.</summary>
    public PackFolder WriteCodec(Action<JsonObject>? change = null, byte[]? encoder = null, byte[]? decoder = null)
    {
        var manifest = CodecManifest();
        change?.Invoke(manifest);
        return Write(manifest, ("encoder.onnx", encoder ?? Encoder.ToArray()), ("decoder.onnx", decoder ?? Decoder.ToArray()));
    }

    public Pack Load(string id = "tiny") => PackLoader.Load(PackPath(id));

    public void Dispose() => root.Delete(recursive: true);
}
