using System.Text;

namespace SpeechScoop.Inference.Commands;

/// <summary>
/// Arguments with names in braces. Each argument stays one argument whatever is put into it, since no shell ever sees it.
/// </summary>
public static class CommandTemplate
{
    /// <summary>
    /// Names that are always there: <c>text</c>, <c>textFile</c> (UTF-8), <c>input</c> and <c>output</c> (WAV files),
    /// <c>rate</c> (1 = normal), <c>stretch</c> (1 / rate), <c>wordsPerMinute</c> (175 × rate).
    /// </summary>
    public static IReadOnlyList<string> BuiltIn { get; } = ["text", "textFile", "input", "output", "rate", "stretch", "wordsPerMinute"];

    /// <summary>All names in braces, in order, repeated as used.</summary>
    public static IEnumerable<string> Names(IEnumerable<string> arguments)
        => arguments.SelectMany(argument => Parts(argument).Where(part => part.IsName).Select(part => part.Text));

    /// <summary>Replaces each name in braces by its value, in one pass: braces in a value mean nothing.</summary>
    public static IReadOnlyList<string> Fill(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> values)
        => [.. arguments.Select(argument => Fill(argument, values))];

    private static string Fill(string argument, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        foreach (var (text, isName) in Parts(argument)) filled.Append(isName ? values[text] : text);
        // Text must not become an option: "-f /etc/passwd" typed by a user would otherwise be one.
        if (filled is ['-', ..] && argument is not ['-', ..]) filled.Insert(0, ' ');
        return filled.ToString();
    }

    private static IEnumerable<(string Text, bool IsName)> Parts(string argument)
    {
        var (start, search) = (0, 0);
        while (argument.IndexOf('{', search) is var open and >= 0)
        {
            var close = argument.IndexOf('}', open);
            if (close < 0) break;
            search = open + 1;
            if (!argument.AsSpan(open + 1, close - open - 1).ContainsOnlyLetters()) continue;
            if (open > start) yield return (argument[start..open], false);
            yield return (argument[(open + 1)..close], true);
            start = search = close + 1;
        }
        if (start < argument.Length) yield return (argument[start..], false);
    }

    private static bool ContainsOnlyLetters(this ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetter(c)) return false;
        return name.Length > 0;
    }
}
