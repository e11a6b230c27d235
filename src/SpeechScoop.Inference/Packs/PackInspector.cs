using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SpeechScoop.Inference.Packs.Families;
using SpeechScoop.Inference.Packs.Graphs;
using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Packs;

/// <summary>
/// Looks at an ONNX file without a manifest, without running it: reads its inputs and outputs, guesses the family by their
/// names, types and shapes, and drafts a manifest.
/// </summary>
public static class PackInspector
{
    /// <summary>Inspects a file.</summary>
    /// <param name="onnxPath">Path of an <c>.onnx</c> file.</param>
    /// <returns>What it looks like, or <c>model-missing</c> or <c>model-unreadable</c>.</returns>
    public static Result<PackInspection> Inspect(string onnxPath)
    {
        if (!File.Exists(onnxPath)) return new Error.NotFound("model-missing", $"The file {onnxPath} does not exist.");
        return GraphHeader.Read(onnxPath).Select(header =>
        {
            var guess = GraphGuess.Of(header);
            return new PackInspection(
                guess?.Family, Reason(guess), [.. header.Inputs.Select(input => input.ToString())], [.. header.Outputs.Select(output => output.ToString())],
                JsonSerializer.Serialize(Draft(onnxPath, header, guess), ManifestReader.JsonOptions));
        });
    }

    private static string Reason(GraphGuess? guess) => guess is null
        ? $"Inputs and outputs fit no family known here ({string.Join(", ", PackFamily.All.Keys.Where(name => name != "command"))}); the draft binds them under their own names."
        : guess.Advice;

    private static PackManifest Draft(string path, GraphHeader header, GraphGuess? guess)
    {
        var role = guess?.FileRole ?? "model";
        return new PackManifest
        {
            Schema = PackManifest.CurrentSchema,
            Id = IdOf(path),
            Version = "0.1.0",
            Title = Path.GetFileNameWithoutExtension(path),
            Description = "",
            Task = guess is null ? "recognizer" : PackFamily.All[guess.Family].Tasks[0],
            Family = guess?.Family ?? "unknown",
            Licence = new PackLicence { Spdx = header.Metadata.GetValueOrDefault("license", ""), Source = header.Metadata.GetValueOrDefault("url") },
            Files = new Dictionary<string, PackFile> { [role] = Describe(path) },
            Io = new Dictionary<string, GraphBinding>
            {
                [role] = new()
                {
                    Inputs = guess?.Inputs ?? header.Inputs.ToDictionary(input => input.Name, input => input.Name),
                    Outputs = guess?.Outputs ?? header.Outputs.ToDictionary(output => output.Name, output => output.Name),
                },
            },
            Audio = new AudioSection { SampleRate = int.TryParse(header.Metadata.GetValueOrDefault("sample_rate"), out var rate) ? rate : 16000 },
            Features = guess is { Family: "ctc" } or { Family: "embedder", Bands: > 0 } ? new FeatureSection { Preset = guess.Bands == 64 ? "scoop64" : guess.Bands == 128 ? "nemo128" : "kaldi80" } : null,
            Embedding = guess?.Family == "embedder" ? new EmbeddingSection { Kind = "speaker", MeanNormalise = guess.Bands > 0 } : null,
            Decoding = guess?.Family == "ctc" ? new DecodingSection { FrameSeconds = 0.04 } : null,
            Streaming = guess?.Family == "ctc" ? new StreamingSection { ChunkSeconds = 0.32, LeftSeconds = 4, RightSeconds = 0.64 } : null,
            Codec = guess?.Family == "rvq-codec" ? new CodecSection { FrameSamples = 320, Codebooks = Math.Max(1, guess.Codebooks), CodebookSize = 1024 } : null,
            Text = guess?.Family is "duration-tts" or "next-token-tts" ? new TextSection { Frontend = "lexicon+g2p" } : null,
        };
    }

    private static PackFile Describe(string path)
    {
        using var stream = File.OpenRead(path);
        return new PackFile { Path = Path.GetFileName(path), Bytes = stream.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(stream)) };
    }

    private static string IdOf(string path)
    {
        var id = new StringBuilder();
        foreach (var c in Path.GetFileNameWithoutExtension(path).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) id.Append(c);
            else if (id is [.., not '-']) id.Append('-');
        return id.ToString().Trim('-') is { Length: > 0 } found ? found : "pack";
    }
}
