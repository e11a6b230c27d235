namespace SpeechScoop.Statistics;

/// <summary>Everything that is asked of one pair of conditions, from differences (first − second).</summary>
/// <param name="Estimate">Mean difference and its t interval.</param>
/// <param name="Student">Paired t test; null for n = 1 or no spread.</param>
/// <param name="Wilcoxon">Signed-rank test; null where all differences are 0.</param>
/// <param name="SignFlip">Sign-flip permutation test.</param>
/// <param name="Effect">d_z and g_z; null for n = 1 or no spread.</param>
public sealed record PairedTests(
    MeanEstimate Estimate, StudentTest? Student, WilcoxonSignedRank? Wilcoxon, SignFlipTest SignFlip, StandardisedDifference? Effect)
{
    /// <summary>Runs all tests on finite differences.</summary>
    /// <param name="differences">One for each listener (their mean difference): the tests take them as independent.</param>
    /// <param name="seed">Of the random sign flips, used above <see cref="SignFlipTest.LargestExact"/> differences.</param>
    /// <returns>Null for no differences.</returns>
    public static PairedTests? Of(IReadOnlyList<double> differences, double level = Interval.UsualLevel, long seed = SignFlipTest.UsualSeed) =>
        MeanEstimate.Of(differences, level) is { } estimate
            ? new(estimate, StudentTest.Of(differences, level), WilcoxonSignedRank.Of(differences), SignFlipTest.Of(differences, seed: seed)!,
                StandardisedDifference.Of(differences))
            : null;
}
