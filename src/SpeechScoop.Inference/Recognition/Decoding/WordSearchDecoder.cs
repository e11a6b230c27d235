namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>
/// CTC prefix-beam search over the words of a lexicon with a back-off n-gram model (Hannun et al. 2014, arXiv:1408.2873):
/// all paths through the same words add up; of different words that stand in the same node of the pronunciation tree with
/// the same language-model state, and so have the same future, the best stays; the best unigram beyond a node looks ahead.
/// </summary>
public sealed class WordSearchDecoder : ICtcDecoder
{
    private readonly WordSearchGraph graph;
    private readonly WordSearchSettings settings;
    private readonly PronunciationTrie trie;
    private readonly float[] lookAhead;
    private readonly HashSet<int> hotWords;
    private readonly WordHistories histories;
    private readonly int symbols;
    private readonly int blank;
    private readonly int boundary;
    private Hypotheses current = new();
    private Hypotheses next = new();
    private bool finished;

    private WordSearchDecoder(WordSearchGraph graph, WordSearchSettings settings, HashSet<int> hotWords)
    {
        this.graph = graph;
        this.settings = settings;
        this.hotWords = hotWords;
        trie = graph.Trie;
        symbols = graph.Lexicon.Table.Count;
        blank = graph.Lexicon.Table.Blank;
        boundary = graph.Lexicon.Table.Boundary;
        histories = new WordHistories(graph.Lexicon);
        lookAhead = hotWords.Count == 0 || settings.LanguageModelWeight <= 0 ? graph.LookAhead : HotLookAhead();
        ref var start = ref current.At(graph.StartState, 0);
        start.Blank = start.Strongest = 0;
        start.History = -1;
    }

    /// <inheritdoc/>
    public int FrameCount { get; private set; }

    /// <inheritdoc/>
    public int TrailingBlankFrames { get; private set; }

    /// <summary>Begins a search.</summary>
    /// <returns>The decoder, or an error that names hot words the lexicon does not have.</returns>
    public static Result<WordSearchDecoder> Create(WordSearchGraph graph, WordSearchSettings settings) =>
        graph.Find(settings.HotWords, "list of hot words").Select(hot => new WordSearchDecoder(graph, settings, hot));

