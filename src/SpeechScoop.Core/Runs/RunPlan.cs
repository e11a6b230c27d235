using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SpeechScoop.Runs;

/// <summary>What a run makes: one output per item, condition and take.</summary>
public sealed record RunPlan
{
    /// <summary>Systems with their settings.</summary>
    public required IReadOnlyList<RunCondition> Conditions { get; init; }

    /// <summary>Outputs of one condition for one item, 1..<see cref="MaximumTakes"/>.</summary>
    public int Takes { get; init; } = 1;

    /// <summary>Whether all takes of an item share one seed: whatever then differs is not the seed's doing.</summary>
    public bool SameSeed { get; init; }

    /// <summary>Whether the first take of each item is made once more, with its own seed, to see whether that gives the same sound.</summary>
    public bool Determinism { get; init; }

    /// <summary>Ids of the metrics that are measured on each finished output.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>The recognizer that writes down what a synthesizer said, for round-trip error rates; null for none.</summary>
    public string? Recognizer { get; init; }

    /// <summary>Most outputs made at the same time, 1..64; null for as many as this machine's cores and the vendors' settings allow, shared with other runs.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Most takes of one condition for one item.</summary>
    public const int MaximumTakes = 100;

    /// <summary>Outputs of one condition for one item: the takes, and after them the repetition of the first where <see cref="Determinism"/> asks for it.</summary>
    [JsonIgnore]
    public int OutputsPerItem => Takes + (Determinism ? 1 : 0);

    /// <summary>The seed of an output of a run.</summary>
    /// <param name="take">0 .. <see cref="OutputsPerItem"/> − 1.</param>
    public long SeedOf(long runSeed, string itemKey, int take) => TakeSeed.Of(runSeed, itemKey, SameSeed || take >= Takes ? 0 : take);

    /// <summary>camelCase names, nothing for null.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        RespectNullableAnnotations = true,
    };

    /// <summary>The plan as stored.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RunPlan Read(string json) => JsonSerializer.Deserialize<RunPlan>(json, Json)!;
}

/// <summary>A system with settings.</summary>
/// <param name="SystemId">Such as <c>scoop-recognizer/lexicon</c>.</param>
/// <param name="Settings">By name; which there are depends on the system: <c>rate</c>, <c>temperature</c>, <c>codebooks</c>, <c>words</c> …</param>
public sealed record RunCondition(string SystemId, JsonObject? Settings = null)
{
    /// <summary>The settings as outputs carry them: JSON with sorted names, without those that are null.</summary>
    [JsonIgnore]
    public string SettingsJson => new JsonObject((Settings ?? []).Where(setting => setting.Value is not null).OrderBy(setting => setting.Key, StringComparer.Ordinal)
        .Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value!.DeepClone()))).ToJsonString();
}
