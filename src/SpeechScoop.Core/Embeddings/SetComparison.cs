using SpeechScoop.Statistics;

namespace SpeechScoop.Embeddings;

/// <summary>All distances between two sets.</summary>
/// <param name="Frechet">Fréchet distance.</param>
/// <param name="Infinity">FAD-inf, or why there is none.</param>
/// <param name="Kernel">MMD², or why there is none.</param>
public sealed record SetComparison(FrechetEstimate Frechet, Result<FrechetInfinityEstimate> Infinity, Result<KernelEstimate> Kernel)
{
    /// <summary>Version of the definitions; that of the embedder stands beside it.</summary>
    public const string Version = "1";

    /// <summary>What makes these numbers hard to trust, each sentence once.</summary>
    public IReadOnlyList<string> Warnings => [.. Frechet.Warnings.Concat(Kernel.TryGet(out var kernel, out _) ? kernel.Warnings : []).Distinct(StringComparer.Ordinal)];

    /// <summary>Compares a set with a reference.</summary>
    /// <returns>An error where the sets cannot be compared at all; see <see cref="FrechetDistance.Of"/>.</returns>
    public static Result<SetComparison> Of(EmbeddingSet reference, EmbeddingSet set, long seed = ClusterBootstrap.UsualSeed)
        => FrechetDistance.Of(reference, set, seed).Select(frechet => new SetComparison(frechet, FrechetInfinity.Of(reference, set, seed), KernelDistance.Of(reference, set, seed: seed)));
}
