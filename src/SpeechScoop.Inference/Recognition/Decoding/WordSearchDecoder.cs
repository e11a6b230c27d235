namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>
/// CTC prefix-beam search over the words of a lexicon with a back-off n-gram model: hypotheses that stand in the same node
/// of the pronunciation tree with the same language-model state are one (Hannun et al. 2014, arXiv:1408.2873, with
/// recombination), and the best unigram beyond a node looks ahead.
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
        if (finished)
        {
            throw new InvalidOperationException("The decoder has finished; make a new one for the next segment.");
        }

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
        for (var index = 1; index < items.Length; index++)
        {
            best = items[index].Rank > items[best].Rank ? index : best;
        }

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
        var (bestScore, history, word) = (LogSum.Zero, -1, -1);
        var (start, end) = (0, 0);
        foreach (ref readonly var item in current.Items)
        {
            var total = LogSum.Of(item.Blank, item.Symbol);
            var score = item.Node == 0 ? settings.LanguageModelWeight * graph.EndScore(item.State) : BestWordHere(item, out _, atEnd: true);
            if (score > LogSum.Zero && total + score > bestScore)
            {
                bestScore = total + score;
                history = item.History;
                word = -1;
                if (item.Node != 0)
                {
                    BestWordHere(item, out word, atEnd: true);
                }

                (start, end) = (item.Start, item.End);
            }
        }

        if (bestScore <= LogSum.Zero)
        {
            history = UnfinishedHistory();
        }

        var words = histories.Words(history);
        if (word >= 0)
        {
            words.Add(new DecodedWord(graph.Lexicon.Index[word], start, end));
        }

        return new DecodedText(words, words.Count);
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
                if (scores[symbol] > floor)
                {
                    Enter(item, trie.ChildNode[entry], (symbol == last ? item.Blank : total) + scores[symbol]);
                }
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
        ref var same = ref next.At(item.State, item.Node);
        same.Blank = LogSum.Of(same.Blank, total + scores[blank]);
        var again = item.Node == 0 ? total + scores[boundary] : item.Symbol + scores[trie.Symbol[item.Node]];
        same.Symbol = LogSum.Of(same.Symbol, again);
        if (MathF.Max(total + scores[blank], again) is var strongest && strongest > same.Strongest)
        {
            same.Strongest = strongest;
            same.History = item.History;
            same.NewWord = -1;
            same.Start = item.Start;
            same.End = again > total + scores[blank] && item.Node != 0 ? FrameCount + 1 : item.End;
        }
    }

    private void Enter(in Hypothesis item, int node, float score)
    {
        ref var child = ref next.At(item.State, node);
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
            if (score > best)
            {
                (best, word) = (score, trie.Words[entry]);
            }
        }

        return best;
    }

    /// <summary>The history of the best hypothesis when none stands at the end of a word: its broken-off word is dropped.</summary>
    private int UnfinishedHistory()
    {
        var (rank, history) = (float.NegativeInfinity, -1);
        foreach (ref readonly var item in current.Items)
        {
            if (item.Rank > rank)
            {
                (rank, history) = (item.Rank, item.History);
            }
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
}
