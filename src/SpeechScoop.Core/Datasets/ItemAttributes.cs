using System.Text.Json;
using SpeechScoop.Metrics;

namespace SpeechScoop.Datasets;

/// <summary>The attributes of a dataset's item by which results are sliced: a JSON object of strings, names sorted. Any name may occur; these have a meaning.</summary>
public static class ItemAttributes
{
    /// <summary>What a recording is of: speech, singing, music, environment, animal. Metrics made for one refuse the others.</summary>
    public const string Domain = "domain";

    /// <summary>The speaker's accent.</summary>
    public const string Accent = "accent";

    /// <summary>The noise around.</summary>
    public const string Noise = "noise";

    /// <summary>Most attributes of one item.</summary>
    public const int MaximumCount = 50;

    /// <summary>Longest name or value, in characters.</summary>
    public const int MaximumLength = 500;

    // Stored, not put into pages: escapes would only hide what was meant from searches.
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, SoundDomain Domain)[] Domains = [.. Enum.GetValues<SoundDomain>().Select(domain => (domain.ToString(), domain))];

    /// <summary>Attributes as they are stored.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> attributes) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(attributes.ToDictionary(), StringComparer.Ordinal), Relaxed);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyDictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <summary>What an item is of; null where its attributes do not say, or say another word.</summary>
    public static SoundDomain? DomainOf(IReadOnlyDictionary<string, string> attributes) =>
        attributes.TryGetValue(Domain, out var name) && Domains.FirstOrDefault(known => known.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) is { Name: not null } found ? found.Domain : null;
}
