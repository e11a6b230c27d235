using System.Text.Json;
using System.Text.Json.Nodes;
using SpeechScoop.Recognition.Costs;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Vendors;

/// <summary>What a run costs.</summary>
internal sealed record RunCostsView(string Id, string Title, IReadOnlyList<ConditionCostView> Conditions);

/// <summary>What one condition of a run costs, counted from what is done: whether a vendor bills failed calls too, its price list says.</summary>
/// <param name="Price">The vendor's price; null where none was entered.</param>
/// <param name="Billed">Null where the price, or the length of a recording, is not known.</param>
/// <param name="CorrectWords">Reference words that were recognized; null where nothing was compared.</param>
/// <param name="PerThousandCorrectWords">Cost of a thousand of them.</param>
internal sealed record ConditionCostView(SystemReference System, JsonNode Settings, int Done, int Failed, Price? Price, BilledAudio? Billed, long? CorrectWords, decimal? PerThousandCorrectWords);

/// <summary>Prices applied to runs.</summary>
internal sealed class RunCosts(RunStore runs, RunOutputStore outputs, DatasetStore datasets, MeasurementStore measurements, PriceList list, SystemAppearance appearance)
{
    public async Task<Result<RunCostsView>> ReadAsync(string runId)
    {
        if (!(await runs.FindAsync(runId)).TryGet(out var run, out var error)) return error;
        if (run.Kind is not RunKind.Recognition) return new Error.Invalid("run-kind", $"\"{run.Title}\" is no run of recognizers; prices are for minutes of recordings.");
        if (!list.Read().TryGet(out var prices, out error) || !(await outputs.OfRunAsync(runId, brief: true)).TryGet(out var all, out error)
            || !(await measurements.OfRunAsync(runId)).TryGet(out var measured, out error) || !(await datasets.LengthsAsync(run.DatasetId)).TryGet(out var lengths, out error)) return error;
        var correct = measured.Where(measurement => measurement.Metric is "wer").GroupBy(measurement => measurement.OutputId)
            .ToDictionary(same => same.Key, same => CorrectWords(same.MaxBy(measurement => (measurement.CreatedAt, measurement.Id))!));
        var conditions = RunPlan.Read(run.Plan).Conditions.Select(condition => Of(
            condition, [.. all.Where(output => output.SystemId == condition.SystemId && output.Settings == condition.SettingsJson)], correct, lengths, prices));
        return new RunCostsView(run.Id, run.Title, [.. conditions]);
    }

    private ConditionCostView Of(RunCondition condition, RunItemOutput[] made, Dictionary<string, long?> correct, IReadOnlyDictionary<string, double> lengths, IReadOnlyList<Price> prices)
    {
        var done = made.Where(output => output.Status is OutputStatus.Done).ToArray();
        var price = PriceList.Of(prices, condition.SystemId);
        // Transcripts that came as files tell no length; that of their recording does. A recording of unknown length has no cost, which is not a cost of nothing.
        double?[] seconds = [.. done.Select(output => output.AudioSeconds ?? (lengths.TryGetValue(output.ItemId, out var length) ? length : null))];
        var billed = price is null || done.Length == 0 || seconds.Contains(null) ? null : Billing.Cost(price, seconds.Select(one => one!.Value));
        var counted = done.Select(output => correct.GetValueOrDefault(output.Id)).Where(words => words is not null).ToArray();
        long? words = counted.Length == 0 ? null : counted.Sum(one => one!.Value);
        // A cost of all recordings by the words of some would say nothing.
        var perThousand = billed is not null && words is { } known && counted.Length == done.Length ? Billing.PerThousandCorrectWords(billed.Cost, known) : null;
        return new ConditionCostView(
            appearance.Reference(condition.SystemId), JsonNode.Parse(condition.SettingsJson)!, done.Length, made.Count(output => output.Status is OutputStatus.Failed), price, billed, words, perThousand);
    }

    private static long? CorrectWords(Measurement measurement)
    {
        if (measurement.Details is null) return null;
        using var details = JsonDocument.Parse(measurement.Details);
        return details.RootElement.ValueKind is JsonValueKind.Object && details.RootElement.TryGetProperty("correct", out var correct) && correct.TryGetInt64(out var words) ? words : null;
    }
}
