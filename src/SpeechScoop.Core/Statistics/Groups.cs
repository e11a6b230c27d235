namespace SpeechScoop.Statistics;

/// <summary>What hangs together in a graph.</summary>
internal static class Groups
{
    /// <summary>Connected components of an undirected graph, in the order of their smallest member.</summary>
    public static List<List<int>> Of(int count, IEnumerable<(int A, int B)> edges)
    {
        var parent = Enumerable.Range(0, count).ToArray();
        int Root(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }
        foreach (var (a, b) in edges) parent[Math.Max(Root(a), Root(b))] = Math.Min(Root(a), Root(b));
        return [.. Enumerable.Range(0, count).GroupBy(Root).Select(group => group.ToList())];
    }

    /// <summary>Whether every member can be reached from every other along the arrows.</summary>
    public static bool AreStronglyConnected(int count, IReadOnlyCollection<(int From, int To)> arrows) =>
        Reached(count, arrows.ToLookup(arrow => arrow.From, arrow => arrow.To)) && Reached(count, arrows.ToLookup(arrow => arrow.To, arrow => arrow.From));

    private static bool Reached(int count, ILookup<int, int> next)
    {
        var seen = new HashSet<int> { 0 };
        var open = new Stack<int>([0]);
        while (open.TryPop(out var at))
            foreach (var to in next[at].Where(seen.Add)) open.Push(to);
        return seen.Count == count;
    }
}
