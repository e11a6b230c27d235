using MathNet.Numerics.LinearAlgebra;

namespace SpeechScoop.Embeddings;

/// <summary>The normal distribution of a set without some of its clips, without going over all vectors again: what the clips add to sums and squares is taken off.</summary>
internal sealed class GaussianScatter
{
    /// <summary>Beyond, decomposing a covariance costs more than going over the vectors.</summary>
    private const int MostValues = 128;

    private readonly EmbeddingSet set;
    private readonly ILookup<string, Embedding> byClip;
    private readonly double[]? mean;
    private readonly double[,]? squares;

    public GaussianScatter(EmbeddingSet set)
    {
        this.set = set;
        byClip = set.Vectors.ToLookup(embedding => embedding.Clip, StringComparer.Ordinal);
        // With few vectors covariances are nearly singular, and differences of squares would lose their digits.
        if (set.Dimension > MostValues || set.Vectors.Count < 4 * set.Dimension) return;
        mean = [.. Enumerable.Range(0, set.Dimension).Select(i => set.Vectors.Average(embedding => embedding.Vector[i]))];
        squares = new double[set.Dimension, set.Dimension];
        foreach (var embedding in set.Vectors) Add(squares, Centred(embedding), 1);
    }

    /// <summary>The distribution of what is left; null for fewer than two vectors.</summary>
    public GaussianFit? Without(IReadOnlySet<string> clips)
    {
        if (squares is null) return set.Without(clips) is { Vectors.Count: > 1 } rest ? GaussianFit.Of(rest.Vectors) : null;
        var (left, sums, count) = ((double[,])squares.Clone(), new double[set.Dimension], set.Vectors.Count);
        foreach (var embedding in clips.SelectMany(clip => byClip[clip]))
        {
            var vector = Centred(embedding);
            Add(left, vector, -1);
            for (var i = 0; i < sums.Length; i++) sums[i] -= vector[i];
            count--;
        }
        if (count < 2) return null;
        for (var i = 0; i < sums.Length; i++) sums[i] /= count;
        Add(left, sums, -count);
        var parts = (Matrix<double>.Build.DenseOfArray(left) / (count - 1)).Evd(Symmetricity.Symmetric);
        var roots = parts.EigenValues.Map(value => Math.Sqrt(Math.Max(0, value.Real)));
        return new(Vector<double>.Build.DenseOfEnumerable(sums.Select((sum, i) => sum + mean![i])), Matrix<double>.Build.DenseOfDiagonalVector(roots).TransposeAndMultiply(parts.EigenVectors));
    }

    private double[] Centred(Embedding embedding)
    {
        var vector = new double[set.Dimension];
        for (var i = 0; i < vector.Length; i++) vector[i] = embedding.Vector[i] - mean![i];
        return vector;
    }

    private static void Add(double[,] squares, double[] vector, double times)
    {
        for (var i = 0; i < vector.Length; i++)
            for (var j = 0; j < vector.Length; j++) squares[i, j] += times * vector[i] * vector[j];
    }
}
