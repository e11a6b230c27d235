using System.Collections.Frozen;
using System.Numerics;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>What a word says about a number.</summary>
internal enum NumberWordKind : byte
{
    Zero,
    One,
    OneSuffixed,
    Ten,
    TenSuffixed,
    Multiplier,
    MultiplierSuffixed,
    Sign,
    Currency,
    Per,
    Percent,
    And,
    Repeat,
    Point,
}

/// <param name="Kind">What it says.</param>
/// <param name="Value">Its value; the number of repeats of "double" and "triple".</param>
/// <param name="Mark">The suffix of an ordinal or plural (<c>th</c>), the sign, or the currency's symbol.</param>
internal sealed record NumberWord(NumberWordKind Kind, BigInteger Value, string Mark = "");

/// <summary>English number words from zero to decillion, with their ordinals and plurals.</summary>
internal static class EnglishNumberWords
{
    private static readonly string[] Ones =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Powers =
        ["thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion", "septillion", "octillion", "nonillion", "decillion"];

    /// <summary>All words.</summary>
    public static FrozenDictionary<string, NumberWord> All { get; } = Make().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Looks words up without making strings of them.</summary>
    public static FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; } = All.GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, NumberWord> Make()
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.Ordinal);
        foreach (var zero in (string[])["o", "oh", "zero"]) words[zero] = new(NumberWordKind.Zero, 0);
        words["zeroth"] = new(NumberWordKind.OneSuffixed, 0, "th");
        for (var i = 0; i < Ones.Length; i++)
        {
            var (name, value) = (Ones[i], i + 1);
            words[name] = new(NumberWordKind.One, value);
            words[name == "six" ? "sixes" : name + "s"] = new(NumberWordKind.OneSuffixed, value, "s");
            var (ordinal, suffix) = value switch
            {
                1 => ("first", "st"),
                2 => ("second", "nd"),
                3 => ("third", "rd"),
                5 => ("fifth", "th"),
                12 => ("twelfth", "th"),
                _ => (name.EndsWith('t') ? name + "h" : name + "th", "th"),
            };
            words[ordinal] = new(NumberWordKind.OneSuffixed, value, suffix);
        }
        for (var i = 0; i < Tens.Length; i++)
        {
            var (name, value) = (Tens[i], 20 + (10 * i));
            words[name] = new(NumberWordKind.Ten, value);
            words[name[..^1] + "ies"] = new(NumberWordKind.TenSuffixed, value, "s");
            words[name[..^1] + "ieth"] = new(NumberWordKind.TenSuffixed, value, "th");
        }
        foreach (var (name, value) in Powers.Select((name, i) => (name, BigInteger.Pow(1000, i + 1))).Prepend(("hundred", 100)))
        {
            words[name] = new(NumberWordKind.Multiplier, value);
            words[name + "s"] = new(NumberWordKind.MultiplierSuffixed, value, "s");
            words[name + "th"] = new(NumberWordKind.MultiplierSuffixed, value, "th");
        }
        foreach (var (name, sign) in (Span<(string, string)>)[("minus", "-"), ("negative", "-"), ("plus", "+"), ("positive", "+")])
            words[name] = new(NumberWordKind.Sign, 0, sign);
        foreach (var (name, symbol) in (Span<(string, string)>)[("pound", "£"), ("euro", "€"), ("dollar", "$"), ("cent", "¢")])
        {
            words[name] = new(NumberWordKind.Currency, 0, symbol);
            words[name + "s"] = new(NumberWordKind.Currency, 0, symbol);
        }
        words["per"] = new(NumberWordKind.Per, 0);
        words["percent"] = new(NumberWordKind.Percent, 0, "%");
        words["and"] = new(NumberWordKind.And, 0);
        words["double"] = new(NumberWordKind.Repeat, 2);
        words["triple"] = new(NumberWordKind.Repeat, 3);
        words["point"] = new(NumberWordKind.Point, 0);
        return words;
    }
}
