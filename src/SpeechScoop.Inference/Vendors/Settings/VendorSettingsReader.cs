using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpeechScoop.Inference.Vendors.Settings;

/// <summary>Reads vendors from a settings file that only its owner may read, and from the environment, which wins.</summary>
public static class VendorSettingsReader
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "vendors.json";

    private const string Prefix = "SpeechScoop__Vendors__";
    private const int LargestFile = 1 << 20;

    private static readonly JsonNodeOptions IgnoreCase = new() { PropertyNameCaseInsensitive = true };
    private static readonly JsonDocumentOptions Forgiving = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <summary>Reads the file <c>vendors.json</c> of the data folder, where there is one, and this process's environment.</summary>
    public static VendorConfiguration Read(string dataPath) => Read(Path.Combine(dataPath, FileName), Environment.GetEnvironmentVariables());

    /// <summary>Reads a file and variables.</summary>
    /// <param name="path">A JSON object: settings by vendor's name. A missing file holds none.</param>
    /// <param name="environment">Names such as <c>SpeechScoop__Vendors__groq__ApiKey</c> (in any case) with their values.</param>
    public static VendorConfiguration Read(string path, IDictionary environment)
    {
        var problems = new List<VendorProblem>();
        var (sections, refused) = ReadFile(path);
        if (refused is not null) problems.Add(new VendorProblem(Path.GetFileName(path), refused));
        foreach (var name in sections.Where(section => section.Value is not JsonObject).Select(section => section.Key).ToArray())
        {
            problems.Add(new VendorProblem(name, $"\"{name}\" in {path} is not an object. Write its settings in braces."));
            sections.Remove(name);
        }
        Merge(sections, environment);
        var vendors = new List<VendorSettings>();
        foreach (var (name, section) in sections.OrderBy(section => section.Key, StringComparer.Ordinal))
        {
            if (Interpret(name, section!).TryGet(out var vendor, out var error)) vendors.Add(vendor);
            else problems.Add(new VendorProblem(name, error.Message));
        }
        return new VendorConfiguration(vendors, problems);
    }

    private static (JsonObject Sections, string? Refused) ReadFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return (new JsonObject(IgnoreCase), null);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) is not 0 and var open)
                return (new JsonObject(IgnoreCase), $"{path} may hold keys, and its mode lets more than its owner read or write it ({open}). Nothing of it is used. Run: chmod 600 {path}");
            if (file.Length > LargestFile) return (new JsonObject(IgnoreCase), $"{path} has {file.Length} bytes; settings have up to {LargestFile}. Is it the right file?");
            return JsonNode.Parse(File.ReadAllText(path), IgnoreCase, Forgiving) is JsonObject sections
                ? (sections, null) : (new JsonObject(IgnoreCase), $"{path} is not a JSON object. Write {{ \"name\": {{ \"kind\": … }} }}.");
        }
        catch (JsonException exception)
        {
            return (new JsonObject(IgnoreCase), $"{path} is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}. Mend it there.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (new JsonObject(IgnoreCase), $"{path} cannot be read ({exception.GetType().Name}). It has to belong to the user that runs SpeechScoop.");
        }
    }

    /// <summary>Puts variables over the file's settings.</summary>
    private static void Merge(JsonObject sections, IDictionary environment)
    {
        var ours = environment.Cast<DictionaryEntry>().Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value ?? ""))
            .Where(entry => entry.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var (variable, value) in ours)
        {
            var parts = variable[Prefix.Length..].Split("__");
            var name = parts[0].ToLowerInvariant();
            if (parts.Length < 2 || name.Length == 0) continue;
            if (sections[name] is not JsonObject section) sections[name] = section = new JsonObject(IgnoreCase);
            // A name in another case must not stand there twice.
            for (var i = 1; i < parts.Length - 1; i++)
            {
                if (section[parts[i]] is not JsonObject inner)
                {
                    section.Remove(parts[i]);
                    section[parts[i]] = inner = new JsonObject(IgnoreCase);
                }
                section = inner;
            }
            section.Remove(parts[^1]);
            section[parts[^1]] = parts.Length > 2 ? value : Typed(parts[^1], value);
        }
    }

    private static JsonNode Typed(string property, string value)
    {
        if (property.Equals("tasks", StringComparison.OrdinalIgnoreCase))
            return new JsonArray([.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(task => (JsonNode)task)]);
        return bool.TryParse(value, out var truth) ? truth : value;
    }

    private static Result<VendorSettings> Interpret(string name, JsonNode section)
    {
        try
        {
            // A list given variable by variable (Tasks__0, Tasks__1 …) is an object here.
            if (section["tasks"] is JsonObject listed) section["tasks"] = new JsonArray([.. listed.Select(entry => entry.Value!.DeepClone())]);
            return VendorSettingsCheck.Check(name, section.Deserialize<VendorSection>(VendorSection.Json)!);
        }
        catch (JsonException exception)
        {
            // Of the message only the place: what stands there may be a key in the wrong line.
            return new Error.Invalid("vendor-setting", $"The vendor \"{name}\" has a setting that there is not, or one of the wrong kind, at {exception.Path}. There are: {VendorSection.Names}; docs/guides/vendors.md has examples.");
        }
    }
}
