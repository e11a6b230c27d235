namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>The words behind all hypotheses: each entry a word, its frames, and the entry before it. −1 is the empty history.</summary>
internal sealed class WordHistories(Lexicon lexicon)
{
    private readonly List<Entry> entries = [];

    /// <summary>Appends a word; returns the new history.</summary>
    public int Add(int word, int before, int start, int end)
    {
        entries.Add(new Entry(word, before, Length(before) + 1, start, end));
        return entries.Count - 1;
    }

    public int Length(int history) => history < 0 ? 0 : entries[history].Length;

    /// <summary>The words of a history, in order.</summary>
    public List<DecodedWord> Words(int history)
    {
        var words = new DecodedWord[Length(history)];
        for (var position = words.Length - 1; position >= 0; position--)
        {
            var entry = entries[history];
            words[position] = new DecodedWord(lexicon.Index[entry.Word], entry.Start, entry.End);
            history = entry.Before;
        }

        return [.. words];
    }

    /// <summary>How many leading words two histories share, whatever their times.</summary>
    public int CommonLength(int first, int second)
    {
        var common = -1;
        while (first != second)
        {
            var (firstLength, secondLength) = (Length(first), Length(second));
            if (firstLength != secondLength)
            {
                (first, second) = firstLength > secondLength ? (entries[first].Before, second) : (first, entries[second].Before);
                continue;
            }

            common = entries[first].Word == entries[second].Word ? Math.Max(common, firstLength) : -1;
            (first, second) = (entries[first].Before, entries[second].Before);
        }

        return Math.Max(common, Length(first));
    }

    private readonly record struct Entry(int Word, int Before, int Length, int Start, int End);
}
