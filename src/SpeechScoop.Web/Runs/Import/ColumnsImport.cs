using System.Security.Cryptography;
using System.Text.Json;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.ListeningTests;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts.Formats;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Runs.Import;

/// <summary>What an import of columns stored.</summary>
internal sealed record ImportedColumns(IReadOnlyList<string> Metrics, int Outputs, int Values);

/// <summary>Stores values that another program measured on a run's outputs. Where they come from (the file and its hash) is their recipe.</summary>
internal sealed class ColumnsImport(RunStore runs, RunOutputStore outputs, MeasurementStore measurements, MetricRegistry registry, TimeProvider time)
{
    /// <summary>Largest table, in bytes.</summary>
    public const int MaximumBytes = 25_000_000;

    public async Task<Result<ImportedColumns>> ImportAsync(string runId, string file, byte[] bytes)
    {
        if (!(await runs.FindAsync(runId)).TryGet(out var run, out var error) || !TextDecoding.Read(file, bytes).Then(CsvTable.Read).TryGet(out var table, out error)
            || !(await outputs.OfRunAsync(run.Id, brief: true)).TryGet(out var all, out error)) return error;
        var own = registry.All.Select(metric => metric.Info.Id).Append(TranscriptScore.WordMetric).Append(TranscriptScore.CharacterMetric).ToHashSet(StringComparer.Ordinal);
        NamedOutput[] finished = [.. all.Where(output => output.Status is OutputStatus.Done).Select(output => new NamedOutput(output.Id, output.ItemKey, output.SystemId, output.Take))];
        if (!ExternalColumns.Read(table, finished, own).TryGet(out var columns, out error)) return error;
        var recipe = JsonSerializer.Serialize(new { file, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) });
        var now = time.GetUtcNow();
        var stored = await measurements.AddAsync([.. columns.Values.Select(value => new Measurement
        {
            Id = Guid.CreateVersion7().ToString(), OutputId = value.Output, Metric = value.Metric, Version = "imported", Recipe = recipe, Value = value.Value, CreatedAt = now,
        })]);
        return stored.Select(_ => new ImportedColumns(columns.Columns, columns.Values.Select(value => value.Output).Distinct().Count(), columns.Values.Count));
    }
}
