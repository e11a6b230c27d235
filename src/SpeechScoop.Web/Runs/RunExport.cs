using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Datasets;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Runs;

/// <summary>The form of an export.</summary>
internal enum ExportFormat
{
    /// <summary>A table with a column a metric and attribute.</summary>
    Csv,

    /// <summary>A JSON object a line.</summary>
    Jsonl,
}

/// <summary>All outputs of a run with their items, times and measurements, for analysis elsewhere.</summary>
internal sealed class RunExport(RunStore runs, RunOutputStore outputs, MeasurementStore measurements)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Fixed =
    [
        "output", "key", "system", "systemVersion", "settings", "take", "seed", "status", "reference", "text", "language", "speaker", "start", "end", "clip", "itemClip",
        "audioSeconds", "processingSeconds", "firstResultSeconds", "bitRate", "attempts", "error",
    ];

    /// <summary>Writes a run.</summary>
    public async Task<Result<string>> WriteAsync(string runId, ExportFormat format)
    {
        if (!(await runs.FindAsync(runId)).TryGet(out _, out var error) || !(await outputs.OfRunAsync(runId, brief: true)).TryGet(out var all, out error)
            || !(await measurements.OfRunAsync(runId)).TryGet(out var measured, out error)) return error;
        var byOutput = measured.ToLookup(measurement => measurement.OutputId);
        return format is ExportFormat.Csv ? Csv(all, byOutput) : Jsonl(all, byOutput);
    }

    private static string Csv(IReadOnlyList<RunItemOutput> all, ILookup<string, Measurement> measured)
    {
        string[] metrics = [.. measured.SelectMany(group => group).Select(measurement => measurement.Metric).Distinct().Order(StringComparer.Ordinal)];
        var attributes = all.Select(output => ItemAttributes.Read(output.ItemAttributes)).ToArray();
        string[] names = [.. attributes.SelectMany(one => one.Keys).Distinct().Order(StringComparer.Ordinal)];
        return Exports.Csv.Write(
            [.. Fixed, .. metrics.SelectMany(metric => new[] { metric, $"{metric}.recipe" }), .. names.Select(name => $"attribute.{name}")],
            all.Select((output, index) =>
            {
                var values = measured[output.Id].ToDictionary(measurement => measurement.Metric);
                return (IReadOnlyList<object?>)
                [
                    .. Cells(output),
                    .. metrics.SelectMany(metric => values.TryGetValue(metric, out var value) ? new object?[] { value.Value, $"{value.Version} {value.Recipe}" } : [null, null]),
                    .. names.Select(name => attributes[index].GetValueOrDefault(name)),
                ];
            }));
    }

    private static object?[] Cells(RunItemOutput output) =>
    [
        output.Id, output.ItemKey, output.SystemId, output.SystemVersion, output.Settings, output.Take, output.Seed, output.Status.ToString().ToLowerInvariant(), output.ItemText, output.Text,
        output.ItemLanguage, output.ItemSpeaker, output.ItemStart, output.ItemEnd, output.ClipSha256, output.ItemClipSha256,
        output.AudioSeconds, output.ProcessingSeconds, output.FirstResultSeconds, output.BitRate, output.Attempts, output.Error,
    ];

    private static string Jsonl(IReadOnlyList<RunItemOutput> all, ILookup<string, Measurement> measured)
    {
        var text = new System.Text.StringBuilder();
        foreach (var output in all)
        {
            var line = new JsonObject();
            foreach (var (name, cell) in Fixed.Zip(Cells(output)))
                if (cell is not null) line[name] = name is "settings" ? JsonNode.Parse((string)cell) : JsonSerializer.SerializeToNode(cell, Readable);
            line["attributes"] = JsonNode.Parse(output.ItemAttributes);
            line["measurements"] = new JsonObject(measured[output.Id].Select(measurement => KeyValuePair.Create(measurement.Metric, (JsonNode?)new JsonObject
            {
                ["value"] = measurement.Value,
                ["version"] = measurement.Version,
                ["recipe"] = measurement.Recipe,
                ["details"] = measurement.Details is null ? null : JsonNode.Parse(measurement.Details),
            })));
            if (output.NotMeasured is { } reasons) line["notMeasured"] = JsonNode.Parse(reasons);
            text.Append(CultureInfo.InvariantCulture, $"{line.ToJsonString(Readable)}\n");
        }
        return text.ToString();
    }
}
