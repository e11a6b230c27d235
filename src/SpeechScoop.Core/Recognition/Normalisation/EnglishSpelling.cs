using System.Security.Cryptography;

namespace SpeechScoop.Recognition.Normalisation;

/// <summary>
/// British spellings as American ones. The pairs are derived from the word lists of SCOWL 2020.12.07 by rules (models/forge/spelling/make_pairs.py), not
/// copied from the list that Whisper ships.
/// </summary>
internal static class EnglishSpelling
{
    /// <summary>British word → American word.</summary>
    public static IReadOnlyDictionary<string, string> Pairs { get; } = Read(out Hash);

    /// <summary>SHA-256 of the table, first 12 hex digits: part of the rule's description.</summary>
    public static readonly string Hash;

    /// <summary>Whole words only.</summary>
    public static TextRule American { get; } = new($"british to american spelling, table {Hash}; single spaces", new WordReplacement(Pairs).Apply, RuleGroup.Spelling);

    private static Dictionary<string, string> Read(out string hash)
    {
        using var stream = typeof(EnglishSpelling).Assembly.GetManifestResourceStream("british-american.txt")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..12];
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }
}
