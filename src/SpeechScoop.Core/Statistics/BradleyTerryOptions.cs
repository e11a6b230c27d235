namespace SpeechScoop.Statistics;

/// <summary>How strengths are estimated.</summary>
public sealed record BradleyTerryOptions
{
    /// <summary>
    /// Weight λ of the prior −λ/2 · (Σ strengths² + side² + (ln ν)²), 0 or more. It keeps systems that always or never won finite, and takes the mean of strengths
    /// to 0. 0.01 is a standard deviation of 10 on the log scale: next to nothing once a system won and lost.
    /// </summary>
    public double Ridge { get; init; } = 0.01;

    /// <summary>Whether being presented first may matter.</summary>
    public bool Side { get; init; } = true;

    /// <summary>How often listeners are drawn anew; 0 for no intervals.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Same seed, same intervals.</summary>
    public long Seed { get; init; } = RatioEstimate.UsualSeed;

    /// <summary>Of the intervals.</summary>
    public double Level { get; init; } = Interval.UsualLevel;
}
