namespace SpeechScoop.Recognition;

/// <summary>Gives words numbers, equal words the same one, and the times that their segment suggests.</summary>
/// <param name="normaliser">Applied to each segment.</param>
internal sealed class TimedWords(NormaliserProfile normaliser)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <param name="Number">Of the word's text.</param>
    /// <param name="Start">In seconds.</param>
    /// <param name="End">In seconds.</param>
    public readonly record struct Word(int Number, double Start, double End);

    /// <summary>The words of a speaker, segments in order of their start, at all times at once: any may match any.</summary>
    public Word[] Timeless(IEnumerable<SpokenSegment> segments) =>
        [.. Ordered(segments).SelectMany(segment => normaliser.Words(segment.Text)).Select(word => new Word(Number(word), double.NegativeInfinity, double.PositiveInfinity))];

    /// <summary>The words of a speaker, segments in order of their start.</summary>
    /// <param name="segments">With times that a <see cref="decimal"/> holds.</param>
    /// <param name="collar">Seconds by which each word is widened to both sides, before 0 too.</param>
    public Word[] Of(IEnumerable<SpokenSegment> segments, WordTiming timing, double collar = 0) =>
        [.. Ordered(segments).SelectMany(segment => Divide(segment, normaliser.Words(segment.Text), timing, (decimal)collar))];

    private static IEnumerable<SpokenSegment> Ordered(IEnumerable<SpokenSegment> segments) => segments.OrderBy(segment => segment.Start);

    /// <summary>In decimals, so that words which only touch do not overlap by a rounding error.</summary>
    private IEnumerable<Word> Divide(SpokenSegment segment, string[] words, WordTiming timing, decimal collar)
    {
        var (start, length) = ((decimal)segment.Start, (decimal)segment.End - (decimal)segment.Start);
        Func<string, int> share = timing is WordTiming.CharacterBased or WordTiming.CharacterBasedPoints ? word => word.EnumerateRunes().Count() : _ => 1;
        var (total, before) = (words.Sum(share), 0);
        foreach (var word in words)
        {
            var after = before + share(word);
            var (from, to) = timing is WordTiming.FullSegment ? (start, start + length) : (start + (length * before / total), start + (length * after / total));
            if (timing is WordTiming.CharacterBasedPoints or WordTiming.EquidistantPoints) from = to = (from + to) / 2;
            yield return new(Number(word), (double)(from - collar), (double)(to + collar));
            before = after;
        }
    }

    private int Number(string word)
    {
        if (!numbers.TryGetValue(word, out var number)) numbers.Add(word, number = numbers.Count);
        return number;
    }
}
