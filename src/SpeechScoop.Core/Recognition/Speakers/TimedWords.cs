namespace SpeechScoop.Recognition;

/// <summary>Words with the times that their segment suggests: within a segment, each word takes time in proportion to its characters.</summary>
internal static class TimedWords
{
    /// <param name="Text">The word.</param>
    /// <param name="Start">In seconds.</param>
    /// <param name="End">In seconds.</param>
    public readonly record struct Word(string Text, double Start, double End);

    /// <summary>The words of a speaker, segments in order of their start.</summary>
    public static Word[] Of(IEnumerable<SpokenSegment> segments, NormaliserProfile normaliser) =>
        [.. segments.OrderBy(segment => segment.Start).SelectMany(segment => Divide(segment, normaliser.Words(segment.Text)))];

    /// <summary>Each word as the point at its middle, widened by a collar to both sides, before 0 too, so that a reference of no length at 0 can be met: how a hypothesis enters the time-constrained rate.</summary>
    public static Word[] Widened(Word[] words, double collar) => Array.ConvertAll(words, word =>
    {
        var middle = (word.Start + word.End) / 2;
        return new Word(word.Text, middle - collar, middle + collar);
    });

    private static IEnumerable<Word> Divide(SpokenSegment segment, string[] words)
    {
        double total = words.Sum(Length);
        var before = 0;
        foreach (var word in words)
        {
            var after = before + Length(word);
            yield return new(word, segment.Start + ((segment.End - segment.Start) * before / total), segment.Start + ((segment.End - segment.Start) * after / total));
            before = after;
        }
    }

    private static int Length(string word) => word.EnumerateRunes().Count();
}
