namespace SpeechScoop.Statistics;

/// <summary>How far a metric's predictions are from what listeners said, as in ITU-T P.1401 (01/2020).</summary>
/// <param name="Rmse">√(Σ e² / (n − d)), e = rating − prediction.</param>
/// <param name="EpsilonInsensitiveRmse">
/// RMSE*: the same with max(0, |e| − c), c being half the width of the rating's own 95 % interval, so that only errors beyond the listeners'
/// uncertainty count. Null where no widths were given.
/// </param>
/// <param name="OutlierRatio">Share of predictions outside the rating's interval; null where no widths were given.</param>
/// <param name="N">Stimuli or conditions.</param>
public sealed record PredictionError(double Rmse, double? EpsilonInsensitiveRmse, double? OutlierRatio, int N)
{
    /// <summary>Compares predictions with ratings on the same scale.</summary>
    /// <param name="ratings">Mean ratings of stimuli (or conditions).</param>
    /// <param name="predictions">The metric's values for the same, mapped onto the ratings' scale.</param>
    /// <param name="halfWidths">Half the width of each rating's 95 % interval, ≥ 0; null where unknown.</param>
    /// <param name="mappingFreedom">d: coefficients that the mapping has fitted to these ratings (line 2, cubic 4), 1 without a mapping.</param>
    /// <returns>Null for n ≤ d.</returns>
    public static PredictionError? Of(
        IReadOnlyList<double> ratings, IReadOnlyList<double> predictions, IReadOnlyList<double>? halfWidths = null, int mappingFreedom = 1)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentOutOfRangeException.ThrowIfNegative(mappingFreedom);
        if (predictions.Count != ratings.Count || (halfWidths ?? ratings).Count != ratings.Count)
            throw new ArgumentException("Every rating needs its prediction and half-width.", nameof(predictions));
        var n = ratings.Count;
        if (n <= mappingFreedom) return null;
        double[] errors = [.. ratings.Zip(predictions, (rating, prediction) => Math.Abs(rating - prediction))];
        double[]? excess = halfWidths is null ? null : [.. errors.Zip(halfWidths, (error, half) => Math.Max(0, error - half))];
        return new(Root(errors, n - mappingFreedom), excess is null ? null : Root(excess, n - mappingFreedom),
            excess is null ? null : (double)excess.Count(value => value > 0) / n, n);
    }

    private static double Root(double[] errors, int denominator) => Math.Sqrt(errors.Sum(error => error * error) / denominator);
}
