using System.Reflection;
using System.Text.Json;

namespace SpeechScoop.Audio.Metrics.SelfCheck;

/// <summary>What a metric must give on some golden signals.</summary>
/// <param name="Metric">Its id.</param>
/// <param name="Signals">A name of <see cref="GoldenSignals"/>.</param>
/// <param name="Basis">How the value is known: <c>numpy</c>, an independent computation from the definition; <c>construction</c>, how the signals were made; <c>definition</c>, what the metric gives for a clip against itself; <c>reference</c>, the reference implementation.</param>
/// <param name="Expected">The value.</param>
/// <param name="Tolerance">Largest difference that passes.</param>
public sealed record GoldenValue(string Metric, string Signals, string Basis, double Expected, double Tolerance)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The table golden-values.json.</summary>
    public static IReadOnlyList<GoldenValue> All { get; } = Read();

    /// <summary>The values that are known of a metric: those of the table, and that of identity.</summary>
    public static IEnumerable<GoldenValue> Of(SpeechScoop.Metrics.MetricInfo metric)
    {
        foreach (var value in All)
            if (value.Metric == metric.Id) yield return value;
        if (metric.Identity is { } identity) yield return new GoldenValue(metric.Id, "voice-itself", "definition", identity, 1e-9);
    }

    private static GoldenValue[] Read()
    {
        using var table = Assembly.GetExecutingAssembly().GetManifestResourceStream("golden-values.json")
            ?? throw new InvalidOperationException("The table golden-values.json is missing from the assembly: the build is broken.");
        return JsonSerializer.Deserialize<GoldenValue[]>(table, Json)!;
    }
}
