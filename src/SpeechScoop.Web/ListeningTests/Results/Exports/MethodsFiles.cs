using System.Text;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>The methods paragraph in the two languages of papers. Titles are text: nothing in them becomes markup.</summary>
internal static class MethodsFiles
{
    public static string Markdown(StoredResults stored)
    {
        var results = stored.Compute();
        return $"## Methods\n\n{Paragraph(MethodsText.Methods(stored, results), EscapeMarkdown)}\n\n## Results\n\n{string.Concat(MethodsText.Findings(results).Select(sentence => $"- {EscapeMarkdown(sentence)}\n"))}";
    }

    public static string Latex(StoredResults stored)
    {
        var results = stored.Compute();
        return $"\\subsection{{Methods}}\n{Paragraph(MethodsText.Methods(stored, results), EscapeLatex)}\n\n\\subsection{{Results}}\n{Paragraph(MethodsText.Findings(results), EscapeLatex)}\n";
    }

    private static string Paragraph(IEnumerable<string> sentences, Func<string, string> escape) => string.Join("\n", sentences.Select(escape));

    internal static string EscapeMarkdown(string text) => Escape(text, character => character switch
    {
        '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '#' or '|' or '!' => $"\\{character}",
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '\r' or '\n' => " ",
        _ => null,
    });

    internal static string EscapeLatex(string text) => Escape(text, character => character switch
    {
        '\\' => "\\textbackslash{}",
        '{' or '}' or '$' or '&' or '#' or '%' or '_' => $"\\{character}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '<' => "\\textless{}",
        '>' => "\\textgreater{}",
        '"' => "\\textquotedbl{}",
        '\r' or '\n' => " ",
        _ => null,
    });

    private static string Escape(string text, Func<char, string?> replace)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (replace(character) is { } instead) escaped.Append(instead);
            else escaped.Append(character);
        }
        return escaped.ToString();
    }
}
