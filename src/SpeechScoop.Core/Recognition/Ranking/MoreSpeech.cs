using MathNet.Numerics.Distributions;

namespace SpeechScoop.Recognition;

/// <summary>How much more speech would separate two systems, if their difference is what it looks like.</summary>
/// <param name="TimesAsMuch">Speech needed in all / speech there is; 1 or below: it is enough.</param>
/// <param name="MoreSeconds">Speech still needed, of the same kind; 0 where there is enough.</param>
public sealed record MoreSpeech(double TimesAsMuch, double MoreSeconds)
{
    /// <summary>Estimates from a paired difference.</summary>
    /// <param name="difference">With its interval.</param>
    /// <param name="seconds">Speech it stands on, above 0.</param>
    /// <param name="level">Of the interval.</param>
    /// <param name="power">Chance to find the difference, 0..1.</param>
    /// <returns>Null where there is no interval, or no difference at all.</returns>
    /// <remarks>
    /// The interval's half width stands for z₁₋α/₂ standard errors; the standard error falls with the root of the amount of speech. Needed is
    /// ((z₁₋α/₂ + z_power) · SE / difference)² times what there is. A plan, not a promise: the difference is itself uncertain.
    /// </remarks>
    public static MoreSpeech? Of(PairedDifference difference, double seconds, double level = 0.95, double power = 0.8)
    {
        ArgumentNullException.ThrowIfNull(difference);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        if (difference.Interval is not { } interval || difference.Difference == 0 || interval.High <= interval.Low) return null;
        var z = Normal.InvCDF(0, 1, 1 - ((1 - level) / 2));
        var error = (interval.High - interval.Low) / 2 / z;
        var times = Math.Pow((z + Normal.InvCDF(0, 1, power)) * error / difference.Difference, 2);
        return new(times, Math.Max(0, times - 1) * seconds);
    }
}
