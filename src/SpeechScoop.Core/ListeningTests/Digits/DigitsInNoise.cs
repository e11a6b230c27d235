namespace SpeechScoop.ListeningTests;

/// <summary>
/// The procedure of the digits-in-noise screen: which triplets, at which signal-to-noise ratio (SNR), and what comes of it. One up, one down
/// in fixed steps, so that it settles where half of the triplets are understood as a whole.
/// </summary>
public static class DigitsInNoise
{
    /// <summary>SNR of the first triplet, in dB.</summary>
    public const double StartDb = 0;

    /// <summary>How much the SNR changes after each triplet, in dB.</summary>
    public const double StepDb = 2;

    /// <summary>The SNR never goes below, in dB.</summary>
    public const double LowestDb = -24;

    /// <summary>The SNR never goes above, in dB.</summary>
    public const double HighestDb = 12;

    /// <summary>Digits of a triplet.</summary>
    public const int Length = 3;

    /// <summary>Triplets on the way down that do not count.</summary>
    public const int Leading = 4;

    /// <summary>What is asked: English digits of one syllable, with the words that are spoken.</summary>
    public static IReadOnlyDictionary<char, string> Words { get; } = new Dictionary<char, string>
    {
        ['1'] = "one", ['2'] = "two", ['3'] = "three", ['4'] = "four", ['5'] = "five", ['6'] = "six", ['8'] = "eight", ['9'] = "nine",
    };

    /// <summary>The triplets of a session. Digits of a triplet differ; in every eight triplets each digit comes once at each place.</summary>
    /// <param name="seed">Decides them.</param>
    /// <param name="count">1 or more.</param>
    public static IReadOnlyList<string> Triplets(long seed, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var random = new SeededRandom(seed);
        var triplets = new List<string>();
        while (triplets.Count < count)
        {
            char[] digits = [.. Words.Keys.Order()];
            random.Shuffle<char>(digits);
            var second = 1 + random.Next(digits.Length - 1);
            var third = 1 + random.Next(digits.Length - 2);
            if (third >= second) third++;
            string[] block = [.. digits.Select((digit, i) => new string([digit, digits[(i + second) % digits.Length], digits[(i + third) % digits.Length]]))];
            random.Shuffle<string>(block);
            triplets.AddRange(block.Take(count - triplets.Count));
        }
        return triplets;
    }

    /// <summary>The SNR of each triplet answered and of the next, in dB.</summary>
    /// <param name="right">Whether all of a triplet was right, in order.</param>
    public static IReadOnlyList<double> Ratios(IReadOnlyList<bool> right)
    {
        var ratios = new List<double> { StartDb };
        foreach (var understood in right) ratios.Add(Math.Clamp(ratios[^1] + (understood ? -StepDb : StepDb), LowestDb, HighestDb));
        return ratios;
    }

    /// <summary>Speech reception threshold in dB SNR: the mean SNR of all triplets after the first <see cref="Leading"/>, and of the one that would come next.</summary>
    /// <param name="right">Of all triplets; more than <see cref="Leading"/>.</param>
    public static double Threshold(IReadOnlyList<bool> right)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(right.Count, Leading);
        return Ratios(right).Skip(Leading).Average();
    }
}
