using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Systems;

/// <summary>How pages name and colour a system, also after its pack is gone.</summary>
internal sealed class SystemAppearance(ISystemCatalog catalog, Reconstructors reconstructors)
{
    // Eight colours times eight shapes.
    private const int PaletteSize = 64;

    /// <summary>Place in the palette, 0..63: the eight colours repeat, each time with another shape, so that systems of one kind look different.</summary>
    public int ColourOf(string systemId)
    {
        if (Find(systemId) is not { } system) return systemId.Sum(character => character) % PaletteSize;
        // Baselines come after the packs' tokenizers.
        var peers = system.Kind == SystemKind.Tokenizer ? reconstructors.All.Select(one => one.System) : catalog.Systems.Where(other => other.Kind == system.Kind);
        return peers.TakeWhile(other => other.Id != system.Id).Count() % PaletteSize;
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
