namespace SpeechScoop.SynthesisLab.Failures;

/// <summary>Passages that follow themselves.</summary>
internal static class RepeatedWords
{
    private const int LongestPassage = 60;

    /// <summary>A passage that was heard more often in a row than the text has it.</summary>
    public readonly record struct Passage(string Words, int Times);

    /// <summary>The words heard with every such passage reduced to what the text has, and the passages.</summary>
    /// <param name="heard">Of the transcript.</param>
    /// <param name="prompt">Of the text.</param>
    /// <param name="sameWord">From how many times in a row a single word counts.</param>
    public static (string[] Once, IReadOnlyList<Passage> Passages) Collapse(string[] heard, string[] prompt, int sameWord)
    {
        var (rest, passages) = (heard.ToList(), new List<Passage>());
        for (var length = 1; length <= Math.Min(LongestPassage, rest.Count / 2); length++)
        {
            for (var at = 0; at + (2 * length) <= rest.Count; at++)
            {
                var times = TimesInARow(rest, at, length);
                if (times < (length == 1 ? sameWord : 2)) continue;
                var wanted = Math.Max(1, MostInARow(prompt, [.. rest.Skip(at).Take(length)]));
                if (times <= wanted)
                {
                    at += (times * length) - 1;
                    continue;
                }
                passages.Add(new(string.Join(' ', rest.Skip(at).Take(length)), times));
                rest.RemoveRange(at + (wanted * length), (times - wanted) * length);
                at += (wanted * length) - 1;
            }
        }
        return ([.. rest], passages);
    }

    /// <summary>Whether a text has two equal words within five, or two equal passages of two words: then equal sounds are no wonder.</summary>
    public static bool RepeatsItself(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            for (var j = i + 1; j < words.Length; j++)
            {
                if (words[i] == words[j] && words[i].Length > 3 && j - i <= 5) return true;
                if (words[i] == words[j] && j + 1 < words.Length && words[i + 1] == words[j + 1]) return true;
            }
        }
        return false;
    }

    private static int TimesInARow(List<string> words, int at, int length)
    {
        var times = 1;
        while (at + ((times + 1) * length) <= words.Count && Enumerable.Range(0, length).All(i => words[at + i] == words[at + (times * length) + i])) times++;
        return times;
    }

    private static int MostInARow(string[] words, string[] passage)
    {
        var most = 0;
        for (var at = 0; at + passage.Length <= words.Length; at++)
        {
            var times = 0;
            while (at + ((times + 1) * passage.Length) <= words.Length && words.AsSpan(at + (times * passage.Length), passage.Length).SequenceEqual(passage)) times++;
            most = Math.Max(most, times);
        }
        return most;
    }
}
