using SpeechScoop.Statistics;

namespace SpeechScoop.Embeddings;

/// <summary>The Fréchet distance that an endless set would have.</summary>
/// <param name="Value">Intercept of the line; a little below 0 is possible for equal distributions.</param>
/// <param name="Slope">How much the distance grows with 1/N: the bias of small sets.</param>
/// <param name="Fit">R² of the line, 0..1: a bad fit means that the sizes are too small for the line to hold.</param>
/// <param name="Points">Size and distance of each drawn subset.</param>
public sealed record FrechetInfinityEstimate(double Value, double Slope, double Fit, IReadOnlyList<(int Size, double Distance)> Points);

/// <summary>
/// FAD-inf: subsets of several sizes are compared with the whole reference, and the line of distance over 1/N is followed to 1/N = 0
/// (Chong and Forsyth 2020; Gui et al. 2024 for audio), because the Fréchet distance of a small set is too high by about a constant / N.
/// </summary>
public static class FrechetInfinity
{
    private const int Sizes = 15;
    private const int DrawsPerSize = 3;

    /// <summary>Vectors of more values are drawn once a size: each draw takes seconds.</summary>
    private const int LargeVector = 256;

    /// <summary>Extrapolates the distance of a set to a reference.</summary>
    /// <param name="seed">Same seed, same subsets.</param>
    /// <returns><c>vectors-too-few</c> where the smallest subset would have a singular covariance.</returns>
    public static Result<FrechetInfinityEstimate> Of(EmbeddingSet reference, EmbeddingSet set, long seed = ClusterBootstrap.UsualSeed)
    {
        if (EmbeddingSet.Compare(reference, set) is { } refused) return refused;
        var (n, smallest) = (set.Vectors.Count, Math.Max(set.Dimension + 1, set.Vectors.Count / 4));
        if (n < 2 * (set.Dimension + 1))
            return new Error.Invalid("vectors-too-few", $"'{set.Name}' has {n} vectors of {set.Dimension} values; FAD-inf needs at least {2 * (set.Dimension + 1)}. Add clips, or use an embedder with fewer values.");
        var fit = GaussianFit.Of(reference.Vectors);
        var random = new SeededRandom(seed);
        var points = new List<(int, double)>();
        int[] order = [.. Enumerable.Range(0, n)];
        for (var step = 0; step < Sizes; step++)
        {
            // Evenly spaced on the axis on which the line is drawn.
            var size = (int)Math.Round(1 / double.Lerp(1.0 / smallest, 1.0 / n, step / (Sizes - 1.0)));
            for (var draw = 0; draw < (size == n || set.Dimension > LargeVector ? 1 : DrawsPerSize); draw++)
            {
                random.Shuffle<int>(order);
                points.Add((size, GaussianFit.Distance(fit, GaussianFit.Of(set.Pick(order[..size]).Vectors))));
            }
        }
        return Through(points) is { } line ? line : new Error.Invalid("vectors-too-few", $"'{set.Name}' gives subsets of one size only; FAD-inf needs more vectors.");
    }

    /// <summary>Fits the line through given sizes and distances.</summary>
    /// <returns>Null for fewer than two different sizes.</returns>
    public static FrechetInfinityEstimate? Through(IReadOnlyList<(int Size, double Distance)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        double[] inverse = [.. points.Select(point => 1.0 / point.Size)], distances = [.. points.Select(point => point.Distance)];
        if (LinearMapping.Of(inverse, distances) is not { } line) return null;
        var mean = distances.Average();
        var (rest, all) = (points.Sum(point => Square(point.Distance - line.Map(1.0 / point.Size))), distances.Sum(distance => Square(distance - mean)));
        return new(line.Intercept, line.Slope, all > 0 ? Math.Max(0, 1 - (rest / all)) : 1, points);
    }

    private static double Square(double x) => x * x;
}
