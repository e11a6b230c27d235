using System.Text;

namespace SpeechScoop.Recognition;

/// <summary>Reads the marks of a reference from its start to its end, alternations within alternations by recursion.</summary>
internal sealed class ReferenceTextReader(string text, bool optionalWords)
{
    private const int Deepest = 16;

    private int at;
    private Error.Invalid? error;

    public Result<IReadOnlyList<ReferencePart>> Read()
    {
        var parts = Sequence(depth: 0);
        return error is null ? Result<IReadOnlyList<ReferencePart>>.Ok(parts) : error;
    }

    /// <summary>Up to the end of the text; within an alternation, up to <c>/</c> or <c>}</c>, which it leaves.</summary>
    private List<ReferencePart> Sequence(int depth)
    {
        var (parts, plain) = (new List<ReferencePart>(), new StringBuilder());
        while (at < text.Length && error is null && !(depth > 0 && text[at] is '/' or '}'))
        {
            if (text[at] == '}') Refuse(at, "closes an alternation that was not opened");
            else if (text[at] == '{')
            {
                Flush();
                parts.Add(Choice(depth));
            }
            else if (optionalWords && text[at] == '(' && text.AsSpan(at + 1).IndexOfAny("(){}") is >= 0 and var length && text[at + 1 + length] == ')')
            {
                Flush();
                parts.Add(ReferencePart.Optional(text.Substring(at + 1, length).Trim()));
                at += length + 2;
            }
            else plain.Append(text[at++]);
        }
        Flush();
        return parts;

        void Flush()
        {
            var words = plain.ToString();
            if (depth > 0) words = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word != "@"));
            if (!string.IsNullOrWhiteSpace(words)) parts.Add(ReferencePart.OfWords(words));
            plain.Clear();
        }
    }

    private ReferencePart Choice(int depth)
    {
        var (start, choices) = (at, new List<IReadOnlyList<ReferencePart>>());
        if (depth == Deepest) Refuse(start, $"is the {Deepest + 1}th within another");
        do
        {
            at++;
            choices.Add(Sequence(depth + 1));
        }
        while (error is null && at < text.Length && text[at] == '/');
        if (at >= text.Length) Refuse(start, "opens an alternation that is never closed");
        at++;
        return ReferencePart.OneOf(choices);
    }

    private void Refuse(int place, string what) => error ??= new("alternation-unbalanced",
        $"The brace at character {place + 1} {what}: …{text[Math.Max(0, place - 20)..Math.Min(text.Length, place + 20)]}… Write alternations as {{ a / b }}, or read the reference without alternations if braces are part of its text.");
}
