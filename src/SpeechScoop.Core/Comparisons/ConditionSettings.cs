using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SpeechScoop.Comparisons;

/// <summary>
/// The settings of an output that make it another condition, in canonical form: outputs of one system with 4 and with 8
/// codebooks are two things to compare, two takes with different seeds are one.
/// </summary>
/// <param name="Text">Sorted <c>name=value</c> pairs joined by <c>;</c>. A list is its length and the start of its SHA-256. Empty for none.</param>
/// <param name="Phrases">The same in words, such as <c>4 codebooks</c>.</param>
public sealed record ConditionSettings(string Text, IReadOnlyList<string> Phrases)
{
    /// <summary>The system's own settings.</summary>
    public static ConditionSettings None { get; } = new("", []);

    /// <summary>
    /// Reads an output's settings. Left out, because they change nothing or are another take only: null, empty lists, <c>seed</c>,
    /// and a <c>rate</c> of 1. The order of names, and of the words in a list, does not matter.
    /// </summary>
    /// <param name="json">A JSON object of scalars and lists of strings.</param>
    /// <exception cref="JsonException">It is not: a bug in whoever stored it.</exception>
    public static ConditionSettings Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var pairs = new SortedDictionary<string, (string Value, string Phrase)>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
            if (Describe(property.Name, property.Value) is { } described) pairs[property.Name] = described;
        return pairs.Count == 0 ? None : new(
            string.Join(';', pairs.Select(pair => $"{pair.Key}={pair.Value.Value}")),
            [.. pairs.Values.Select(pair => pair.Phrase)]);
    }

    /// <summary>Settings are equal when their text is.</summary>
    public bool Equals(ConditionSettings? other) => Text == other?.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static (string Value, string Phrase)? Describe(string name, JsonElement value) => value.ValueKind switch
    {
        _ when name is "seed" => null,
        JsonValueKind.Null => null,
        JsonValueKind.Array => DescribeList(name, [.. value.EnumerateArray().Select(item => item.ToString()).Order(StringComparer.Ordinal)]),
        JsonValueKind.Number when name is "rate" && value.GetDouble() is 1 => null,
        JsonValueKind.True when name is "stream" => (value.ToString(), "in small pieces"),
        JsonValueKind.True when name is "realTime" => (value.ToString(), "at the pace of speech"),
        JsonValueKind.Number => DescribeNumber(name, value.GetDouble().ToString(CultureInfo.InvariantCulture)),
        _ => (value.ToString(), $"{name} {value}"),
    };

    private static (string Value, string Phrase) DescribeNumber(string name, string value) =>
        (value, name switch
        {
            "codebooks" => $"{value} codebook{(value is "1" ? "" : "s")}",
            "silence" => $"{value} s of silence added",
            _ => $"{name} {value}",
        });

    private static (string Value, string Phrase)? DescribeList(string name, string[] items)
    {
        if (items.Length == 0) return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', items))))[..8];
        var words = items.Length == 1 ? "1 word" : $"{items.Length} words";
        return ($"{items.Length}:{hash}", name switch
        {
            "words" => $"only {words}",
            "hotWords" => $"{words} favoured",
            _ => $"{name}: {items.Length}",
        });
    }
}
