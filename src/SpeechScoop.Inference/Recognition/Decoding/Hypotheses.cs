namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>
/// A place in the search: a node of the tree after some words, with the probability of all paths that lead there through
/// the same words. Paths that end in a blank and paths that end in the node's symbol are summed apart, as CTC needs
/// (Graves 2006, §4).
/// </summary>
internal struct Hypothesis
{
    public int State;
    public int Node;
    public ulong Words;     // hash of the words up to here
    public float Blank;
    public float Symbol;
    public float Strongest; // the largest single contribution, which decides about history and times
    public float Rank;      // the sum with look-ahead, for pruning
    public int History;
    public int Start;       // frame of the first symbol of the word under way
    public int End;         // after the last frame in which the node's symbol was emitted
    public int NewWord;     // a word that was completed on the way here and is not in the history yet, or −1

    /// <summary>
    /// Whether a contribution after the given words is to be added: if those are this hypothesis' words, or more probable
    /// than all it has so far, which it then forgets. Different words with the same future compete; they do not add up.
    /// </summary>
    public bool Admits(ulong words, float score)
    {
        if (Words != words || Strongest <= LogSum.Zero)
        {
            if (score <= LogSum.Of(Blank, Symbol)) return false;
            Words = words;
            Blank = Symbol = Strongest = LogSum.Zero;
        }

        return true;
    }
}

/// <summary>The hypotheses of one frame, found by (state, node). Reused from frame to frame: a steady search allocates nothing.</summary>
internal sealed class Hypotheses
{
    private Hypothesis[] items = new Hypothesis[1024];
    private int[] slots = new int[4096];
    private int[] stamps = new int[4096];
    private int stamp = 1;
    private float[] ranks = new float[1024];

    public int Count { get; private set; }

    public Span<Hypothesis> Items => items.AsSpan(0, Count);

    public void Clear()
    {
        Count = 0;
        stamp++;
    }

    /// <summary>The hypothesis of a state and node, made with zero probability if there is none. The reference holds until the next call.</summary>
    public ref Hypothesis At(int state, int node)
    {
        var mask = slots.Length - 1;
        var slot = (int)((((uint)state * 0x9E3779B1u) ^ ((uint)node * 0x85EBCA77u)) >> 7) & mask;
        while (stamps[slot] == stamp)
        {
            ref var found = ref items[slots[slot]];
            if (found.Node == node && found.State == state) return ref found;
            slot = (slot + 1) & mask;
        }

        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        stamps[slot] = stamp;
        slots[slot] = Count;
        items[Count] = new Hypothesis
        {
            State = state, Node = node, Blank = LogSum.Zero, Symbol = LogSum.Zero, Strongest = LogSum.Zero, NewWord = -1,
        };
        Count++;
        if (Count * 2 > slots.Length) Rehash();
        return ref items[Count - 1];
    }

    /// <summary>Ranks all hypotheses, keeps the best, in order of arrival, and makes the best rank zero.</summary>
    public void Prune(int beam, float margin, float[] lookAhead, float weight)
    {
        if (ranks.Length < Count) ranks = new float[items.Length];
        var best = float.NegativeInfinity;
        for (var index = 0; index < Count; index++)
        {
            ref var item = ref items[index];
            item.Rank = LogSum.Of(item.Blank, item.Symbol) + (weight * lookAhead[item.Node]);
            ranks[index] = item.Rank;
            best = MathF.Max(best, item.Rank);
        }

        var lowest = best - margin;
        if (Count > beam) lowest = MathF.Max(lowest, Selection.NthLargest(ranks.AsSpan(0, Count), beam));
        var kept = 0;
        for (var index = 0; index < Count && kept < beam; index++)
        {
            if (items[index].Rank >= lowest)
            {
                items[kept] = items[index];
                ref var item = ref items[kept++];
                item.Blank -= best;
                item.Symbol -= best;
                item.Rank -= best;
            }
        }

        Count = kept;
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 2];
        stamps = new int[slots.Length];
        stamp = 1;
        var mask = slots.Length - 1;
        for (var index = 0; index < Count; index++)
        {
            var slot = (int)((((uint)items[index].State * 0x9E3779B1u) ^ ((uint)items[index].Node * 0x85EBCA77u)) >> 7) & mask;
            while (stamps[slot] == stamp) slot = (slot + 1) & mask;
            stamps[slot] = stamp;
            slots[slot] = index;
        }
    }
}
