namespace SpeechScoop.Recognition.Costs;

/// <summary>What recordings cost under a price. Each recording is one request: rounding and minimum fall on each.</summary>
public static class Billing
{
    private const decimal SecondsPerMinute = 60;

    /// <summary>The longest recording that is computed with, in seconds: eleven days.</summary>
    public const double LongestSeconds = 1_000_000;

    /// <summary>Seconds that are billed for a recording.</summary>
    /// <param name="seconds">Its length, 0..<see cref="LongestSeconds"/>.</param>
    public static decimal BilledSeconds(Price price, double seconds)
    {
        if (!(seconds is >= 0 and <= LongestSeconds)) throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A recording has 0 to 1,000,000 seconds.");
        // Sample counts over rates are not exact in binary: 3 s must not be billed as 4 for a last bit.
        var exact = decimal.Round((decimal)seconds, 6);
        var rounded = price.GranularitySeconds > 0 ? Math.Ceiling(exact / price.GranularitySeconds) * price.GranularitySeconds : exact;
        return Math.Max(rounded, price.MinimumSeconds);
    }

    /// <summary>Cost of one recording; null where the price is not known.</summary>
    public static decimal? Cost(Price price, double seconds) =>
        price.PerMinute is not { } perMinute ? null : Math.Max(BilledSeconds(price, seconds) * perMinute / SecondsPerMinute, price.MinimumCharge);

    /// <summary>Cost of recordings; null where the price is not known.</summary>
    public static BilledAudio? Cost(Price price, IEnumerable<double> durations)
    {
        if (price.PerMinute is null) return null;
        var (count, audio, billed, cost) = (0, 0m, 0m, 0m);
        foreach (var seconds in durations)
        {
            count++;
            audio += decimal.Round((decimal)seconds, 6);
            billed += BilledSeconds(price, seconds);
            cost += Cost(price, seconds)!.Value;
        }
        return new BilledAudio(count, audio, billed, cost, price.Currency);
    }

    /// <summary>Cost of a month whose recordings are as long as the given ones.</summary>
    /// <param name="minutes">Minutes of audio a month.</param>
    /// <param name="durations">Lengths of example recordings in seconds: only their distribution counts.</param>
    /// <returns>Null where the price is not known, or the examples have no length.</returns>
    public static BilledAudio? Month(Price price, decimal minutes, IReadOnlyCollection<double> durations)
    {
        if (Cost(price, durations) is not { AudioSeconds: > 0 } sample) return null;
        var factor = minutes * SecondsPerMinute / sample.AudioSeconds;
        return new BilledAudio((long)Math.Round(sample.Recordings * factor), minutes * SecondsPerMinute, sample.BilledSeconds * factor, sample.Cost * factor, price.Currency);
    }

    /// <summary>Cost of a thousand words that came out right; null where none did.</summary>
    /// <param name="correct">Words of the references that were recognized: neither replaced nor left out.</param>
    public static decimal? PerThousandCorrectWords(decimal cost, long correct) => correct > 0 ? cost * 1000 / correct : null;
}

/// <summary>Recordings and their cost.</summary>
/// <param name="AudioSeconds">As long as they are.</param>
/// <param name="BilledSeconds">As long as the vendor counts.</param>
/// <param name="Cost">In <paramref name="Currency"/>.</param>
public sealed record BilledAudio(long Recordings, decimal AudioSeconds, decimal BilledSeconds, decimal Cost, string Currency)
{
    /// <summary>How much longer the billed audio is than the real one: 0.25 for a quarter.</summary>
    public decimal Surplus => AudioSeconds > 0 ? (BilledSeconds / AudioSeconds) - 1 : 0;

    /// <summary>Cost of a minute as it is; 0 for no audio.</summary>
    public decimal CostPerMinute => AudioSeconds > 0 ? Cost * 60 / AudioSeconds : 0;
}
