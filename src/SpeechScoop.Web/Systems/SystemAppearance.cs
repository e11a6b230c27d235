using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Systems;

/// <summary>How pages name and colour a system, also after its pack is gone.</summary>
internal sealed class SystemAppearance(ISystemCatalog catalog, Reconstructors reconstructors, SystemStore stored)
{
    private const string Imported = "import";

    private volatile IReadOnlyList<string> imported = [];

    // Eight colours times eight shapes.
    private const int PaletteSize = 64;

    /// <summary>Place in the palette, 0..63: the eight colours repeat, each time with another shape, so that systems of one kind look different.</summary>
    public int ColourOf(string systemId)
    {
        if (Find(systemId) is not { } system) return ImportedColourOf(systemId) ?? systemId.Sum(character => character) % PaletteSize;
        // Baselines come after the packs' tokenizers.
        var peers = system.Kind == SystemKind.Tokenizer ? reconstructors.All.Select(one => one.System) : catalog.Systems.Where(other => other.Kind == system.Kind);
        return peers.TakeWhile(other => other.Id != system.Id).Count() % PaletteSize;
    }

    /// <summary>
    /// Imported systems come after the recognizers of packs and vendors, in the order in which they were first used, so that what stands side by side differs as long as there are colours. What is known of them is only
    /// added to, so it is read again where one is not in it.
    /// </summary>
    private int? ImportedColourOf(string systemId)
    {
        if (!systemId.StartsWith($"{Imported}:", StringComparison.Ordinal)) return null;
        if (!imported.Contains(systemId)) imported = stored.IdsAsync(Imported).GetAwaiter().GetResult().TryGet(out var ids, out _) ? ids : imported;
        var place = imported.ToList().IndexOf(systemId);
        return place < 0 ? null : (catalog.Systems.Count(system => system.Kind == SystemKind.Recognizer) + place) % PaletteSize;
    }

    /// <summary>The system's title; its id after its pack is gone.</summary>
    public string TitleOf(string systemId) => Find(systemId)?.Title ?? systemId;

    /// <summary>The short form in which other features show a system.</summary>
    public SystemReference Reference(string systemId) => new(systemId, TitleOf(systemId), ColourOf(systemId));

    private SystemSummary? Find(string systemId) =>
        catalog.Find(systemId).TryGet(out var system, out _) ? system : reconstructors.Find(systemId).TryGet(out var baseline, out _) ? baseline.System : null;
}

/// <summary>A system's name and colour.</summary>
internal sealed record SystemReference(string Id, string Title, int Colour);
