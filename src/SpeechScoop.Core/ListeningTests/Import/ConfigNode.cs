using System.Globalization;

namespace SpeechScoop.ListeningTests;

/// <summary>A part of a configuration, whatever it was written in: a text, a list or a map.</summary>
/// <param name="Line">Where it begins, from 1.</param>
public sealed record ConfigNode(int Line)
{
    /// <summary>The text of a scalar; null for a list or map.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the text stood without quotes, so that it may be a number, a truth value or nothing.</summary>
    public bool Plain { get; init; }

    /// <summary>Elements of a list; null for others.</summary>
    public IReadOnlyList<ConfigNode>? Items { get; init; }

    /// <summary>Fields of a map in their order; null for others.</summary>
    public IReadOnlyList<KeyValuePair<string, ConfigNode>>? Fields { get; init; }

    /// <summary>Whether it is nothing: empty, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Whether it says yes; null where it says neither.</summary>
    public bool? Truth => Text?.ToLowerInvariant() switch { "true" when Plain => true, "false" when Plain => false, _ => null };

    /// <summary>A finite number, decimal or hexadecimal; null for anything else.</summary>
    public double? Number => Text is null ? null
        : Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && long.TryParse(Text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) ? hex
        : double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : null;

    /// <summary>A field of a map; null where it is absent or this is no map.</summary>
    public ConfigNode? this[string name] => Fields?.FirstOrDefault(field => field.Key == name).Value;
}
