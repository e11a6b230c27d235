namespace SpeechScoop.Statistics;

/// <summary>The bimodality coefficient that ITU-R BS.1534-3 looks at before means are trusted.</summary>
public static class Bimodality
{
    /// <summary>Of a uniform distribution. Above it, look at the histogram: listeners may fall into two camps.</summary>
    public const double Suspicious = 5.0 / 9;

    /// <summary>
    /// b = (g² + 1) / (k + 3(n − 1)² / ((n − 2)(n − 3))), g being the skewness and k the excess kurtosis, both in their bias-corrected
    /// sample form (SAS; Pfister et al., Frontiers in Psychology 4, 2013).
    /// </summary>
    /// <returns>0..1; null for fewer than 4 values, or values without spread.</returns>
    public static double? Coefficient(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double n = values.Count;
        if (n < 4) return null;
        var mean = values.Average();
        double m2 = 0, m3 = 0, m4 = 0;
        foreach (var value in values)
        {
            var square = (value - mean) * (value - mean);
            m2 += square / n;
            m3 += square * (value - mean) / n;
            m4 += square * square / n;
        }
        if (!(m2 > 0)) return null;
        var skewness = m3 / Math.Pow(m2, 1.5) * Math.Sqrt(n * (n - 1)) / (n - 2);
        var excess = (n - 1) / ((n - 2) * (n - 3)) * (((n + 1) * ((m4 / (m2 * m2)) - 3)) + 6);
        return ((skewness * skewness) + 1) / (excess + (3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3))));
    }
}
