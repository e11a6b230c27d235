using System.Text.Json;
using Microsoft.ML.OnnxRuntime.Tensors;
using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Packs.Families;

/// <summary>Recognizers whose graph gives CTC log-probabilities over phones, characters or both.</summary>
internal sealed class CtcFamily : PackFamily
{
    public override string Name => "ctc";

    public override IReadOnlyList<string> Tasks => ["recognizer"];

    public override IReadOnlyList<GraphContract> Graphs { get; } =
    [
        new("model",
            [new("features", TensorElementType.Float, 3)],
            [new("phones", TensorElementType.Float, 3, Optional: true), new("characters", TensorElementType.Float, 3, Optional: true)]),
    ];

    public override void Check(PackCheck check)
    {
        var manifest = check.Manifest;
        check.RequireSection(manifest.Audio, "audio");
        check.RequireSection(manifest.Features, "features");
        if (check.RequireSection(manifest.Decoding, "decoding"))
        {
            check.Require(manifest.Decoding!.FrameSeconds is > 0 and < 1, $"pack.json: 'decoding.frameSeconds' is {manifest.Decoding.FrameSeconds}; it has to lie between 0 and 1 s.");
            check.Require(manifest.Decoding.Blank is "last" or "first", $"pack.json: 'decoding.blank' is '{manifest.Decoding.Blank}'; it has to be 'last' or 'first'.");
        }
        if (check.RequireSection(manifest.Streaming, "streaming"))
        {
            var streaming = manifest.Streaming!;
            check.Require(streaming.ChunkSeconds is > 0 and <= 10, $"pack.json: 'streaming.chunkSeconds' is {streaming.ChunkSeconds}; it has to lie between 0 and 10 s.");
            check.Require(streaming.LeftSeconds is >= 0 and <= 60, $"pack.json: 'streaming.leftSeconds' is {streaming.LeftSeconds}; it has to lie between 0 and 60 s.");
            check.Require(streaming.RightSeconds is >= 0 and <= 10, $"pack.json: 'streaming.rightSeconds' is {streaming.RightSeconds}; it has to lie between 0 and 10 s.");
        }
        if (manifest.Io.TryGetValue("model", out var binding))
        {
            check.Require(binding.Outputs.Count > 0, "pack.json: 'io.model.outputs' needs 'phones' or 'characters'.");
            foreach (var (output, file) in new[] { ("phones", "phones"), ("characters", "characters") })
            {
                if (!binding.Outputs.ContainsKey(output)) continue;
                check.Require(manifest.Files.ContainsKey(file), $"pack.json: 'files.{file}' is missing: it lists the symbols of the output '{output}'.");
                foreach (var role in check.Graphs.Keys) check.RequireSymbols(file, role, check.Output(role, output), 2);
                CheckBlank(check, file);
            }
        }
    }

    public override void CheckSettings(PackCheck check, JsonElement? settings, string key)
    {
        var problems = new List<string>();
        var read = ManifestReader.ReadSettings<CtcSettings>(settings, key, problems);
        problems.ForEach(check.Problem);
        if (read is null) return;
        var files = check.Manifest.Files;
        var (decoder, heads) = (DecoderOf(check.Manifest, read), check.Manifest.Io.GetValueOrDefault("model")?.Outputs ?? new Dictionary<string, string>());
        check.Require(files.ContainsKey(read.Model) && BaseRole(read.Model) == "model", $"pack.json: '{key}.model' is '{read.Model}', which is no graph in 'files'.");
        check.Require(read.Beam is null or (>= 1 and <= 10_000), $"pack.json: '{key}.beam' is {read.Beam}; it has to lie between 1 and 10,000.");
        switch (decoder)
        {
            case "lexicon":
                check.Require(files.ContainsKey("languageModel"), $"pack.json: '{key}.decoder' is 'lexicon', which needs 'files.languageModel' (ARPA).");
                check.Require(files.ContainsKey("lexicon"), $"pack.json: '{key}.decoder' is 'lexicon', which needs 'files.lexicon'.");
                check.Require(heads.ContainsKey("phones"), $"pack.json: '{key}.decoder' is 'lexicon', which needs 'io.model.outputs.phones'.");
                break;
            case "characters":
                check.Require(heads.ContainsKey("characters"), $"pack.json: '{key}.decoder' is 'characters', which needs 'io.model.outputs.characters'.");
                check.Require(read.Words is null && read.HotWords is null, $"pack.json: '{key}' has a word list, which only the decoder 'lexicon' understands.");
                break;
            default:
                check.Problem($"pack.json: '{key}.decoder' is '{decoder}'; it has to be 'lexicon' or 'characters'.");
                break;
        }
    }

    public override SystemTraits Traits(PackManifest manifest, JsonElement? settings) => new(
        SampleRate: manifest.Audio?.SampleRate, LookAheadSeconds: manifest.Streaming?.RightSeconds, Streaming: true,
        AcceptsWordLists: DecoderOf(manifest, Settings<CtcSettings>(settings)) == "lexicon");

    public override IEnumerable<string> FilesOf(PackManifest manifest, JsonElement? settings)
    {
        var read = Settings<CtcSettings>(settings);
        return DecoderOf(manifest, read) == "lexicon" ? [read.Model, "phones", "lexicon", "languageModel"] : [read.Model, "characters"];
    }

    /// <summary>The decoder that settings choose; without a choice the better one that the pack has files for.</summary>
    public static string DecoderOf(PackManifest manifest, CtcSettings settings)
        => settings.Decoder ?? (manifest.Files.ContainsKey("lexicon") ? "lexicon" : "characters");

    private static void CheckBlank(PackCheck check, string file)
    {
        if (!check.Paths.TryGetValue(file, out var path) || !SymbolList.Read(path).TryGet(out var symbols, out _)) return;
        var place = check.Manifest.Decoding?.Blank == "first" ? 0 : symbols.Count - 1;
        check.Require(symbols[place] == "<blank>",
            $"{check.Manifest.Files[file].Path} (files.{file}): with 'decoding.blank' = '{check.Manifest.Decoding?.Blank}' line {place + 1} has to be '<blank>', not '{symbols[place]}'.");
    }
}
