using MathNet.Numerics.LinearAlgebra;

namespace SpeechScoop.Embeddings;

/// <summary>A set of vectors as a normal distribution: its mean and a factor R with RᵀR = unbiased covariance (n − 1).</summary>
internal sealed record GaussianFit(Vector<double> Mean, Matrix<double> Factor)
{
    /// <summary>Fits the distribution of at least two vectors.</summary>
    public static GaussianFit Of(IReadOnlyList<Embedding> vectors)
    {
        var (n, dimension) = (vectors.Count, vectors[0].Vector.Length);
        var rows = Matrix<double>.Build.DenseOfRowArrays(vectors.Select(embedding => embedding.Vector));
        var mean = rows.ColumnSums() / n;
        for (var row = 0; row < n; row++)
            for (var column = 0; column < dimension; column++) rows[row, column] = (rows[row, column] - mean[column]) / Math.Sqrt(n - 1);
        // The triangle of the QR decomposition has the same RᵀR in at most d rows.
        return new(mean, n > dimension ? rows.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).R : rows);
    }

    /// <summary>
    /// The Fréchet distance of two normal distributions: |μ₁ − μ₂|² + Tr(C₁ + C₂ − 2 (C₁C₂)^½). The eigenvalues of C₁C₂ are the squared singular values of
    /// R₁R₂ᵀ, so that the trace of the root is their sum: real and without the digits that squaring loses.
    /// </summary>
    public static double Distance(GaussianFit a, GaussianFit b)
    {
        var apart = a.Mean - b.Mean;
        var common = a.Factor.TransposeAndMultiply(b.Factor).Svd(computeVectors: false).S.Sum();
        return Math.Max(0, apart.DotProduct(apart) + Trace(a.Factor) + Trace(b.Factor) - (2 * common));
    }

    private static double Trace(Matrix<double> factor)
    {
        var norm = factor.FrobeniusNorm();
        return norm * norm;
    }
}
