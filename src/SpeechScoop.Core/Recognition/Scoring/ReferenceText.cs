using System.Text;

namespace SpeechScoop.Recognition;

/// <summary>
/// A reference as NIST writes it: words, alternations <c>{ a / b c / @ }</c> (any of these was said; <c>@</c> is nothing) and, where asked for, optionally
/// deletable words <c>(uh)</c>. Text without such marks is one stretch of plain words.
/// </summary>
/// <remarks>SCTK <c>doc/infmts.htm</c>. Marks are read before normalisation, which would take them for punctuation; each alternative is normalised by itself.</remarks>
public sealed class ReferenceText
{
    private ReferenceText(IReadOnlyList<ReferencePart> parts) => Parts = parts;

    /// <summary>Plain stretches, choices and optional words, in order.</summary>
    public IReadOnlyList<ReferencePart> Parts { get; }

    /// <summary>Whether there is nothing but plain words.</summary>
    public bool IsPlain => Parts is [] or [{ Kind: ReferencePartKind.Words }];

    /// <summary>Reads a reference.</summary>
    /// <param name="optionalWords">Whether a word in parentheses may be missing without an error.</param>
    /// <returns><see cref="Error.Invalid"/> for braces that do not match, naming the place.</returns>
    public static Result<ReferenceText> Parse(string text, bool optionalWords = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny('{', '}') < 0 && !(optionalWords && text.Contains('('))) return new ReferenceText([new(ReferencePartKind.Words, [text])]);
        var parts = new List<ReferencePart>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '}') return Unbalanced(text, at, "closes an alternation that was not opened");
            if (text[at] == '{')
            {
                var end = text.IndexOfAny(['{', '}'], at + 1);
                if (end < 0 || text[end] == '{') return Unbalanced(text, at, end < 0 ? "opens an alternation that is never closed" : "holds another alternation");
                Flush();
                parts.Add(new(ReferencePartKind.Choice, [.. text[(at + 1)..end].Split('/').Select(choice => choice.Trim()).Select(choice => choice == "@" ? "" : choice)]));
                at = end;
            }
            else if (optionalWords && text[at] == '(' && text.IndexOf(')', at) is var close && close > at && !text.AsSpan(at + 1, close - at - 1).ContainsAny('{', '}', '('))
            {
                Flush();
                parts.Add(new(ReferencePartKind.Optional, [text[(at + 1)..close].Trim()]));
                at = close;
            }
            else plain.Append(text[at]);
        }
        Flush();
        return new ReferenceText(parts);

        void Flush()
        {
            if (!string.IsNullOrWhiteSpace(plain.ToString())) parts.Add(new(ReferencePartKind.Words, [plain.ToString()]));
            plain.Clear();
        }
    }

    private static Error.Invalid Unbalanced(string text, int at, string what) => new("alternation-unbalanced",
        $"The brace at character {at + 1} {what}: …{text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 20)]}… Write alternations as {{ a / b }}, or read the reference without alternations if braces are part of its text.");
}

/// <summary>What a part of a reference is.</summary>
public enum ReferencePartKind
{
    /// <summary>Plain text.</summary>
    Words,

    /// <summary>One of several texts was said.</summary>
    Choice,

    /// <summary>Text that may be missing.</summary>
    Optional,
}

/// <param name="Kind">What it is.</param>
/// <param name="Texts">One text, or the choices; an empty text is nothing.</param>
public sealed record ReferencePart(ReferencePartKind Kind, IReadOnlyList<string> Texts);
