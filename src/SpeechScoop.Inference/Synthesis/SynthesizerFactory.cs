using System.Text.Json;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Synthesis.Text;

namespace SpeechScoop.Inference.Synthesis;

/// <summary>Loads systems of the synthesizer families. Graphs and the text front end are loaded once a pack.</summary>
internal static class SynthesizerFactory
{
    public static Result<ISynthesizer> CreateDuration(PackRuntime pack, string systemId, JsonElement? settings, IComputeGate gate)
        => FrontEnd(pack).Then(front => pack.Model("model").Then(model => Result<ISynthesizer>.Ok(new DurationSynthesizer(
            systemId, model, front, pack.Manifest.Audio!.SampleRate, Read(settings), pack.Manifest.Text!, gate))));

    public static Result<ISynthesizer> CreateNextToken(PackRuntime pack, string systemId, JsonElement? settings, IComputeGate gate)
        => FrontEnd(pack).Then(front => Models(pack).Then(models => Result<ISynthesizer>.Ok(new NextTokenSynthesizer(
            systemId, models, front, pack.Manifest, Read(settings), gate))));

    private static SynthesizerSettings Read(JsonElement? settings) => ManifestReader.ReadSettings<SynthesizerSettings>(settings, "settings", []) ?? new SynthesizerSettings();

    private static Result<NextTokenModels> Models(PackRuntime pack)
    {
        if (!pack.Model("condition").TryGet(out var condition, out var error)) return error;
        if (!pack.Model("step").TryGet(out var step, out error)) return error;
        return pack.Model("decoder").Select(decoder => new NextTokenModels(condition, step, decoder));
    }

    private static Result<EnglishFrontEnd> FrontEnd(PackRuntime pack) => pack.Shared("front end", () =>
    {
        if (!pack.File("symbols").TryGet(out var symbols, out var error)) return error;
        if (!pack.File("lexicon").TryGet(out var lexicon, out error)) return error;
        if (!pack.File("letters").TryGet(out var letters, out error)) return error;
        if (!pack.File("g2pPhones").TryGet(out var phones, out error)) return error;
        return pack.Model("g2p").Then(model => EnglishFrontEndLoader.Load(symbols, lexicon, model, letters, phones));
    });
}
