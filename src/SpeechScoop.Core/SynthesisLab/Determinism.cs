namespace SpeechScoop.SynthesisLab;

/// <summary>Whether the same seed gives the same sound twice.</summary>
/// <param name="Condition">Id.</param>
/// <param name="Pairs">Pairs of takes of one prompt with one seed, both with a clip; ≥ 1.</param>
/// <param name="SameBits">Pairs whose clips are the same file.</param>
/// <param name="SameLength">Pairs with the same number of samples.</param>
/// <param name="LargestDifference">Largest difference between two samples at one place, full scale = 1, over pairs whose waveforms were compared; null where none were.</param>
/// <param name="LowestSnrDb">Lowest signal-to-noise ratio of the second take against the first; null where all waveforms are equal or none were compared.</param>
/// <param name="Metrics">How far the two takes' metrics lie apart.</param>
/// <param name="Details">Each pair.</param>
public sealed record Determinism(
    string Condition, int Pairs, int SameBits, int SameLength, double? LargestDifference, double? LowestSnrDb, IReadOnlyList<MetricDifference> Metrics, IReadOnlyList<RepeatedPair> Details)
{
    /// <summary>Pairs of takes that have one seed: the earliest take and each that repeats it.</summary>
    public static IReadOnlyList<(SynthesisTake First, SynthesisTake Second)> PairsOf(IEnumerable<SynthesisTake> takes) => [.. takes
        .Where(take => take is { Seed: not null, ClipSha256: not null })
        .GroupBy(take => (take.Condition, take.Prompt, take.Seed))
        .SelectMany(group => group.OrderBy(take => take.Take).ToArray() is var same ? same.Skip(1).Select(second => (same[0], second)) : [])];

    /// <summary>Summarises each condition that has pairs.</summary>
    /// <param name="takes">All takes, repetitions among them.</param>
    /// <param name="compare">The waveforms of two different clips; null where they cannot be read.</param>
    public static IReadOnlyList<Determinism> Of(IEnumerable<SynthesisTake> takes, Func<SynthesisTake, SynthesisTake, WaveformDifference?> compare)
    {
        ArgumentNullException.ThrowIfNull(compare);
        return [.. PairsOf(takes).GroupBy(pair => pair.First.Condition).Select(condition => Of(condition.Key, [.. condition], compare))];
    }

    private static Determinism Of(string condition, (SynthesisTake First, SynthesisTake Second)[] pairs, Func<SynthesisTake, SynthesisTake, WaveformDifference?> compare)
    {
        RepeatedPair[] details = [.. pairs.Select(pair => new RepeatedPair(
            pair.First.Prompt, pair.First.Seed!.Value, pair.First.Id, pair.Second.Id, pair.First.ClipSha256 == pair.Second.ClipSha256,
            pair.First.ClipSha256 == pair.Second.ClipSha256 ? WaveformDifference.None : compare(pair.First, pair.Second)))];
        WaveformDifference[] compared = [.. details.Select(detail => detail.Waveform).OfType<WaveformDifference>()];
        return new(
            condition, pairs.Length, details.Count(detail => detail.SameBits), compared.Count(waveform => waveform.LengthDifference == 0),
            compared.Length == 0 ? null : compared.Max(waveform => waveform.LargestDifference),
            compared.Select(waveform => waveform.SnrDb).OfType<double>() is var ratios && ratios.Any() ? ratios.Min() : null,
            [.. pairs.SelectMany(pair => pair.First.Measurements.Keys).Distinct().Select(metric => Difference(metric, pairs)).OfType<MetricDifference>()],
            details);
    }

    private static MetricDifference? Difference(string metric, (SynthesisTake First, SynthesisTake Second)[] pairs)
    {
        double[] differences = [.. pairs
            .Where(pair => pair.First.Measurements.ContainsKey(metric) && pair.Second.Measurements.ContainsKey(metric))
            .Select(pair => Math.Abs(pair.Second.Measurements[metric] - pair.First.Measurements[metric]))];
        return differences.Length == 0 ? null : new(metric, differences.Max(), differences.Average(), differences.Length);
    }
}

/// <summary>How far a metric of two takes with one seed lies apart.</summary>
/// <param name="Metric">Id.</param>
/// <param name="Largest">Largest absolute difference.</param>
/// <param name="Mean">Mean absolute difference.</param>
/// <param name="Pairs">Pairs with both values, ≥ 1.</param>
public sealed record MetricDifference(string Metric, double Largest, double Mean, int Pairs);

/// <summary>Two takes of one prompt with one seed.</summary>
/// <param name="Prompt">Key.</param>
/// <param name="Seed">Of both.</param>
/// <param name="First">Id of the first output.</param>
/// <param name="Second">Id of the second.</param>
/// <param name="SameBits">Whether the clips are the same file.</param>
/// <param name="Waveform">How their samples differ; null where they could not be compared.</param>
public sealed record RepeatedPair(string Prompt, long Seed, string First, string Second, bool SameBits, WaveformDifference? Waveform);

/// <summary>How two waveforms differ, sample by sample, without any alignment.</summary>
/// <param name="LargestDifference">Full scale = 1; over the length that both have.</param>
/// <param name="SnrDb">Energy of the first over the energy of the difference, over the longer length; null where there is no difference.</param>
/// <param name="LengthDifference">Samples that the second is longer.</param>
public sealed record WaveformDifference(double LargestDifference, double? SnrDb, int LengthDifference)
{
    /// <summary>Of a clip with itself.</summary>
    public static WaveformDifference None { get; } = new(0, null, 0);

    /// <summary>Compares two mono waveforms at one sample rate.</summary>
    /// <returns>An SNR of −∞ where the first is silent and the second is not is given as −200 dB, so that it can be written as JSON.</returns>
    public static WaveformDifference Between(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var (largest, signal, noise) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Math.Max(first.Length, second.Length); i++)
        {
            double a = i < first.Length ? first[i] : 0, b = i < second.Length ? second[i] : 0;
            signal += a * a;
            noise += (b - a) * (b - a);
            if (i < Math.Min(first.Length, second.Length)) largest = Math.Max(largest, Math.Abs(b - a));
        }
        return new(largest, noise > 0 ? Math.Max(-200, 10 * Math.Log10(signal / noise)) : null, second.Length - first.Length);
    }
}
