using System.Globalization;
using System.Numerics;
using System.Text;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>
/// Reads words from left to right and writes numbers as digits. Behaves as <c>process_words</c> of openai/whisper v20250625 does, including where that
/// surprises: successive ones join ("one oh one" → 101), a pending sign goes before the next thing written, "point" before a number that is no decimal vanishes.
/// </summary>
internal sealed class WhisperNumberReader(string text)
{
    private const string Prefixes = "-+£€$¢";

    private readonly StringBuilder output = new(text.Length);

    /// <summary>The number so far: nothing, an integer, or a string of digits and points.</summary>
    private Pending value;
    private string prefix = "";

    /// <summary>A number in the making.</summary>
    private readonly record struct Pending(BigInteger? Number, string? Digits)
    {
        public bool IsNone => Number is null && Digits is null;

        public override string ToString() => Digits ?? Number?.ToString(CultureInfo.InvariantCulture) ?? "";

        /// <summary>Zero counts as nothing here.</summary>
        public string OrEmpty() => Number is { IsZero: true } ? "" : ToString();
    }

    /// <summary>All words, separated by single spaces.</summary>
    public string Read()
    {
        var (previous, current) = (default(Range), Next(0));
        while (!current.Equals(default))
        {
            var next = Next(current.End.Value);
            var skip = Take(text.AsSpan(previous), text.AsSpan(current), text.AsSpan(next));
            (previous, current) = skip ? (next, Next(next.End.Value)) : (current, next);
        }
        if (!value.IsNone) Write(value.ToString());
        return output.ToString();
    }

