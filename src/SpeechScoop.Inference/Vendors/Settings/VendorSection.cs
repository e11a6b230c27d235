using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SpeechScoop.Inference.Vendors.Settings;

/// <summary>A vendor as the settings write it, before anything is checked.</summary>
internal sealed class VendorSection
{
    public string? Kind { get; set; }

    public IReadOnlyList<string>? Tasks { get; set; }

    public string? Title { get; set; }

    public string? BaseUrl { get; set; }

    public string? Model { get; set; }

    public string? SpeechModel { get; set; }

    public string? Voice { get; set; }

    public string? Language { get; set; }

    public JsonObject? Fields { get; set; }

    public JsonObject? SpeechFields { get; set; }

    public bool Stream { get; set; }

    public int? SampleRate { get; set; }

    public double? TimeoutSeconds { get; set; }

    public int? Concurrency { get; set; }

    public bool PrivateNetwork { get; set; }

    public string? ApiKey { get; set; }

    /// <summary>Every name, for messages.</summary>
    public static string Names { get; } = string.Join(", ", typeof(VendorSection).GetProperties()
        .Where(property => property.SetMethod is { IsStatic: false }).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)));

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
