using System.Text.Json;
using Microsoft.ML.OnnxRuntime.Tensors;
using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Packs.Families;

/// <summary>What both synthesizer families share: the text front end and the settings.</summary>
internal abstract class SynthesizerFamily : PackFamily
{
    protected static GraphContract LettersToPhones { get; } =
        new("g2p", [new("letters", TensorElementType.Int64, 2)], [new("phones", TensorElementType.Float, 3)]);

    public override IReadOnlyList<string> Tasks => ["synthesizer"];

    public override IReadOnlyList<string> TextFiles => ["symbols", "lexicon", "letters", "g2pPhones"];

    public override void Check(PackCheck check)
    {
        check.RequireSection(check.Manifest.Audio, "audio");
        if (check.RequireSection(check.Manifest.Text, "text"))
        {
            var text = check.Manifest.Text!;
            check.Require(text.Frontend == "lexicon+g2p", $"pack.json: 'text.frontend' is '{text.Frontend}'; known is 'lexicon+g2p'.");
            check.Require(text.PauseSeconds is >= 0 and <= 10, $"pack.json: 'text.pauseSeconds' is {text.PauseSeconds}; it has to lie between 0 and 10 s.");
        }
        check.RequireSymbols("g2pPhones", "g2p", check.Output("g2p", "phones"), 2);
    }

    public override void CheckSettings(PackCheck check, JsonElement? settings, string key)
    {
        var problems = new List<string>();
        var read = ManifestReader.ReadSettings<SynthesizerSettings>(settings, key, problems);
        problems.ForEach(check.Problem);
        if (read is null) return;
        check.Require(read.Temperature is null or (>= 0 and <= 2), $"pack.json: '{key}.temperature' is {read.Temperature}; it has to lie between 0 and 2.");
        check.Require(read.Rate is >= 0.25 and <= 4, $"pack.json: '{key}.rate' is {read.Rate}; it has to lie between 0.25 and 4.");
        check.Require(read.PauseSeconds is null or (>= 0 and <= 10), $"pack.json: '{key}.pauseSeconds' is {read.PauseSeconds}; it has to lie between 0 and 10 s.");
    }
}

/// <summary>Non-autoregressive synthesizers: phones and positions to a waveform in one run.</summary>
internal sealed class DurationTtsFamily : SynthesizerFamily
{
    public override string Name => "duration-tts";

    public override IReadOnlyList<GraphContract> Graphs { get; } =
    [
        new("model",
            [new("phones", TensorElementType.Int64, 2), new("positions", TensorElementType.Int64, 2), new("rate", TensorElementType.Float, 1, Optional: true)],
            [new("wave", TensorElementType.Float, 3)]),
        LettersToPhones,
    ];

    public override SystemTraits Traits(PackManifest manifest, JsonElement? settings) => new(SampleRate: manifest.Audio?.SampleRate, Seeded: false);
}

/// <summary>Synthesizers that predict codec tokens frame by frame and decode them.</summary>
internal sealed class NextTokenTtsFamily : SynthesizerFamily
{
    public override string Name => "next-token-tts";

    public override IReadOnlyList<GraphContract> Graphs { get; } =
    [
        new("condition",
            [new("phones", TensorElementType.Int64, 2), new("positions", TensorElementType.Int64, 2), new("rate", TensorElementType.Float, 1, Optional: true)],
            [new("condition", TensorElementType.Float, 3)]),
        new("step",
            [
                new("condition", TensorElementType.Float, 3), new("previous", TensorElementType.Int64, 2),
                new("cache", TensorElementType.Float, 3), new("noise", TensorElementType.Float, 2),
            ],
            [new("codes", TensorElementType.Int64, 2), new("cacheOut", TensorElementType.Float, 3)])
            { States = [("cache", "cacheOut")] },
        new("decoder", [new("codes", TensorElementType.Int64, 3)], [new("wave", TensorElementType.Float, 3)]),
        LettersToPhones,
    ];

    public override void Check(PackCheck check)
    {
        base.Check(check);
        if (!check.RequireSection(check.Manifest.Sampling, "sampling")) return;
        var sampling = check.Manifest.Sampling!;
        check.Require(sampling.Codebooks >= 1 && sampling.Codebooks <= sampling.DecoderCodebooks,
            $"pack.json: 'sampling.codebooks' is {sampling.Codebooks}; it has to lie between 1 and 'sampling.decoderCodebooks' ({sampling.DecoderCodebooks}).");
        check.Require(sampling.Temperature is >= 0 and <= 2, $"pack.json: 'sampling.temperature' is {sampling.Temperature}; it has to lie between 0 and 2.");
        Sized(check, check.Input("step", "noise"), 0, sampling.Codebooks, "sampling.codebooks");
        Sized(check, check.Input("step", "noise"), 1, sampling.CodebookSize, "sampling.codebookSize");
        Sized(check, check.Input("step", "previous"), 1, sampling.Codebooks, "sampling.codebooks");
        Sized(check, check.Input("decoder", "codes"), 1, sampling.DecoderCodebooks, "sampling.decoderCodebooks");
        if (check.Input("step", "cache") is { HasShape: true } cache)
            check.Require(cache.Dimensions.All(size => size > 0), $"{check.Manifest.Files["step"].Path}: {cache} needs fixed sizes: the cache starts as zeros of that shape.");
    }

    public override SystemTraits Traits(PackManifest manifest, JsonElement? settings) => new(
        SampleRate: manifest.Audio?.SampleRate, Seeded: true, Codebooks: manifest.Sampling?.Codebooks, CodebookSize: manifest.Sampling?.CodebookSize);

    private static void Sized(PackCheck check, Sessions.TensorPort? port, int dimension, int expected, string key)
    {
        if (port is null || port.Dimensions.Count <= dimension || port.Dimensions[dimension] < 0) return;
        check.Require(port.Dimensions[dimension] == expected, $"pack.json: '{key}' is {expected}, but the graph has {port}.");
    }
}
