namespace SpeechScoop.Embeddings;

/// <summary>How far two vectors point the same way.</summary>
public static class Cosine
{
    /// <summary>x·y / (|x| |y|), −1..1; 1 for the same direction.</summary>
    /// <returns><c>embeddings-damaged</c> for vectors of different length, of length 0, or with NaN or infinite values.</returns>
    public static Result<double> Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) return new Error.Invalid("embeddings-damaged", $"One embedding has {x.Length} values and the other {y.Length}: make both with the same embedder.");
        double product = 0, ofX = 0, ofY = 0;
        for (var i = 0; i < x.Length; i++)
        {
            product += x[i] * y[i];
            ofX += x[i] * x[i];
            ofY += y[i] * y[i];
        }
        var cosine = product / (Math.Sqrt(ofX) * Math.Sqrt(ofY));
        return double.IsFinite(cosine)
            ? Math.Clamp(cosine, -1, 1)
            : new Error.Invalid("embeddings-damaged", "An embedding is all zeros or not finite: look whether its clip is silent or damaged.");
    }
}
