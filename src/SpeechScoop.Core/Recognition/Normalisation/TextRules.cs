using System.Buffers;
using System.Globalization;
using System.Text;

namespace SpeechScoop.Recognition;

/// <summary>The rules that normaliser profiles are made of.</summary>
public static class TextRules
{
    private static readonly SearchValues<char> UsedAsApostrophes = SearchValues.Create("\u2018\u2019\u201B\u02BC`\u00B4\uFF07");

    /// <summary>Typographic apostrophes and accents used as one (U+2018, U+2019, U+201B, U+02BC, U+0060, U+00B4, U+FF07) become U+0027.</summary>
    /// <remarks>Goes before <see cref="Compatibility"/>, which would take U+00B4 apart into a space and an accent.</remarks>
    public static TextRule Apostrophes { get; } = new("2018 2019 201B 02BC 0060 00B4 FF07 to 0027", text =>
        !text.AsSpan().ContainsAny(UsedAsApostrophes) ? text : string.Create(text.Length, text, static (to, from) => from.AsSpan().ReplaceAny(to, UsedAsApostrophes, '\'')));

    /// <summary>Unicode compatibility composition: full-width letters, ligatures and the like become plain ones. Lone surrogates become U+FFFD.</summary>
    public static TextRule Compatibility { get; } = new("nfkc", text => Ascii.IsValid(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormKC));

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
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
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
        if (Ascii.IsValid(text)) return AsciiPunctuationOut(text);
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

    /// <summary>What <see cref="PunctuationOut"/> does, for text that has only ASCII, as most has.</summary>
    private static string AsciiPunctuationOut(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (!char.IsAsciiLetterOrDigit(character) && character is not ' ')
            {
                var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
                var betweenDigits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
                if (character is ',' && betweenDigits) continue;
                var isKept = (character is '\'' && char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after)) || (character is '.' && betweenDigits);
                if (!isKept) character = ' ';
            }
            buffer[length++] = character;
        }
        var result = buffer.AsSpan(0, length).SequenceEqual(text) ? text : new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }

    private static bool IsWordPart(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
