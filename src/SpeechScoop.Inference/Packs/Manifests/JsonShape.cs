using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SpeechScoop.Inference.Packs.Manifests;

/// <summary>
/// Compares JSON with the type that it is meant for and reports every difference, where the serializer would stop at the first.
/// </summary>
internal static class JsonShape
{
    public static void Check(JsonElement element, Type type, string key, ICollection<string> problems, JsonSerializerOptions options)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonElement)) return;
        var name = key.Length == 0 ? "The manifest" : $"'{key}'";
        if (element.ValueKind == JsonValueKind.Null)
        {
            problems.Add($"pack.json: {name} is null; leave the key out instead.");
            return;
        }
        var info = options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(element, info, key, name, problems, options);
                break;
            case JsonTypeInfoKind.Dictionary:
                if (!Expect(element, JsonValueKind.Object, "an object", name, problems)) return;
                foreach (var entry in element.EnumerateObject())
                    Check(entry.Value, info.ElementType!, Join(key, entry.Name), problems, options);
                break;
            case JsonTypeInfoKind.Enumerable:
                if (!Expect(element, JsonValueKind.Array, "a list", name, problems)) return;
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    Check(item, info.ElementType!, $"{key}[{index++}]", problems, options);
                break;
            default:
                CheckValue(element, type, name, problems, options);
                break;
        }
    }

    private static void CheckObject(JsonElement element, JsonTypeInfo info, string key, string name, ICollection<string> problems, JsonSerializerOptions options)
    {
        if (!Expect(element, JsonValueKind.Object, "an object", name, problems)) return;
        var known = info.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (known.TryGetValue(property.Name, out var declared))
                Check(property.Value, declared.PropertyType, Join(key, property.Name), problems, options);
            else
                problems.Add($"pack.json: unknown key '{Join(key, property.Name)}'; known here are {string.Join(", ", known.Keys)}.");
        }
        foreach (var declared in info.Properties.Where(property => property.IsRequired && !element.TryGetProperty(property.Name, out _)))
            problems.Add($"pack.json: the key '{Join(key, declared.Name)}' is missing.");
    }

    private static void CheckValue(JsonElement element, Type type, string name, ICollection<string> problems, JsonSerializerOptions options)
    {
        try
        {
            element.Deserialize(type, options);
        }
        catch (JsonException)
        {
            problems.Add($"pack.json: {name} has to be {Expected(type)}, not {Shown(element)}.");
        }
    }

    private static bool Expect(JsonElement element, JsonValueKind kind, string expected, string name, ICollection<string> problems)
    {
        if (element.ValueKind == kind) return true;
        problems.Add($"pack.json: {name} has to be {expected}, not {Shown(element)}.");
        return false;
    }

    private static string Expected(Type type) => type switch
    {
        _ when type == typeof(string) => "a text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ => "a number",
    };

    private static string Shown(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => element.GetRawText() is { Length: > 60 } text ? text[..60] + "…" : element.GetRawText(),
    };

    private static string Join(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";
}
