using SpeechScoop.Statistics;

namespace SpeechScoop.Comparisons;

/// <summary>How often each of two conditions was preferred.</summary>
/// <param name="A">The first condition.</param>
/// <param name="B">The second condition.</param>
/// <param name="WinsA">Ratings in favour of the first.</param>
/// <param name="WinsB">Ratings in favour of the second.</param>
/// <param name="Ties">Ratings without a preference.</param>
public sealed record PairedPreference(Condition A, Condition B, int WinsA, int WinsB, int Ties)
{
    /// <summary>All ratings of the pair.</summary>
    public int N => WinsA + WinsB + Ties;

    /// <summary>Share of the first among decided ratings; null where none is.</summary>
    public double? Share => WinsA + WinsB > 0 ? (double)WinsA / (WinsA + WinsB) : null;

    /// <summary>Exact interval of the share; ties are left out.</summary>
    public Interval? Interval => Proportion.ExactInterval(WinsA, WinsA + WinsB);

    /// <summary>Two-sided exact sign test against a share of one half; ties are left out.</summary>
    public double? PValue => Proportion.SignTest(WinsA, WinsB);
}
