using SpeechScoop.Statistics;

namespace SpeechScoop.Embeddings;

/// <summary>A squared maximum mean discrepancy.</summary>
/// <param name="Value">Unbiased: about 0, and below 0 half of the time, for sets of one distribution.</param>
/// <param name="Kernel">The kernel, with its bandwidth.</param>
/// <param name="P">How likely a value at least as high is if clips of both sets came from one distribution: clips are exchanged between the sets at random.</param>
/// <param name="Exchanges">Random exchanges behind <paramref name="P"/>.</param>
/// <param name="Warnings">What makes this value hard to trust, a sentence each.</param>
public sealed record KernelEstimate(double Value, SetKernel Kernel, double P, int Exchanges, IReadOnlyList<string> Warnings);

/// <summary>
/// MMD² between two sets of embeddings, unbiased (Gretton et al. 2012, equation 3): no assumption of a normal distribution, and no bias from few vectors. With the Gaussian
/// kernel at the median distance of the reference it is the Kernel Audio Distance without its factor of 100. Pairs of windows of one clip are left out, as
/// pairs of a vector with itself are: they are alike whatever the sets.
/// </summary>
public static class KernelDistance
{
    private const int MostVectors = 10_000;
    private const int UsualExchanges = 999;
    private const int FewClips = 10;

    /// <summary>Compares a set with a reference.</summary>
    /// <param name="kernel">By default the Gaussian kernel with <see cref="MedianDistance"/> of the reference.</param>
    /// <param name="seed">Decides the exchanges.</param>
    /// <param name="exchanges">Random exchanges of clips, ≥ 1.</param>
    /// <returns><c>embeddings-differ</c>, <c>clips-too-few</c>, <c>embeddings-constant</c> or <c>vectors-too-many</c>.</returns>
    public static Result<KernelEstimate> Of(
        EmbeddingSet reference, EmbeddingSet set, SetKernel? kernel = null, long seed = ClusterBootstrap.UsualSeed, int exchanges = UsualExchanges)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exchanges, 1);
        if (EmbeddingSet.Compare(reference, set) is { } refused) return refused;
        var count = reference.Vectors.Count + set.Vectors.Count;
        if (count > MostVectors)
            return new Error.Invalid("vectors-too-many", $"'{reference.Name}' and '{set.Name}' have {count} vectors together; a kernel distance takes at most {MostVectors}. Use fewer clips or longer windows.");
        kernel ??= new SetKernel.Gaussian(MedianDistance(reference));
        var clips = new ClipSums(reference, set, kernel);
        var value = clips.Value(clips.OfReference);
        var random = new SeededRandom(seed);
        var drawn = clips.OfReference.ToArray();
        var higher = 0;
        for (var exchange = 0; exchange < exchanges; exchange++)
        {
            random.Shuffle<bool>(drawn);
            if (clips.Value(drawn) >= value - (1e-12 * Math.Abs(value))) higher++;
        }
        return new KernelEstimate(value, kernel, (higher + 1.0) / (exchanges + 1), exchanges, [.. Warnings(reference), .. Warnings(set)]);
    }

    /// <summary>The median distance between two vectors of a set: the usual bandwidth. The mean where the median is 0.</summary>
    public static double MedianDistance(EmbeddingSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        // A thousand vectors have half a million distances: enough to know their middle.
        var vectors = set.Vectors.Count <= 1000 ? set.Vectors : set.Pick(Enumerable.Range(0, 1000).Select(i => (int)((long)i * set.Vectors.Count / 1000))).Vectors;
        var distances = new List<double>(vectors.Count * (vectors.Count - 1) / 2);
        for (var i = 0; i < vectors.Count; i++)
            for (var j = 0; j < i; j++) distances.Add(MathNet.Numerics.Distance.Euclidean(vectors[i].Vector, vectors[j].Vector));
        distances.Sort();
        return Quantile.OfSorted(distances, 0.5) is > 0 and var median ? median : distances.Average() is > 0 and var mean ? mean : 1;
    }

    private static IEnumerable<string> Warnings(EmbeddingSet set)
    {
        if (set.Clips.Count < FewClips)
            yield return $"'{set.Name}' has {set.Clips.Count} clips: below {FewClips}, a true difference is often not seen.";
    }

    /// <summary>Sums of the kernel between clips, from which the value of any division into two sets follows.</summary>
    private sealed class ClipSums
    {
        private readonly double[,] sums;
        private readonly int[] sizes;

        public ClipSums(EmbeddingSet reference, EmbeddingSet set, SetKernel kernel)
        {
            // The same name in both sets means two clips.
            var groups = reference.Vectors.GroupBy(v => v.Clip, StringComparer.Ordinal).Concat(set.Vectors.GroupBy(v => v.Clip, StringComparer.Ordinal))
                .Select(clip => clip.Select(embedding => embedding.Vector).ToArray()).ToArray();
            sizes = [.. groups.Select(clip => clip.Length)];
            sums = new double[groups.Length, groups.Length];
            OfReference = [.. groups.Select((_, i) => i < reference.Clips.Count)];
            for (var i = 0; i < groups.Length; i++)
                for (var j = 0; j < i; j++) sums[i, j] = sums[j, i] = Sum(groups[i], groups[j], kernel);
        }

        public bool[] OfReference { get; }

        public double Value(ReadOnlySpan<bool> first)
        {
            double a = 0, b = 0, between = 0, m = 0, n = 0, ownOfA = 0, ownOfB = 0;
            for (var i = 0; i < first.Length; i++)
            {
                double size = sizes[i];
                (m, ownOfA) = first[i] ? (m + size, ownOfA + (size * size)) : (m, ownOfA);
                (n, ownOfB) = first[i] ? (n, ownOfB) : (n + size, ownOfB + (size * size));
                for (var j = 0; j < first.Length; j++)
                {
                    if (first[i] != first[j]) between += sums[i, j];
                    else if (first[i]) a += sums[i, j];
                    else b += sums[i, j];
                }
            }
            // "between" has each pair twice, which is the factor that the definition wants.
            return (a / ((m * m) - ownOfA)) + (b / ((n * n) - ownOfB)) - (between / (m * n));
        }

        private static double Sum(double[][] a, double[][] b, SetKernel kernel)
        {
            var sum = 0.0;
            foreach (var x in a)
                foreach (var y in b) sum += kernel.Of(x, y);
            return sum;
        }
    }
}
