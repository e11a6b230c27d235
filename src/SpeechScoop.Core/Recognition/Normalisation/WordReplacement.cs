using System.Collections.Frozen;
using System.Text;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>Replaces whole words, and writes single spaces between all words.</summary>
internal sealed class WordReplacement(IEnumerable<KeyValuePair<string, string>> table)
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> replacements =
        table.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text with words replaced; an empty replacement drops the word.</summary>
    public string Apply(string text)
    {
        var output = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            var word = text.AsSpan(at, end - at);
            if (replacements.TryGetValue(word, out var replacement)) word = replacement;
            if (!word.IsEmpty)
            {
                if (output.Length > 0) output.Append(' ');
                output.Append(word);
            }
            at = end;
        }
        return output.ToString();
    }
}
