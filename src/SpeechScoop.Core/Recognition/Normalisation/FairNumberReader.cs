using System.Globalization;
using System.Numerics;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>Reads one English number from the start of some words: cardinals, ordinals, plurals, decimals, and digits before a multiplier ("2.5 million").</summary>
internal static class FairNumberReader
{
    /// <param name="Digits">The number in digits, with its suffix.</param>
    /// <param name="Length">How many words it takes; 0 where there is no number.</param>
    public readonly record struct Number(string Digits, int Length);

    public static Number Read(ReadOnlySpan<string> words)
    {
        if (words is ["a" or "an", var next, ..])
            return Find(next)?.Kind is NumberWordKind.Multiplier ? Scaled(1, words, 1) : default;
        if (IsDecimal(words[0])) return FromDigits(words);
        return Find(words[0])?.Kind switch
        {
            NumberWordKind.Zero => words[0] == "zero" ? WithDecimals(0, words, 1) : OhBetweenDigits(words),
            NumberWordKind.One or NumberWordKind.Ten or NumberWordKind.Multiplier => Scaled(null, words, 0),
            NumberWordKind.OneSuffixed or NumberWordKind.TenSuffixed => Suffixed(0, Find(words[0])!, 1),
            _ => default,
        };
    }

    private static Number OhBetweenDigits(ReadOnlySpan<string> words) =>
        words.Length > 1 && (IsDecimal(words[1]) || Find(words[1])?.Kind is NumberWordKind.Zero or NumberWordKind.One) ? new("0", 1) : default;

    /// <summary>"5 million", "2.5 thousand"; else the digits as they are.</summary>
    private static Number FromDigits(ReadOnlySpan<string> words)
    {
        if (words.Length < 2 || Find(words[1]) is not { Kind: NumberWordKind.Multiplier } multiplier) return new(words[0], 1);
        var parts = words[0].Split('.');
        var scale = parts.Length == 2 ? BigInteger.Pow(10, parts[1].Length) : 1;
        var (quotient, rest) = (BigInteger.DivRem(BigInteger.Parse(string.Concat(parts), CultureInfo.InvariantCulture) * multiplier.Value, scale, out var remainder), remainder);
        if (!rest.IsZero) return new(words[0], 1);
        return parts.Length == 1 && multiplier.Value == 1000 ? Scaled(BigInteger.Parse(words[0], CultureInfo.InvariantCulture), words, 1)
            : new(quotient.ToString(CultureInfo.InvariantCulture), 2);
    }

    /// <summary>A cardinal by groups of thousands, each multiplier smaller than the one before.</summary>
    /// <param name="start">The group that came before position <paramref name="at"/>, where it is no word: "a" or digits.</param>
    private static Number Scaled(BigInteger? start, ReadOnlySpan<string> words, int at)
    {
        BigInteger total = 0;
        BigInteger? group = start;
        BigInteger limit = BigInteger.Pow(10, 40);
        var end = at;
        while (at < words.Length)
        {
            var next = at;
            // "and" belongs to a number only after a multiplier and before a smaller part.
            if (at > 0 && words[at] == "and" && Find(words[at - 1])?.Kind is NumberWordKind.Multiplier && at + 1 < words.Length) next++;
            var word = Find(words[next]);
            if (word is { Kind: NumberWordKind.OneSuffixed or NumberWordKind.TenSuffixed } && Fits(group, word.Value) && (group is not null || limit > 1000 || total > 0))
                return Suffixed(total + (group ?? 0), word, next + 1);
            if (word is { Kind: NumberWordKind.MultiplierSuffixed } && group is { } before) return new(Text(total + (before * word.Value)) + word.Mark, next + 1);
            if (word is { Kind: NumberWordKind.One or NumberWordKind.Ten } && Fits(group, word.Value)) group = (group ?? 0) + word.Value;
            else if (word is { Kind: NumberWordKind.Multiplier } hundred && hundred.Value == 100 && (group ?? 1) < 100) group = (group ?? 1) * 100;
            else if (word is { Kind: NumberWordKind.Multiplier } power && power.Value > 100 && power.Value < limit)
            {
                total += (group ?? 1) * power.Value;
                (group, limit) = (null, power.Value);
            }
            else break;
            at = end = next + 1;
        }
        return end == 0 ? default : WithDecimals(total + (group ?? 0), words, end);
    }

    /// <summary>Whether a part below a hundred can follow: ones after tens, anything after hundreds.</summary>
    private static bool Fits(BigInteger? group, BigInteger part)
    {
        if (group is not { } value || value.IsZero) return true;
        var below = (int)(value % 100);
        return below == 0 ? value >= 100 : below >= 20 && below % 10 == 0 && part < 10;
    }

    private static Number WithDecimals(BigInteger whole, ReadOnlySpan<string> words, int at)
    {
        if (at + 1 >= words.Length || words[at] != "point") return new(Text(whole), at);
        var decimals = "";
        var end = at + 1;
        for (; end < words.Length; end++)
        {
            if (Find(words[end]) is { Kind: NumberWordKind.Zero } or { Kind: NumberWordKind.One, Value: var _ } && Find(words[end])!.Value < 10) decimals += Text(Find(words[end])!.Value);
            else if (words[end].All(char.IsAsciiDigit)) decimals += words[end];
            else break;
        }
        if (decimals.Length == 0) return new(Text(whole), at);
        return end < words.Length && Find(words[end]) is { Kind: NumberWordKind.Multiplier } ? FromDigits([$"{Text(whole)}.{decimals}", words[end]]) with { Length = end + 1 } : new($"{Text(whole)}.{decimals}", end);
    }

    private static Number Suffixed(BigInteger before, NumberWord word, int length)
    {
        var value = before + word.Value;
        return new(Text(value) + (word.Mark == "s" ? "s" : Ordinal(value)), length);
    }

    private static string Ordinal(BigInteger value) => ((int)(value % 100), (int)(value % 10)) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };

    private static bool IsDecimal(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]) && word.Count(c => c == '.') <= 1 && word.All(c => char.IsAsciiDigit(c) || c == '.');

    private static NumberWord? Find(string word) => EnglishNumberWords.All.TryGetValue(word, out var found) ? found : null;

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
