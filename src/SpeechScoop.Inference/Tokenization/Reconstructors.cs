using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Tokenization.Baselines;
using SpeechScoop.Systems;

namespace SpeechScoop.Inference.Tokenization;

/// <summary>
/// Everything that audio can be sent through: the packs' tokenizers, then the baselines that are always there (µ-law, low-pass) or
/// need a program (Opus). Thread-safe.
/// </summary>
public sealed class Reconstructors
{
    private readonly Dictionary<string, IReconstructor> byId;

    /// <param name="catalog">The packs.</param>
    public Reconstructors(ISystemCatalog catalog)
    {
        All =
        [
            .. catalog.Systems.Where(system => system.Kind == SystemKind.Tokenizer).Select(system => new TokenizerReconstructor(system, catalog)),
            new MuLawBaseline(), new LowPassBaseline(), new OpusBaseline(),
        ];
        byId = All.ToDictionary(reconstructor => reconstructor.System.Id, StringComparer.Ordinal);
    }

    /// <summary>All, usable or not, in stable order.</summary>
    public IReadOnlyList<IReconstructor> All { get; }

    /// <summary>Looks one up by its system's id.</summary>
    public Result<IReconstructor> Find(string systemId) => byId.TryGetValue(systemId, out var found)
        ? Result<IReconstructor>.Ok(found)
        : new Error.NotFound("system-unknown", $"There is no tokenizer or baseline '{systemId}'. There are: {string.Join(", ", byId.Keys)}.");
}
