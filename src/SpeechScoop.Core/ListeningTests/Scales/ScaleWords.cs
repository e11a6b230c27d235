namespace SpeechScoop.ListeningTests;

/// <summary>
/// The words of the standard scales in one language, best first. Which are a standard's own and which are ours:
/// docs/methods/listening-test-orders.md.
/// </summary>
internal sealed record ScaleWords
{
    /// <summary>5..1, ITU-T P.800 Annex B.</summary>
    public required string[] Acr { get; init; }

    /// <summary>5..1, ITU-T P.800 Annex D.</summary>
    public required string[] Dcr { get; init; }

    /// <summary>3..−3, ITU-T P.800 Annex E.</summary>
    public required string[] Ccr { get; init; }

    /// <summary>Bands from 80, 60, 40, 20, 0, ITU-R BS.1534-3.</summary>
    public required string[] Quality { get; init; }

    /// <summary>5..1, ITU-R BS.1116-3.</summary>
    public required string[] Impairment { get; init; }

    /// <summary>5..1, ITU-T P.835, signal.</summary>
    public required string[] Signal { get; init; }

    /// <summary>5..1, ITU-T P.835, background.</summary>
    public required string[] Background { get; init; }

    /// <summary>First, neither, second.</summary>
    public required string[] Preference { get; init; }

    /// <summary>X is the first, X is the second.</summary>
    public required string[] Abx { get; init; }

    /// <summary>The usual question of a design, or of a scale of P.835 (<c>sig bak ovrl</c>), by id.</summary>
    public required IReadOnlyDictionary<string, string> Questions { get; init; }
}