    /// <summary>The next word from a position on; the empty range at the end.</summary>
    private Range Next(int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from])) from++;
        var end = from;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        return end == from ? default : from..end;
    }

    /// <summary>Takes one word. True where it used up the next one too.</summary>
    private bool Take(ReadOnlySpan<char> previous, ReadOnlySpan<char> current, ReadOnlySpan<char> next)
    {
        var prefixed = Prefixes.Contains(current[0]);
        var bare = prefixed ? current[1..] : current;
        if (IsNumeric(bare)) TakeDigits(current, bare, prefixed);
        else if (!EnglishNumberWords.Lookup.TryGetValue(current, out var word))
        {
            Flush();
            Write(current);
        }
        else return TakeWord(word, Find(previous), current, Find(next), next);
        return false;
    }

    private bool TakeWord(NumberWord word, NumberWord? before, ReadOnlySpan<char> current, NumberWord? after, ReadOnlySpan<char> next)
    {
        var numberFollows = after is not null || IsNumeric(next);
        switch (word.Kind)
        {
            case NumberWordKind.Zero:
                value = Digits(value.OrEmpty() + "0");
                break;
            case NumberWordKind.One:
                value = WithOnes(word.Value, before);
                break;
            case NumberWordKind.OneSuffixed:
                WriteAndForget(WithOnes(word.Value, before) + word.Mark);
                break;
            case NumberWordKind.Ten:
                value = WithTens(word.Value);
                break;
            case NumberWordKind.TenSuffixed:
                WriteAndForget(WithTens(word.Value) + word.Mark);
                break;
            case NumberWordKind.Multiplier:
                Multiply(word.Value);
                break;
            case NumberWordKind.MultiplierSuffixed:
                MultiplyAndWrite(word);
                break;
            case NumberWordKind.Sign:
                Flush();
                if (numberFollows) prefix = word.Mark;
                else Write(current);
                break;
            case NumberWordKind.Currency:
                if (value.IsNone) Write(current);
                else
                {
                    prefix = word.Mark;
                    Flush();
                }
                break;
            case NumberWordKind.Percent:
                if (value.IsNone) Write(current);
                else WriteAndForget(value + "%");
                break;
            case NumberWordKind.Per:
                if (!value.IsNone && next.SequenceEqual("cent"))
                {
                    WriteAndForget(value + "%");
                    return true;
                }
                Flush();
                Write(current);
                break;
            default:
                return TakeSpecial(word, before, current, after, next, numberFollows);
        }
        return false;
    }

    private bool TakeSpecial(NumberWord word, NumberWord? before, ReadOnlySpan<char> current, NumberWord? after, ReadOnlySpan<char> next, bool numberFollows)
    {
        if (!numberFollows)
        {
            Flush();
            Write(current);
        }
        else if (word.Kind is NumberWordKind.And)
        {
            if (before?.Kind is NumberWordKind.Multiplier) return false;
            Flush();
            Write(current);
        }
        else if (word.Kind is NumberWordKind.Repeat)
        {
            if (after?.Kind is NumberWordKind.One or NumberWordKind.Zero)
            {
                value = Digits(value.OrEmpty() + string.Concat(Enumerable.Repeat(after.Value.ToString(CultureInfo.InvariantCulture), (int)word.Value)));
                return true;
            }
            Flush();
            Write(current);
        }
        else if (after?.Kind is NumberWordKind.One or NumberWordKind.Ten or NumberWordKind.Zero || IsNumeric(next))
        {
            value = Digits(value.OrEmpty() + ".");
        }
        return false;
    }

    private void TakeDigits(ReadOnlySpan<char> current, ReadOnlySpan<char> bare, bool prefixed)
    {
        if (value.Digits is { } digits && digits.EndsWith('.'))
        {
            value = Digits(digits + current.ToString());
            return;
        }
        Flush();
        if (prefixed) prefix = current[..1].ToString();
        value = Fraction(bare) is { } whole ? new Pending(whole, null) : Digits(bare.ToString());
    }

    private Pending WithOnes(BigInteger ones, NumberWord? before)
    {
        if (value.IsNone) return new Pending(ones, null);
        if (value.Digits is null && before?.Kind is not NumberWordKind.One)
        {
            var number = value.Number!.Value;
            return number % (ones < 10 ? 10 : 100) == 0 ? new Pending(number + ones, null) : Joined(ones);
        }
        return before?.Kind is NumberWordKind.Ten && ones < 10 ? Digits(value.Digits![..^1] + ones.ToString(CultureInfo.InvariantCulture)) : Joined(ones);
    }

    private Pending WithTens(BigInteger tens) => value switch
    {
        { IsNone: true } => new Pending(tens, null),
        { Number: { } number } when number % 100 == 0 => new Pending(number + tens, null),
        _ => Joined(tens),
    };

    private void Multiply(BigInteger multiplier)
    {
        if (value.IsNone) value = new Pending(multiplier, null);
        else if (value.Digits is null && !value.Number!.Value.IsZero) value = new Pending(Scaled(multiplier), null);
        else if (Fraction(value.ToString(), multiplier) is { } product) value = new Pending(product, null);
        else
        {
            Flush();
            value = new Pending(multiplier, null);
        }
    }

    private void MultiplyAndWrite(NumberWord word)
    {
        if (value.IsNone) WriteAndForget(word.Value + word.Mark);
        else if (value.Digits is null) WriteAndForget(Scaled(word.Value) + word.Mark);
        else if (Fraction(value.Digits, word.Value) is { } product) WriteAndForget(product + word.Mark);
        else
        {
            Flush();
            WriteAndForget(word.Value + word.Mark);
        }
    }

    /// <summary>Only what is below a thousand is multiplied: "two thousand three hundred" is 2,300.</summary>
    private BigInteger Scaled(BigInteger multiplier)
    {
        var residual = value.Number!.Value % 1000;
        return value.Number.Value - residual + (residual * multiplier);
    }

    private Pending Joined(BigInteger number) => Digits(value + number.ToString(CultureInfo.InvariantCulture));

    private static Pending Digits(string digits) => new(null, digits);

    private static NumberWord? Find(ReadOnlySpan<char> word) => EnglishNumberWords.Lookup.TryGetValue(word, out var found) ? found : null;

    /// <summary>Digits, and perhaps a point with digits after it.</summary>
    private static bool IsNumeric(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !char.IsDigit(word[^1]) || !char.IsDigit(word[0])) return false;
        var points = 0;
        foreach (var character in word)
        {
            if (character == '.') points++;
            else if (!char.IsDigit(character)) return false;
        }
        return points <= 1;
    }

    /// <summary>A decimal number times a factor, where that is whole; null where it is not, or where the text is no number (<c>1.2.3</c>, a lone point).</summary>
    private static BigInteger? Fraction(ReadOnlySpan<char> digits, BigInteger? factor = null)
    {
        BigInteger numerator = 0, denominator = 1;
        var (points, any) = (0, false);
        foreach (var character in digits)
        {
            if (character == '.')
            {
                if (++points > 1) return null;
                continue;
            }
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (digit < 0) return null;
            any = true;
            numerator = (numerator * 10) + digit;
            if (points == 1) denominator *= 10;
        }
        if (!any) return null;
        numerator *= factor ?? 1;
        return numerator % denominator == 0 ? numerator / denominator : null;
    }

    private void Flush()
    {
        if (!value.IsNone) WriteAndForget(value.ToString());
    }

    private void WriteAndForget(string result)
    {
        Write(result);
        value = default;
    }

    private void Write(ReadOnlySpan<char> result)
    {
        if (output.Length > 0) output.Append(' ');
        output.Append(prefix).Append(result);
        prefix = "";
        value = default;
    }
}
