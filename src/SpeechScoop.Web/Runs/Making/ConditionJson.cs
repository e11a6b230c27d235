using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpeechScoop.Web.Runs.Making;

/// <summary>Settings of a condition, read with every name checked.</summary>
internal static class ConditionJson
{
    /// <summary>Reads settings.</summary>
    /// <returns><c>setting-unknown</c> for a name that the type has not, <c>setting-unreadable</c> for a value of another kind.</returns>
    public static Result<T> Read<T>(string systemId, string settings)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(settings, Strict) is { } read ? read : new Error.Invalid("setting-unreadable", $"The settings of {systemId} are null. Give a JSON object.");
        }
        catch (JsonException exception)
        {
            var names = typeof(T).GetProperties().Where(property => property.Name is not "EqualityContract").Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            return new Error.Invalid("setting-unknown", $"The settings of {systemId} ({settings}) cannot be read: {exception.Message.Split(" Path:", 2)[0]} There are: {string.Join(", ", names)}.");
        }
    }

    /// <summary>Settings in canonical form: names sorted, nothing for null.</summary>
    public static string Write<T>(T settings) => new JsonObject(
        JsonSerializer.SerializeToNode(settings, Strict)!.AsObject().Where(setting => setting.Value is not null).OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value!.DeepClone()))).ToJsonString();

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
    };
}
