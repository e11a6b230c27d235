using System.Text.Json;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Packs.Families;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Recognition.Decoding;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Recognition;

/// <summary>Loads systems of the family ctc. Graph, lexicon and language model are loaded once a pack.</summary>
internal static class CtcFactory
{
    public static Result<CtcRecognizer> Create(PackRuntime pack, string systemId, JsonElement? settings, IComputeGate gate)
    {
        var chosen = ManifestReader.ReadSettings<CtcSettings>(settings, "settings", []) ?? new CtcSettings();
        return CtcFamily.DecoderOf(pack.Manifest, chosen) == "lexicon" ? CreateWords(pack, systemId, chosen, gate) : CreateCharacters(pack, systemId, chosen, gate);
    }

    private static Result<CtcRecognizer> CreateWords(PackRuntime pack, string systemId, CtcSettings settings, IComputeGate gate)
    {
        var open = pack.Shared("word search", () => Table(pack, "phones").Then(table => Search(pack, table)));
        if (!open.TryGet(out var graph, out var error)) return error;
        if (!Model(pack, settings, pack.Manifest.Decoding!.HeadPhones, graph.Lexicon.Table).TryGet(out var model, out error)) return error;
        var own = graph;
        if (settings.Words is { } words && !graph.Restrict(words).TryGet(out own, out error)) return error;
        var defaults = new WordSearchSettings();
        var search = new WordSearchSettings
        {
            Beam = settings.Beam ?? defaults.Beam,
            LanguageModelWeight = (float?)settings.LanguageModelWeight ?? defaults.LanguageModelWeight,
            WordBonus = (float?)settings.WordBonus ?? defaults.WordBonus,
            HotWords = settings.HotWords ?? defaults.HotWords,
            HotWordBonus = (float?)settings.HotWordBonus ?? defaults.HotWordBonus,
        };
        var decoding = new WordDecoding(graph, own, search);
        return decoding.Prepare(null).Error is { } unusable ? unusable : new CtcRecognizer(systemId, model, decoding, pack.Manifest.Endpointing, gate);
    }

    private static Result<CtcRecognizer> CreateCharacters(PackRuntime pack, string systemId, CtcSettings settings, IComputeGate gate)
    {
        if (!Table(pack, "characters").TryGet(out var table, out var error)) return error;
        return Model(pack, settings, pack.Manifest.Decoding!.HeadCharacters, table)
            .Select(model => new CtcRecognizer(systemId, model, new CharacterDecoding(systemId, table), pack.Manifest.Endpointing, gate));
    }

    private static Result<CtcModel> Model(PackRuntime pack, CtcSettings settings, string head, SymbolTable table)
        => pack.Shared($"ctc {settings.Model} {head}", () => pack.Model(settings.Model).Then(graph => CtcModel.Create(graph, pack.Manifest, head, table)));

    private static Result<SymbolTable> Table(PackRuntime pack, string role) => pack.Shared("table " + role, () => pack.Symbols(role).Then(SymbolTable.Parse));

    private static Result<WordSearchGraph> Search(PackRuntime pack, SymbolTable table)
    {
        if (!Text(pack, "lexicon").Then(text => Lexicon.Parse(text, pack.Manifest.Files["lexicon"].Path, table)).TryGet(out var lexicon, out var error)) return error;
        return Text(pack, "languageModel").Then(text => ArpaReader.Parse(text, pack.Manifest.Files["languageModel"].Path))
            .Select(model => WordSearchGraph.Create(lexicon, model));
    }

    private static Result<byte[]> Text(PackRuntime pack, string role) => pack.File(role).Then(PackText.Read);
}
