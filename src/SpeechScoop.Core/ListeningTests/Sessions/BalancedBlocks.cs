namespace SpeechScoop.ListeningTests;

/// <summary>
/// Which trials each of many listeners gets when nobody gets all. Where a cyclic difference set exists (such as 7 trials by 3, 13 by 4,
/// 21 by 5), its shifts are an exact balanced incomplete block design every n listeners. Otherwise each listener gets the trials given least
/// often, and of these the ones seen together least often: counts of trials then never differ by more than 1.
/// </summary>
public static class BalancedBlocks
{
    private const int LargestSearched = 31;

    /// <summary>The block of a listener.</summary>
    /// <param name="count">Number of trials, 1 or more.</param>
    /// <param name="size">Trials for a listener, 1..<paramref name="count"/>.</param>
    /// <param name="block">Number of the listener, 0 or more.</param>
    /// <param name="seed">Decides which trials are which, and ties.</param>
    /// <returns>Indices of trials, ascending.</returns>
    public static int[] Block(int count, int size, int block, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, count);
        ArgumentOutOfRangeException.ThrowIfNegative(block);
        if (size == count) return [.. Enumerable.Range(0, count)];
        return DifferenceSet(count, size) is { } set ? Shift(set, count, block, seed) : Greedy(count, size, block, seed);
    }

    /// <summary>A set of residues whose differences hit every non-zero residue equally often; null where none exists or is searched.</summary>
    internal static int[]? DifferenceSet(int count, int size)
    {
        if (size < 3 || size > count - 1 || count > LargestSearched || size * (size - 1) % (count - 1) != 0) return null;
        if (size == count - 1) return [.. Enumerable.Range(0, size)];
        var (found, hits, often) = (new int[size], new int[count], size * (size - 1) / (count - 1));
        var steps = 0;
        return Extend(1) ? found : null;

        bool Extend(int length)
        {
            if (length == size) return true;
            for (var next = found[length - 1] + 1; next < count && steps++ < 200_000; next++)
            {
                found[length] = next;
                var fits = true;
                for (var i = 0; i < length; i++)
                {
                    hits[next - found[i]]++;
                    hits[count - next + found[i]]++;
                }
                for (var i = 0; i < length && fits; i++) fits = hits[next - found[i]] <= often && hits[count - next + found[i]] <= often;
                if (fits && Extend(length + 1)) return true;
                for (var i = 0; i < length; i++)
                {
                    hits[next - found[i]]--;
                    hits[count - next + found[i]]--;
                }
            }
            return false;
        }
    }

    private static int[] Shift(int[] set, int count, int block, long seed)
    {
        var names = Enumerable.Range(0, count).ToArray();
        SeedPath.Random(seed, 1).Shuffle<int>(names);
        var shifts = Enumerable.Range(0, count).ToArray();
        SeedPath.Random(seed, 2, block / count).Shuffle<int>(shifts);
        return [.. set.Select(element => names[(element + shifts[block % count]) % count]).Order()];
    }

    private static int[] Greedy(int count, int size, int block, long seed)
    {
        var random = SeedPath.Random(seed, 3);
        var given = new int[count];
        var together = new int[count, count];
        var chosen = new List<int>(size);
        var order = Enumerable.Range(0, count).ToArray();
        for (var listener = 0; listener <= block; listener++)
        {
            chosen.Clear();
            random.Shuffle<int>(order);
            var seen = new int[count];
            while (chosen.Count < size)
            {
                var best = -1;
                foreach (var trial in order)
                {
                    if (!chosen.Contains(trial) && (best < 0 || (given[trial], seen[trial]).CompareTo((given[best], seen[best])) < 0)) best = trial;
                }
                for (var trial = 0; trial < count; trial++) seen[trial] += together[best, trial];
                chosen.Add(best);
            }
            foreach (var a in chosen)
            {
                given[a]++;
                foreach (var b in chosen) together[a, b] += a == b ? 0 : 1;
            }
        }
        return [.. chosen.Order()];
    }
}
