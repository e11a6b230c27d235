using System.Numerics;

namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>
/// The pronunciations of a lexicon as a tree over symbols, in flat arrays. Node 0 is the root; the children of node
/// <c>n</c> are entries <c>ChildStart[n] .. ChildStart[n + 1]</c>, the words that end in it <c>WordStart[n] .. WordStart[n + 1]</c>.
/// </summary>
internal sealed class PronunciationTrie
{
    private PronunciationTrie(int nodes, int words)
    {
        Symbol = new byte[nodes];
        Parent = new int[nodes];
        ChildStart = new int[nodes + 1];
        ChildNode = new int[nodes];
        ChildSymbol = new byte[nodes];
        WordStart = new int[nodes + 1];
        Words = new int[words];
    }

    public int NodeCount => Symbol.Length;

    /// <summary>The symbol on the way into each node.</summary>
    public byte[] Symbol { get; }

    public int[] Parent { get; }

    public int[] ChildStart { get; }

    public int[] ChildNode { get; }

    public byte[] ChildSymbol { get; }

    public int[] WordStart { get; }

    public int[] Words { get; }

    /// <summary>Builds the tree of some pronunciations of a lexicon.</summary>
    public static PronunciationTrie Build(Lexicon lexicon, ReadOnlySpan<int> pronunciations)
    {
        var edges = new EdgeTable(pronunciations.Length * 4);
        var ends = new int[pronunciations.Length];
        for (var index = 0; index < ends.Length; index++)
        {
            var node = 0;
            foreach (var symbol in lexicon.SymbolsOf(pronunciations[index])) node = edges.Follow(node, symbol);
            ends[index] = node;
        }

        var trie = new PronunciationTrie(edges.NodeCount, ends.Length);
        for (var node = 1; node < trie.NodeCount; node++)
        {
            (trie.Parent[node], trie.Symbol[node]) = edges.Edge(node);
            trie.ChildStart[trie.Parent[node] + 1]++;
        }

        foreach (var end in ends) trie.WordStart[end + 1]++;
        for (var node = 0; node < trie.NodeCount; node++)
        {
            trie.ChildStart[node + 1] += trie.ChildStart[node];
            trie.WordStart[node + 1] += trie.WordStart[node];
        }

        trie.Fill(lexicon, pronunciations, ends);
        return trie;
    }

    /// <summary>For each node the highest value of any word below or in it.</summary>
    public float[] Highest(Func<int, float> valueOfWord)
    {
        var highest = new float[NodeCount];
        Array.Fill(highest, float.NegativeInfinity);
        for (var node = NodeCount - 1; node >= 0; node--) // children have higher numbers than their parent
        {
            for (var entry = WordStart[node]; entry < WordStart[node + 1]; entry++)
            {
                highest[node] = MathF.Max(highest[node], valueOfWord(Words[entry]));
            }

            if (node > 0) highest[Parent[node]] = MathF.Max(highest[Parent[node]], highest[node]);
        }

        return highest;
    }

    private void Fill(Lexicon lexicon, ReadOnlySpan<int> pronunciations, int[] ends)
    {
        var nextChild = ChildStart.AsSpan(0, NodeCount).ToArray();
        for (var node = 1; node < NodeCount; node++)
        {
            var entry = nextChild[Parent[node]]++;
            (ChildNode[entry], ChildSymbol[entry]) = (node, Symbol[node]);
        }

        var nextWord = WordStart.AsSpan(0, NodeCount).ToArray();
        for (var index = 0; index < ends.Length; index++) Words[nextWord[ends[index]]++] = lexicon.WordOf(pronunciations[index]);
    }

    /// <summary>Edges while building: (node, symbol) → node in an open hash table.</summary>
    private sealed class EdgeTable
    {
        private readonly List<(int Parent, byte Symbol)> edges = [(0, 0)];
        private int[] slots;

        public EdgeTable(int expected) => slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, expected * 2))];

        public int NodeCount => edges.Count;

        public (int Parent, byte Symbol) Edge(int node) => edges[node];

        public int Follow(int node, byte symbol)
        {
            for (var slot = Hash(node, symbol); ; slot++)
            {
                ref var found = ref slots[slot & (slots.Length - 1)];
                if (found == 0)
                {
                    found = edges.Count;
                    edges.Add((node, symbol));
                    if (edges.Count * 2 > slots.Length) Grow();
                    return edges.Count - 1;
                }

                if (edges[found].Parent == node && edges[found].Symbol == symbol) return found;
            }
        }

        private void Grow()
        {
            slots = new int[slots.Length * 2];
            for (var node = 1; node < edges.Count; node++)
            {
                var slot = Hash(edges[node].Parent, edges[node].Symbol);
                while (slots[slot & (slots.Length - 1)] != 0) slot++;
                slots[slot & (slots.Length - 1)] = node;
            }
        }

        private static int Hash(int node, byte symbol) => (int)(((uint)((node << 8) | symbol) * 2654435769u) >> 4);
    }
}
