namespace SpeechScoop.Statistics;

/// <summary>A confidence interval, both ends included.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, ≥ <paramref name="Low"/>.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The level that all pages and exports use.</summary>
    public const double UsualLevel = 0.95;

    internal static void RequireLevel(double level)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1.");
    }
}
