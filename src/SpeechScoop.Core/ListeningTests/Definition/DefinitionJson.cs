using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpeechScoop.ListeningTests;

/// <summary>A definition as JSON: what is stored, what is hashed, what the API takes and gives.</summary>
public static class DefinitionJson
{
    /// <summary>camelCase names, enumerations in kebab case, nothing for null: the same on every machine.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes a definition.</summary>
    public static string Write(ListeningTestDefinition definition) => JsonSerializer.Serialize(definition, Options);

    /// <summary>Reads a definition.</summary>
    /// <returns><see cref="Error.Invalid"/> that names the place, for text that is no definition.</returns>
    public static Result<ListeningTestDefinition> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ListeningTestDefinition>(json, Options) is { } definition
                ? definition
                : new Error.Invalid("definition-empty", "The definition is null. Send a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return new Error.Invalid("definition-unreadable", $"The definition cannot be read: {exception.Message}");
        }
    }

    /// <summary>SHA-256, in 64 lower-case hexadecimal digits, over design, seed and audio: over the JSON, in which clips are named by content.</summary>
    public static string Hash(ListeningTestDefinition definition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(definition))));
}
