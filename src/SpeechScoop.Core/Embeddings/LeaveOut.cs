using MathNet.Numerics.Distributions;
using SpeechScoop.Statistics;

namespace SpeechScoop.Embeddings;

/// <summary>The delete-a-group jackknife of two sets (Efron and Stein 1981; Kott 2001): clips, not windows, are what could have been others.</summary>
internal static class LeaveOut
{
    /// <summary>Divides the clips into groups of about equal size; with few clips, each is a group.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Groups(EmbeddingSet set, int most, SeededRandom random)
    {
        string[] clips = [.. set.Clips];
        random.Shuffle<string>(clips);
        var count = Math.Min(most, clips.Length);
        return [.. Enumerable.Range(0, count).Select(group => clips.Where((_, i) => i % count == group).ToHashSet(StringComparer.Ordinal))];
    }

    /// <summary>The standard error from the values with one group left out, side by side; null where a side has fewer than 3 groups or a value is missing.</summary>
    public static double? StandardError(IEnumerable<double?> withoutOfFirst, IEnumerable<double?> withoutOfSecond)
        => Variance([.. withoutOfFirst]) is { } first && Variance([.. withoutOfSecond]) is { } second ? Math.Sqrt(first + second) : null;

    /// <summary>value ± t · error, cut at 0.</summary>
    public static Interval? Interval(double value, double? error, int groups, double level)
    {
        if (error is not { } known) return null;
        var half = StudentT.InvCDF(0, 1, groups - 1, (1 + level) / 2) * known;
        return new(Math.Max(0, value - half), value + half);
    }

    private static double? Variance(double?[] values)
    {
        if (values.Length < 3 || values.Any(value => value is null)) return null;
        var mean = values.Average()!.Value;
        return values.Sum(value => (value!.Value - mean) * (value.Value - mean)) * (values.Length - 1) / values.Length;
    }
}
