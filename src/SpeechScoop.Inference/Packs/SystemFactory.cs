using System.Text.Json;
using SpeechScoop.Inference.Commands;
using SpeechScoop.Inference.Embeddings;
using SpeechScoop.Inference.Packs.Families;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Quality;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Inference.VoiceActivity;

namespace SpeechScoop.Inference.Packs;

/// <summary>Makes what a pack's family runs: a recognizer, synthesizer, tokenizer, detector, quality model or embedder.</summary>
internal sealed class SystemFactory(IComputeGate gate, CommandRunner programs)
{
    /// <summary>Loads what a system needs. Called on a compute thread.</summary>
    /// <param name="pack">The pack, known to be valid.</param>
    /// <param name="systemId">Id of the system, or of the pack where the family offers none.</param>
    /// <param name="settings">The system's settings.</param>
    public Result<object> Create(PackRuntime pack, string systemId, JsonElement? settings) => pack.Manifest.Family switch
    {
        "ctc" => CtcFactory.Create(pack, systemId, settings, gate).Select<object>(recognizer => recognizer),
        "duration-tts" => SynthesizerFactory.CreateDuration(pack, systemId, settings, gate).Select<object>(synthesizer => synthesizer),
        "next-token-tts" => SynthesizerFactory.CreateNextToken(pack, systemId, settings, gate).Select<object>(synthesizer => synthesizer),
        "rvq-codec" => CreateTokenizer(pack, systemId, settings),
        "silero-vad" => pack.Model("model").Select<object>(model => new SileroVad(model, gate)),
        "dnsmos-p835" => pack.Model("model").Select<object>(model => new DnsmosP835(pack.Pack.Id, model, gate)),
        "dnsmos-p808" => pack.Model("model").Select<object>(model => new DnsmosP808(pack.Pack.Id, model, gate)),
        "embedder" => pack.Model("model").Select<object>(model => new PackEmbedder(pack.Manifest, model)),
        "command" => CreateCommand(pack, systemId, settings),
        var family => throw new InvalidOperationException($"The family {family} has a contract but no adapter."),
    };

    private Result<object> CreateTokenizer(PackRuntime pack, string systemId, JsonElement? settings)
    {
        var (manifest, chosen) = (pack.Manifest, ManifestReader.ReadSettings<TokenizerSettings>(settings, "settings", []));
        return pack.Model("encoder").Then(encoder => pack.Model("decoder").Select<object>(decoder => new RvqTokenizer(
            systemId, encoder, decoder, manifest.Audio!.SampleRate, manifest.Codec!, chosen?.Codebooks ?? manifest.Codec!.Codebooks, gate)));
    }

    private Result<object> CreateCommand(PackRuntime pack, string systemId, JsonElement? settings)
    {
        var (command, variables) = (pack.Manifest.Command!, CommandFamily.VariablesOf(settings));
        return pack.Manifest.Task == "recognizer"
            ? new CommandRecognizer(systemId, command, pack.Manifest.Audio!.SampleRate, variables, programs)
            : new CommandSynthesizer(systemId, command, variables, programs);
    }
}
