namespace SpeechScoop.ListeningTests;

/// <summary>Independent random sequences out of one stored seed: each decision of a session draws from its own.</summary>
internal static class SeedPath
{
    /// <summary>The sequence at a place, such as (test's seed; session, section, purpose). The same place gives the same sequence for ever.</summary>
    public static SeededRandom Random(long seed, params ReadOnlySpan<long> path)
    {
        var state = seed;
        foreach (var step in path) state = unchecked((long)new SeededRandom((state * 6364136223846793005L) + step).NextBits());
        return new SeededRandom(state);
    }

    /// <summary>As many false as true (one more of either where the count is odd), in random order.</summary>
    public static bool[] BalancedBits(SeededRandom random, int count)
    {
        var extra = count % 2 == 1 && random.Next(2) == 1 ? 1 : 0;
        var bits = Enumerable.Range(0, count).Select(i => (i + extra) % 2 == 1).ToArray();
        random.Shuffle<bool>(bits);
        return bits;
    }
}
