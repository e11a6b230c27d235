using System.Text;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>The methods paragraph in the two languages of papers. Titles are text: nothing in them becomes markup.</summary>
internal static class MethodsFiles
{
    public static string Markdown(ExportInput input)
    {
        var results = input.Stored.Compute();
        return $"## Methods\n\n{Paragraph(MethodsText.Methods(input.Stored, results, input.MetricsInWords), EscapeMarkdown)}\n\n## Results\n\n{string.Concat(MethodsText.Findings(results, input.MetricsInWords).Select(sentence => $"- {EscapeMarkdown(sentence)}\n"))}";
    }

    public static string Latex(ExportInput input)
    {
        var results = input.Stored.Compute();
        return $"\\subsection{{Methods}}\n{Paragraph(MethodsText.Methods(input.Stored, results, input.MetricsInWords), EscapeLatex)}\n\n\\subsection{{Results}}\n{Paragraph(MethodsText.Findings(results, input.MetricsInWords), EscapeLatex)}\n";
    }

    private static string Paragraph(IEnumerable<string> sentences, Func<string, string> escape) => string.Join("\n", sentences.Select(escape));

    internal static string EscapeMarkdown(string text) => Escape(text, (_, character) => character switch
    {
        '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '#' or '|' or '!' => $"\\{character}",
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '\r' or '\n' => " ",
        _ => null,
    });

    /// <summary>Text for LaTeX with any of its engines and font encodings, letters of other scripts aside.</summary>
    internal static string EscapeLatex(string text) => Escape(text, (before, character) => character switch
    {
        '\\' => "\\textbackslash{}",
        '{' or '}' or '$' or '&' or '#' or '%' or '_' => $"\\{character}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '<' => "\\textless{}",
        '>' => "\\textgreater{}",
        // \textquotedbl is not in every font encoding.
        '"' => before is '\0' or ' ' or '(' or '[' ? "``" : "''",
        'ρ' => "$\\rho$",
        '−' => "$-$",
        '×' => "$\\times$",
        '≥' => "$\\geq$",
        '≤' => "$\\leq$",
        '±' => "$\\pm$",
        '\r' or '\n' => " ",
        _ => null,
    });

    /// <param name="replace">What stands for a character, by the one before it; null for the character itself.</param>
    private static string Escape(string text, Func<char, char, string?> replace)
    {
        var escaped = new StringBuilder(text.Length);
        var before = '\0';
        foreach (var character in text)
        {
            if (replace(before, character) is { } instead) escaped.Append(instead);
            else escaped.Append(character);
            before = character;
        }
        return escaped.ToString();
    }
}
