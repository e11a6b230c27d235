namespace SpeechScoop.Recognition;

/// <summary>
/// Counts errors of one utterance after the other without keeping alignments: sclite's costs and preferences (<see cref="WordAlignment"/>), buffers and numbers of
/// words kept between utterances. Not thread-safe.
/// </summary>
internal sealed class AlignmentCounter
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private int[] left = new int[64];
    private int[] right = new int[64];

    public ErrorCounts Count(ReadOnlySpan<string> reference, ReadOnlySpan<string> hypothesis)
    {
        // Most words of a good transcript are right: what both sides end with needs no numbers.
        var end = EditPath.CommonEnd(reference, hypothesis);
        reference = reference[..^end];
        hypothesis = hypothesis[..^end];
        Number(reference, ref left);
        Number(hypothesis, ref right);
        return EditPath.Count(left.AsSpan(0, reference.Length), right.AsSpan(0, hypothesis.Length)) + new ErrorCounts(end, 0, 0, 0);
    }

    private void Number(ReadOnlySpan<string> words, ref int[] into)
    {
        if (into.Length < words.Length) into = new int[words.Length * 2];
        for (var i = 0; i < words.Length; i++)
        {
            if (!numbers.TryGetValue(words[i], out var number)) numbers.Add(words[i], number = numbers.Count);
            into[i] = number;
        }
    }
}
