using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpeechScoop.Inference.Packs.Manifests;

/// <summary>Reads <c>pack.json</c>, collecting everything that is wrong with it.</summary>
public static class ManifestReader
{
    private const int MaxBytes = 1 << 20;

    /// <summary>How manifests are written and read.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Reads a manifest.</summary>
    /// <param name="path">Full path of the <c>pack.json</c>.</param>
    /// <param name="problems">Takes a sentence for each thing that is wrong.</param>
    /// <returns>The manifest, or null when problems were found.</returns>
    public static PackManifest? Read(string path, ICollection<string> problems)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes } file)
            {
                problems.Add($"pack.json has {file.Length} bytes; a manifest has at most {MaxBytes}.");
                return null;
            }
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add($"pack.json cannot be read: {failure.Message}");
            return null;
        }
        return Parse(bytes, problems);
    }

    /// <summary>Reads a manifest from memory, UTF-8.</summary>
    public static PackManifest? Parse(ReadOnlyMemory<byte> utf8, ICollection<string> problems)
    {
        // A byte order mark is legal in files and unknown to the parser.
        if (utf8.Span is [0xEF, 0xBB, 0xBF, ..]) utf8 = utf8[3..];
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 });
            var before = problems.Count;
            JsonShape.Check(document.RootElement, typeof(PackManifest), "", problems, JsonOptions);
            return problems.Count == before ? document.RootElement.Deserialize<PackManifest>(JsonOptions) : null;
        }
        catch (JsonException broken)
        {
            problems.Add(broken.LineNumber is { } line
                ? string.Create(CultureInfo.InvariantCulture, $"pack.json is not valid JSON at line {line + 1}, byte {broken.BytePositionInLine + 1}: {Reason(broken)}")
                : $"pack.json is not valid JSON: {Reason(broken)}");
            return null;
        }
    }

    /// <summary>Reads a system's settings as the type that its family wants.</summary>
    /// <param name="settings">The settings; null for none.</param>
    /// <param name="key">Where they stand, for messages.</param>
    public static T? ReadSettings<T>(JsonElement? settings, string key, ICollection<string> problems)
        where T : class, new()
    {
        if (settings is not { } given) return new T();
        var before = problems.Count;
        JsonShape.Check(given, typeof(T), key, problems, JsonOptions);
        return problems.Count == before ? given.Deserialize<T>(JsonOptions) : null;
    }

    private static string Reason(JsonException broken)
    {
        // The position is told apart, in people's counting.
        var cut = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (cut < 0 ? broken.Message : broken.Message[..cut]).Trim();
    }
}
