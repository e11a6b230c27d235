using MathNet.Numerics.Distributions;

namespace SpeechScoop.ListeningTests;

/// <summary>
/// ITU-R BS.1116: a listener's diff grades (grade of the system − grade of the hidden reference; positive where the two were mistaken for each
/// other) are tested against 0, one-sided, with Student's t. A listener whose mean is not significantly negative did not tell the systems
/// from the reference, and is left out.
/// </summary>
public sealed record DiffGradeRule : ScreeningRule
{
    internal const string Kind = "diff-grade";

    /// <summary>Of the test, 0.5..1 (both excluded).</summary>
    public double Level { get; init; } = 0.95;

    internal override IEnumerable<ScreeningFinding> Find(ScreeningInput input)
    {
        var diffs =
            from page in input.Graded(TrialDesign.Bs1116).GroupBy(graded => (graded.Rating.Listener, graded.Rating.Session, graded.Rating.Page))
            let reference = page.Where(graded => graded.Rating.Role == StimulusRole.Reference).Select(graded => (double?)graded.Value).FirstOrDefault()
            where reference is not null
            from graded in page
            where graded.Rating.Role != StimulusRole.Reference
            group graded.Value - reference.Value by page.Key.Listener;
        return diffs.Select(listener => Test(listener.Key, [.. listener])).OfType<ScreeningFinding>();
    }

    internal override string? Problem() => Level is > 0.5 and < 1 ? null : Text($"{Kind}: level is {Level}; use more than 0.5 and less than 1.");

    private ScreeningFinding? Test(string listener, double[] diffs)
    {
        var n = diffs.Length;
        if (n < 2) return new(Kind, ScreeningScope.Listener, listener, null, null, "Has one diff grade: it cannot be tested.", FlagOnly: true);
        var mean = diffs.Average();
        var deviation = Math.Sqrt(diffs.Sum(diff => (diff - mean) * (diff - mean)) / (n - 1));
        var critical = -StudentT.InvCDF(0, 1, n - 1, Level);
        // No spread at all: t is 0/0 for a mean of 0, and beyond every critical value otherwise.
        var t = deviation > 0 ? mean / (deviation / Math.Sqrt(n)) : mean < 0 ? double.NegativeInfinity : 0;
        return t < critical ? null : new(Kind, ScreeningScope.Listener, listener, null, null, Text(
            $"Mean diff grade {mean:0.00} over {n} items, t = {t:0.00}; below {critical:0.00} shows that systems were told from the hidden reference."));
    }
}
