using System.Globalization;
using System.Text;

namespace SpeechScoop.ListeningTests;

/// <summary>HTML as plain text: paragraphs become lines, everything else in angle brackets goes, scripts and styles with what they hold.</summary>
public static class PlainText
{
    private static readonly string[] Lines = ["p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "center", "hr"];
    private static readonly string[] Hidden = ["script", "style", "template", "noscript", "iframe", "object", "svg"];

    private static readonly Dictionary<string, string> Entities = new()
    {
        ["amp"] = "&", ["lt"] = "<", ["gt"] = ">", ["quot"] = "\"", ["apos"] = "'", ["nbsp"] = " ", ["auml"] = "ä", ["ouml"] = "ö", ["uuml"] = "ü", ["Auml"] = "Ä", ["Ouml"] = "Ö", ["Uuml"] = "Ü",
        ["szlig"] = "ß", ["eacute"] = "é", ["egrave"] = "è", ["agrave"] = "à", ["ccedil"] = "ç", ["ntilde"] = "ñ", ["copy"] = "©", ["ndash"] = "–", ["mdash"] = "—", ["hellip"] = "…", ["rsquo"] = "’", ["lsquo"] = "‘", ["rdquo"] = "”", ["ldquo"] = "“",
    };

    /// <summary>The text, and the names of the elements that are lost: formatting, links, media; not mere line breaks.</summary>
    public static (string Text, IReadOnlyList<string> Lost) Of(string html)
    {
        var text = new StringBuilder();
        var lost = new List<string>();
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '&' && Entity(html, i) is var (meaning, length))
            {
                text.Append(meaning);
                i += length;
            }
            else if (html.AsSpan(i).StartsWith("<!--"))
            {
                i = End(html, i, "-->");
            }
            else if (html[i] == '<' && i + 1 < html.Length && (char.IsAsciiLetter(html[i + 1]) || html[i + 1] is '/' or '!' or '?'))
            {
                var name = Name(html, i);
                var closing = html[i + 1] == '/';
                i = End(html, i, ">");
                if (Lines.Contains(name)) text.Append('\n');
                else if (!closing && name.Length > 0 && !lost.Contains(name)) lost.Add(name);
                if (!closing && Hidden.Contains(name)) i = html.IndexOf($"</{name}", i, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? End(html, close, ">") : html.Length;
            }
            else
            {
                text.Append(html[i++]);
            }
        }
        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return (string.Join('\n', lines.Where((line, place) => line.Length > 0 || place == 0)).Trim(), lost);
    }

    private static string Name(string html, int open)
    {
        var start = open + (html[open + 1] == '/' ? 2 : 1);
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end])) end++;
        return html[start..end].ToLowerInvariant();
    }

    private static int End(string html, int from, string mark) => html.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : html.Length;

    private static (string Meaning, int Length)? Entity(string html, int open)
    {
        var end = html.IndexOf(';', open, Math.Min(12, html.Length - open));
        if (end < 0) return null;
        var name = html[(open + 1)..end];
        if (Entities.TryGetValue(name, out var meaning)) return (meaning, end - open + 1);
        var number = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase)
            ? int.TryParse(name.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) ? hex : 0
            : name.StartsWith('#') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;
        return number >= 32 && Rune.IsValid(number) ? (new Rune(number).ToString(), end - open + 1) : null;
    }
}
