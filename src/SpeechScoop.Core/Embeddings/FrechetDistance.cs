using SpeechScoop.Statistics;

namespace SpeechScoop.Embeddings;

/// <summary>A Fréchet distance with what is known about its uncertainty.</summary>
/// <param name="Value">≥ 0, in the square of the embedding's unit; 0 for equal means and covariances. Too high with few vectors: see <see cref="FrechetInfinity"/>.</param>
/// <param name="StandardError">By leaving out clips; null below 3 clips on a side.</param>
/// <param name="Interval">value ± t · standard error, not below 0; null where there is no standard error. It tells how much other clips would change the value, not its bias.</param>
/// <param name="Warnings">What makes this value hard to trust, a sentence each.</param>
public sealed record FrechetEstimate(double Value, double? StandardError, Interval? Interval, IReadOnlyList<string> Warnings);

/// <summary>A clip and its part in a Fréchet distance.</summary>
/// <param name="Clip">Its name.</param>
/// <param name="Influence">How much the set's distance falls when the clip is left out: above 0 it makes the set look worse.</param>
/// <param name="Distance">Distance of its own windows to the reference; null for a clip with one window.</param>
public sealed record FrechetOutlier(string Clip, double Influence, double? Distance);

/// <summary>The Fréchet distance between two sets of embeddings taken as normal distributions (Dowson and Landau 1982; for audio Kilgour et al. 2019, FAD).</summary>
public static class FrechetDistance
{
    /// <summary>Groups of clips left out in turn on each side.</summary>
    private const int MostGroups = 20;

    /// <summary>The same for vectors of many values, where each group takes seconds.</summary>
    private const int MostGroupsOfLargeVectors = 8;

    private const int LargeVector = 256;

    private const int FewClips = 30;

    /// <summary>Compares a set with a reference. The distance is symmetric.</summary>
    /// <param name="seed">Decides which clips are left out together where there are more than 20 (8 for vectors of more than 256 values).</param>
    /// <returns><c>embeddings-differ</c>, <c>clips-too-few</c> or <c>embeddings-constant</c> where the sets cannot be compared.</returns>
    public static Result<FrechetEstimate> Of(EmbeddingSet reference, EmbeddingSet set, long seed = ClusterBootstrap.UsualSeed, double level = Interval.UsualLevel)
    {
        Interval.RequireLevel(level);
        if (EmbeddingSet.Compare(reference, set) is { } refused) return refused;
        var (a, b) = (GaussianFit.Of(reference.Vectors), GaussianFit.Of(set.Vectors));
        var value = GaussianFit.Distance(a, b);
        var random = new SeededRandom(seed);
        var groups = set.Dimension > LargeVector ? MostGroupsOfLargeVectors : MostGroups;
        var (first, second) = (LeaveOut.Groups(reference, groups, random), LeaveOut.Groups(set, groups, random));
        var (ofReference, ofSet) = (new GaussianScatter(reference), new GaussianScatter(set));
        var error = LeaveOut.StandardError(
            first.Select(group => ofReference.Without(group) is { } rest ? GaussianFit.Distance(rest, b) : (double?)null),
            second.Select(group => ofSet.Without(group) is { } rest ? GaussianFit.Distance(a, rest) : (double?)null));
        return new FrechetEstimate(value, error, LeaveOut.Interval(value, error, Math.Min(first.Count, second.Count), level), [.. Warnings(reference), .. Warnings(set)]);
    }

    /// <summary>The clips of a set by their influence on its distance to the reference, largest first.</summary>
    /// <inheritdoc cref="Of"/>
    public static Result<IReadOnlyList<FrechetOutlier>> Outliers(EmbeddingSet reference, EmbeddingSet set)
    {
        if (EmbeddingSet.Compare(reference, set) is { } refused) return refused;
        if (set.Clips.Count < 3) return new Error.Invalid("clips-too-few", $"'{set.Name}' has {set.Clips.Count} clips; to tell the influence of one takes at least 3.");
        var fit = GaussianFit.Of(reference.Vectors);
        var value = GaussianFit.Distance(fit, GaussianFit.Of(set.Vectors));
        var scatter = new GaussianScatter(set);
        return Result<IReadOnlyList<FrechetOutlier>>.Ok([.. set.Vectors.GroupBy(embedding => embedding.Clip, StringComparer.Ordinal).Select(clip =>
        {
            Embedding[] own = [.. clip];
            var rest = scatter.Without(new HashSet<string>(StringComparer.Ordinal) { clip.Key })!;
            return new FrechetOutlier(clip.Key, value - GaussianFit.Distance(fit, rest),
                own.Length > 1 ? GaussianFit.Distance(fit, GaussianFit.Of(own)) : null);
        }).OrderByDescending(outlier => outlier.Influence)]);
    }

    /// <summary>What makes a set too small for its embedder.</summary>
    internal static IEnumerable<string> Warnings(EmbeddingSet set)
    {
        if (set.Vectors.Count <= set.Dimension)
            yield return $"'{set.Name}' has {set.Vectors.Count} vectors of {set.Dimension} values: its covariance is singular, and the distance says little. Add clips until there are several times as many vectors as values.";
        if (set.Clips.Count < FewClips)
            yield return $"'{set.Name}' has {set.Clips.Count} clips: below {FewClips}, which clips were chosen matters more than most systems do.";
    }
}
