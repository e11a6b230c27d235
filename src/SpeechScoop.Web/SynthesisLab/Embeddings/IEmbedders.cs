using SpeechScoop.Audio.Embeddings;
using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Web.SynthesisLab.Embeddings;

/// <summary>An embedder to choose.</summary>
/// <param name="Kind"><c>speaker</c> for one that tells voices apart; else what its pack says, such as <c>sound</c>.</param>
internal sealed record EmbedderChoice(string Id, string Title, string Kind);

/// <summary>The embedders of this installation.</summary>
internal interface IEmbedders
{
    /// <summary>All that can be used; the one that needs no pack first.</summary>
    IReadOnlyList<EmbedderChoice> All { get; }

    /// <returns><see cref="Error.NotFound"/> for an unknown id, <see cref="Error.Unavailable"/> for a pack that does not load.</returns>
    Task<Result<IEmbedder>> LoadAsync(string id, CancellationToken cancellation);
}

/// <summary>The built-in embedding and those of installed packs.</summary>
internal sealed class InstalledEmbedders(ISystemCatalog catalog) : IEmbedders
{
    public IReadOnlyList<EmbedderChoice> All =>
    [
        new(LogMelStatistics.Instance.Id, "Built-in: level and movement of mel bands", "sound"),
        .. catalog is SystemCatalog packs ? packs.PacksFor("embedding").Select(pack => new EmbedderChoice(pack.Id, pack.Title, pack.Embedding?.Kind ?? "sound")) : [],
    ];

    public async Task<Result<IEmbedder>> LoadAsync(string id, CancellationToken cancellation)
    {
        if (id == LogMelStatistics.Instance.Id) return Result<IEmbedder>.Ok(LogMelStatistics.Instance);
        if (catalog is not SystemCatalog packs || packs.PacksFor("embedding").All(pack => pack.Id != id))
            return new Error.NotFound("embedder-not-found", $"There is no embedder '{id}'. There are: {string.Join(", ", All.Select(one => one.Id))}.");
        return await packs.GetEmbedderAsync(id, cancellation);
    }
}
