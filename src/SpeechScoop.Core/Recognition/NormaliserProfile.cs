using System.Security.Cryptography;
using System.Text;

namespace SpeechScoop.Recognition;

/// <summary>
/// A named, versioned list of <see cref="TextRule"/>s that both sides of a comparison go through before alignment.
/// Rates of different profiles are never mixed.
/// </summary>
/// <remarks>A change of any rule's behaviour needs a new <see cref="Version"/>: stored scores name the profile that made them.</remarks>
public sealed class NormaliserProfile
{
    /// <summary>Composes a profile.</summary>
    /// <param name="id">Lower case, <c>[a-z0-9-]</c>.</param>
    /// <param name="version">From 1 up.</param>
    /// <param name="rules">Applied in this order.</param>
    public NormaliserProfile(string id, int version, params IReadOnlyList<TextRule> rules)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(version);
        ArgumentNullException.ThrowIfNull(rules);
        (Id, Version, Rules) = (id, version, rules);
        var description = string.Join('\n', [Name, .. rules.Select(rule => rule.Description)]);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(description)));
    }

    /// <summary>
    /// <c>basic@1</c>: typographic apostrophes become <c>'</c>; invisible format characters vanish; Unicode NFKC; lower case; an
    /// apostrophe between two letters or digits stays; a point between two digits stays and a comma there vanishes
    /// (<c>1,000.5</c> → <c>1000.5</c>); every other punctuation mark and symbol becomes a space. Digits stay digits; no word is expanded,
    /// spelled out or dropped. For any language whose writing separates words by spaces.
    /// </summary>
    public static NormaliserProfile Basic { get; } = new(
        "basic", 1, TextRules.Apostrophes, TextRules.RemoveFormatCharacters, TextRules.Compatibility, TextRules.LowerCase, TextRules.PunctuationToSpace);

    /// <summary>The profile's name without its version, such as <c>basic</c>.</summary>
    public string Id { get; }

    /// <summary>Raised with every change of behaviour.</summary>
    public int Version { get; }

    /// <summary>Id and version, such as <c>basic@1</c>: what a measurement's recipe stores.</summary>
    public string Name => $"{Id}@{Version}";

    /// <summary>SHA-256 (lower-case hex) of the name and the rules' descriptions.</summary>
    public string Hash { get; }

    /// <summary>The rules, in order.</summary>
    public IReadOnlyList<TextRule> Rules { get; }

    /// <summary>The profiles that ship.</summary>
    public static IReadOnlyList<NormaliserProfile> All { get; } = [Basic];

    /// <summary>Looks a profile up by id (its newest version) or by name.</summary>
    public static Result<NormaliserProfile> Find(string name) =>
        All.LastOrDefault(profile => profile.Name == name || profile.Id == name) is { } found
            ? found
            : new Error.NotFound("unknown-normaliser", $"There is no normaliser profile '{name}'. Known: {string.Join(", ", All.Select(profile => profile.Name))}.");

    /// <summary>The normalised text: words separated by single spaces, none at the ends.</summary>
    public string Normalise(string text) => string.Join(' ', Words(text));

    /// <summary>The normalised text's words; empty for a text without any.</summary>
    public string[] Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var rule in Rules) text = rule.Apply(text);
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
