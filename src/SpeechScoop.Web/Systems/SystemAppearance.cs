using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Web.Systems;

/// <summary>How pages name and colour a system, also after its pack is gone.</summary>
internal sealed class SystemAppearance(ISystemCatalog catalog)
{
    // Eight colours times eight shapes.
    private const int PaletteSize = 64;

    /// <summary>Place in the palette, 0..63: the eight colours repeat, each time with another shape, so that systems of one kind look different.</summary>
    public int ColourOf(string systemId)
    {
        if (!catalog.Find(systemId).TryGet(out var system, out _))
            return systemId.Sum(character => character) % PaletteSize;
        var index = catalog.Systems.Where(other => other.Kind == system.Kind).TakeWhile(other => other.Id != system.Id).Count();
        return index % PaletteSize;
    }

    /// <summary>The system's title; its id after its pack is gone.</summary>
    public string TitleOf(string systemId) => catalog.Find(systemId).TryGet(out var system, out _) ? system.Title : systemId;

    /// <summary>The short form in which other features show a system.</summary>
    public SystemReference Reference(string systemId) => new(systemId, TitleOf(systemId), ColourOf(systemId));
}

/// <summary>A system's name and colour.</summary>
internal sealed record SystemReference(string Id, string Title, int Colour);
