namespace SpeechScoop.ListeningTests;

/// <summary>Neutral names for stimuli, and the seeded random order in which conditions get them.</summary>
public static class BlindLabels
{
    /// <summary>The label of a position: 0 → A, 25 → Z, 26 → AA, 27 → AB …</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is negative.</exception>
    public static string At(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        var label = "";
        for (var rest = position; rest >= 0; rest = (rest / 26) - 1) label = (char)('A' + (rest % 26)) + label;
        return label;
    }

    /// <summary>
    /// Which condition stands at which position: element i is the index of the condition labelled <c>At(i)</c>. Every order is
    /// equally likely over seeds (Fisher–Yates over <see cref="SeededRandom"/>); the same seed and count give the same order for ever.
    /// </summary>
    /// <param name="count">How many conditions there are, 0 or more.</param>
    /// <param name="seed">Stored with the trial, so that it can be replayed.</param>
    public static int[] Order(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var order = Enumerable.Range(0, count).ToArray();
        new SeededRandom(seed).Shuffle<int>(order);
        return order;
    }
}
