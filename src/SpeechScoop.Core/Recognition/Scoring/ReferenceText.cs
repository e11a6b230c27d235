namespace SpeechScoop.Recognition;

/// <summary>
/// A reference as NIST writes it: words, alternations <c>{ a / b c / @ }</c> (any of these was said; <c>@</c> is nothing), also within each other, and, where asked for, optionally
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
        return text.AsSpan().IndexOfAny('{', '}') < 0 && !(optionalWords && text.Contains('('))
            ? new ReferenceText([ReferencePart.OfWords(text)])
            : new ReferenceTextReader(text, optionalWords).Read().Select(parts => new ReferenceText(parts));
    }
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

/// <summary>A part of a reference.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Of words and optional words; empty for a choice.</param>
/// <param name="Choices">Of a choice, each a sequence of parts; one without parts is nothing.</param>
public sealed record ReferencePart(ReferencePartKind Kind, string Text, IReadOnlyList<IReadOnlyList<ReferencePart>> Choices)
{
    /// <summary>Plain text.</summary>
    internal static ReferencePart OfWords(string text) => new(ReferencePartKind.Words, text, []);

    /// <summary>Text that may be missing.</summary>
    internal static ReferencePart Optional(string text) => new(ReferencePartKind.Optional, text, []);

    /// <summary>One of several.</summary>
    internal static ReferencePart OneOf(IReadOnlyList<IReadOnlyList<ReferencePart>> choices) => new(ReferencePartKind.Choice, "", choices);
}
