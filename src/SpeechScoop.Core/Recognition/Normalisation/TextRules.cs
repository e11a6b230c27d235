using System.Globalization;
using System.Text;

namespace SpeechScoop.Recognition;

/// <summary>The rules that normaliser profiles are made of.</summary>
public static class TextRules
{
    /// <summary>Typographic apostrophes and accents used as one (U+2018, U+2019, U+201B, U+02BC, U+0060, U+00B4, U+FF07) become U+0027.</summary>
    /// <remarks>Goes before <see cref="Compatibility"/>, which would take U+00B4 apart into a space and an accent.</remarks>
    public static TextRule Apostrophes { get; } = new("2018 2019 201B 02BC 0060 00B4 FF07 to 0027", text =>
        string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = from[i] is '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '`' or '\u00B4' or '\uFF07' ? '\'' : from[i];
        }));

    /// <summary>Unicode compatibility composition: full-width letters, ligatures and the like become plain ones. Lone surrogates become U+FFFD.</summary>
    public static TextRule Compatibility { get; } = new("nfkc", text => WellFormed(text).Normalize(NormalizationForm.FormKC));

    /// <summary>Lower case by the invariant culture's mapping.</summary>
    public static TextRule LowerCase { get; } = new("lower case, invariant", text => text.ToLowerInvariant());

    /// <summary>Removes control characters that are not white space and format characters (category Cf): zero-width joiners, soft hyphens, byte-order marks.</summary>
    public static TextRule RemoveFormatCharacters { get; } = new("remove categories Cf and Cc except white space", WithoutFormatCharacters);

    /// <summary>
    /// Every character that is not a letter, mark or number becomes a space, except an apostrophe (U+0027) between letters, marks
    /// or numbers and a point between two decimal digits, which stay, and a comma between two decimal digits, which vanishes.
    /// </summary>
    public static TextRule PunctuationToSpace { get; } = new(
        "other than L, M, N to space; inner apostrophe kept; point between digits kept; comma between digits removed", PunctuationOut);

    /// <summary>Normalisation refuses lone surrogates, which JSON may carry.</summary>
    internal static string WellFormed(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) builder.Append(rune);
        return builder.ToString();
    }

    private static string WithoutFormatCharacters(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var drop = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Format => true,
                UnicodeCategory.Control => !Rune.IsWhiteSpace(rune),
                _ => false,
            };
            if (!drop) builder.Append(rune);
        }
        return builder.ToString();
    }

    private static string PunctuationOut(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < runes.Length; i++)
        {
            var rune = runes[i];
            var (before, after) = (i > 0 ? runes[i - 1] : default, i + 1 < runes.Length ? runes[i + 1] : default);
            if (IsWordPart(rune)) builder.Append(rune);
            else if (rune.Value is '\'' && IsWordPart(before) && IsWordPart(after)) builder.Append('\'');
            else if (rune.Value is '.' && Rune.IsDigit(before) && Rune.IsDigit(after)) builder.Append('.');
            else if (rune.Value is ',' && Rune.IsDigit(before) && Rune.IsDigit(after)) continue;
            else builder.Append(' ');
        }
        return builder.ToString();
    }

    private static bool IsWordPart(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