    /// <inheritdoc/>
    public void Accept(ReadOnlySpan<float> logProbabilities, int frames)
    {
        if (finished) throw new InvalidOperationException("The decoder has finished; make a new one for the next segment.");
        for (var frame = 0; frame < frames; frame++)
        {
            var scores = logProbabilities.Slice(frame * symbols, symbols);
            Advance(scores);
            FrameCount++;
            TrailingBlankFrames = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores) == blank ? TrailingBlankFrames + 1 : 0;
        }
    }

    /// <inheritdoc/>
    public DecodedText Partial()
    {
        var best = 0;
        var items = current.Items;
        for (var index = 1; index < items.Length; index++) best = items[index].Rank > items[best].Rank ? index : best;
        var words = histories.Words(items[best].History);
        if (BestWordHere(items[best], out var word) > LogSum.Zero)
        {
            words.Add(new DecodedWord(graph.Lexicon.Index[word], items[best].Start, items[best].End));
        }

        return new DecodedText(words, SharedWords());
    }

    /// <inheritdoc/>
    public DecodedText Finish()
    {
        finished = true;
        var endings = new Dictionary<ulong, Ending>();
        foreach (ref readonly var item in current.Items)
        {
            var total = LogSum.Of(item.Blank, item.Symbol);
            if (item.Node == 0)
            {
                Collect(endings, item.Words, new Ending(total + (settings.LanguageModelWeight * graph.EndScore(item.State)), item.History, -1, 0, 0));
            }
            else if (BestWordHere(item, out var word, atEnd: true) is var score && word >= 0)
            {
                Collect(endings, WithWord(item.Words, word), new Ending(total + score, item.History, word, item.Start, item.End));
            }
        }

        var best = endings.Count > 0 ? endings.Values.MaxBy(ending => ending.Score) : new Ending(0, UnfinishedHistory(), -1, 0, 0);
        var words = histories.Words(best.History);
        if (best.Word >= 0) words.Add(new DecodedWord(graph.Lexicon.Index[best.Word], best.Start, best.End));
        return new DecodedText(words, words.Count);
    }

    /// <summary>The same words may have ended before a boundary and after one: both count.</summary>
    private static void Collect(Dictionary<ulong, Ending> endings, ulong words, Ending ending)
    {
        if (endings.TryGetValue(words, out var other))
        {
            ending = (other.Score > ending.Score ? other : ending) with { Score = LogSum.Of(other.Score, ending.Score) };
        }

        endings[words] = ending;
    }

    private void Advance(ReadOnlySpan<float> scores)
    {
        next.Clear();
        var floor = settings.SymbolFloor;
        foreach (ref readonly var item in current.Items)
        {
            var total = LogSum.Of(item.Blank, item.Symbol);
            Stay(item, total, scores);
            var last = item.Node == 0 ? boundary : trie.Symbol[item.Node];
            for (var entry = trie.ChildStart[item.Node]; entry < trie.ChildStart[item.Node + 1]; entry++)
            {
                var symbol = trie.ChildSymbol[entry];
                if (scores[symbol] > floor) Enter(item, trie.ChildNode[entry], (symbol == last ? item.Blank : total) + scores[symbol]);
            }

            if (scores[boundary] > floor)
            {
                for (var entry = trie.WordStart[item.Node]; entry < trie.WordStart[item.Node + 1]; entry++)
                {
                    EndWord(item, trie.Words[entry], total + scores[boundary]);
                }
            }
        }

        next.Prune(settings.Beam, settings.ScoreMargin, lookAhead, settings.LanguageModelWeight);
        foreach (ref var item in next.Items)
        {
            if (item.NewWord >= 0)
            {
                item.History = histories.Add(item.NewWord, item.History, item.Start, item.End);
                item.NewWord = -1;
            }
        }

        (current, next) = (next, current);
    }

    /// <summary>The same node: another blank, or its symbol once more. Boundaries between words may repeat and may come first.</summary>
    private void Stay(in Hypothesis item, float total, ReadOnlySpan<float> scores)
    {
        var silent = total + scores[blank];
        var again = item.Node == 0 ? total + scores[boundary] : item.Symbol + scores[trie.Symbol[item.Node]];
        ref var same = ref next.At(item.State, item.Node);
        if (!same.Admits(item.Words, LogSum.Of(silent, again))) return;
        same.Blank = LogSum.Of(same.Blank, silent);
        same.Symbol = LogSum.Of(same.Symbol, again);
        if (MathF.Max(silent, again) is var strongest && strongest > same.Strongest)
        {
            same.Strongest = strongest;
            same.History = item.History;
            same.NewWord = -1;
            same.Start = item.Start;
            same.End = again > silent && item.Node != 0 ? FrameCount + 1 : item.End;
        }
    }

    private void Enter(in Hypothesis item, int node, float score)
    {
        ref var child = ref next.At(item.State, node);
        if (!child.Admits(item.Words, score)) return;
        child.Symbol = LogSum.Of(child.Symbol, score);
        if (score > child.Strongest)
        {
            child.Strongest = score;
            child.History = item.History;
            child.NewWord = -1;
            child.Start = item.Node == 0 ? FrameCount : item.Start;
            child.End = FrameCount + 1;
        }
    }

    private void EndWord(in Hypothesis item, int word, float score)
    {
        score += WordScore(item.State, word, out var state);
        ref var root = ref next.At(state, 0);
        if (!root.Admits(WithWord(item.Words, word), score)) return;
        root.Symbol = LogSum.Of(root.Symbol, score);
        if (score > root.Strongest)
        {
            root.Strongest = score;
            root.History = item.History;
            root.NewWord = word;
            root.Start = item.Start;
            root.End = item.End;
        }
    }

    private static ulong WithWord(ulong words, int word)
    {
        var mixed = (words ^ ((ulong)word + 1)) * 0x9E3779B97F4A7C15;
        return mixed ^ (mixed >> 29);
    }

    private float WordScore(int state, int word, out int nextState) =>
        (settings.LanguageModelWeight * graph.Score(state, word, out nextState)) + settings.WordBonus
        + (hotWords.Contains(word) ? settings.HotWordBonus : 0);

    /// <summary>Score of the best word that ends in a hypothesis' node, or <see cref="LogSum.Zero"/> where none does.</summary>
    private float BestWordHere(in Hypothesis item, out int word, bool atEnd = false)
    {
        var best = LogSum.Zero;
        word = -1;
        for (var entry = trie.WordStart[item.Node]; entry < trie.WordStart[item.Node + 1]; entry++)
        {
            var score = WordScore(item.State, trie.Words[entry], out var state);
            score += atEnd ? settings.LanguageModelWeight * graph.EndScore(state) : 0;
            if (score > best) (best, word) = (score, trie.Words[entry]);
        }

        return best;
    }

    /// <summary>The history of the best hypothesis when none stands at the end of a word: its broken-off word is dropped.</summary>
    private int UnfinishedHistory()
    {
        var (rank, history) = (float.NegativeInfinity, -1);
        foreach (ref readonly var item in current.Items)
        {
            if (item.Rank > rank) (rank, history) = (item.Rank, item.History);
        }

        return history;
    }

    private int SharedWords()
    {
        var items = current.Items;
        var shared = histories.Length(items[0].History);
        for (var index = 1; index < items.Length && shared > 0; index++)
        {
            shared = Math.Min(shared, histories.CommonLength(items[0].History, items[index].History));
        }

        return shared;
    }

    private float[] HotLookAhead() => trie.Highest(word =>
        graph.Unigram(word) + (hotWords.Contains(word) ? settings.HotWordBonus / settings.LanguageModelWeight : 0));

    /// <summary>A way to end: the history, and the last word where that is not in the history yet.</summary>
    private readonly record struct Ending(float Score, int History, int Word, int Start, int End);
}
