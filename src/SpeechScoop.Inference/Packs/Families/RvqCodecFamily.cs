using System.Text.Json;
using Microsoft.ML.OnnxRuntime.Tensors;
using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Packs.Families;

/// <summary>Tokenizers with residual vector quantization, all codebooks at one frame rate.</summary>
internal sealed class RvqCodecFamily : PackFamily
{
    public override string Name => "rvq-codec";

    public override IReadOnlyList<string> Tasks => ["tokenizer"];

    public override IReadOnlyList<GraphContract> Graphs { get; } =
    [
        new("encoder", [new("wave", TensorElementType.Float, 3)], [new("codes", TensorElementType.Int64, 3)]),
        new("decoder", [new("codes", TensorElementType.Int64, 3)], [new("wave", TensorElementType.Float, 3)]),
    ];

    public override void Check(PackCheck check)
    {
        check.RequireSection(check.Manifest.Audio, "audio");
        if (!check.RequireSection(check.Manifest.Codec, "codec")) return;
        var codec = check.Manifest.Codec!;
        check.Require(codec.FrameSamples is >= 1 and <= 100_000, $"pack.json: 'codec.frameSamples' is {codec.FrameSamples}; it has to lie between 1 and 100,000.");
        check.Require(codec.Codebooks is >= 1 and <= 64, $"pack.json: 'codec.codebooks' is {codec.Codebooks}; it has to lie between 1 and 64.");
        check.Require(codec.CodebookSize is >= 2 and <= 1 << 20, $"pack.json: 'codec.codebookSize' is {codec.CodebookSize}; it has to lie between 2 and 1,048,576.");
        check.Require(codec.ContextFrames is >= 0 and <= 10_000, $"pack.json: 'codec.contextFrames' is {codec.ContextFrames}; it has to lie between 0 and 10,000.");
        check.Require(codec.PadMultiple is null || (codec.PadMultiple > 0 && codec.PadMultiple % codec.FrameSamples == 0),
            $"pack.json: 'codec.padMultiple' is {codec.PadMultiple}; it has to be a multiple of 'codec.frameSamples' ({codec.FrameSamples}).");
        foreach (var port in new[] { check.Output("encoder", "codes"), check.Input("decoder", "codes") })
        {
            if (port is { Dimensions.Count: 3 } && port.Dimensions[1] >= 0)
                check.Require(port.Dimensions[1] == codec.Codebooks, $"pack.json: 'codec.codebooks' is {codec.Codebooks}, but the graph has {port}.");
        }
    }

    public override void CheckSettings(PackCheck check, JsonElement? settings, string key)
    {
        var problems = new List<string>();
        var read = ManifestReader.ReadSettings<TokenizerSettings>(settings, key, problems);
        problems.ForEach(check.Problem);
        if (read?.Codebooks is { } codebooks && check.Manifest.Codec is { } codec)
            check.Require(codebooks >= 1 && codebooks <= codec.Codebooks, $"pack.json: '{key}.codebooks' is {codebooks}; it has to lie between 1 and {codec.Codebooks}.");
    }

    public override SystemTraits Traits(PackManifest manifest, JsonElement? settings) => new(
        SampleRate: manifest.Audio?.SampleRate, Codebooks: Settings<TokenizerSettings>(settings).Codebooks ?? manifest.Codec?.Codebooks,
        CodebookSize: manifest.Codec?.CodebookSize,
        FrameRate: manifest is { Audio: { } audio, Codec: { FrameSamples: > 0 } codec } ? (double)audio.SampleRate / codec.FrameSamples : null);
}
