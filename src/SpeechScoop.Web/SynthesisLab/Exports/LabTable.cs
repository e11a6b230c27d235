using SpeechScoop.SynthesisLab;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.SynthesisLab.Exports;

/// <summary>A table of the analysis, for CSV files and for the report.</summary>
/// <param name="Title">For people.</param>
/// <param name="Header">Names of columns.</param>
/// <param name="Rows">Cells: text, numbers, booleans, or null for an empty cell.</param>
internal sealed record LabTable(string Title, IReadOnlyList<string> Header, IReadOnlyList<object?[]> Rows)
{
    /// <summary>The table as RFC 4180 wants it.</summary>
    public string ToCsv() => Csv.Write(Header, Rows);

    public static LabTable Spread(LabView view) => new("Spread within and between prompts",
        ["condition", "title", "metric", "unit", "mean", "mean_low", "mean_high", "sd_within_prompts", "sd_within_low", "sd_within_high", "sd_between_prompts", "icc1", "icc1_low", "icc1_high", "prompts", "takes"],
        [.. view.Analysis.Spread.Select(spread => (object?[])[
            spread.Condition, Named(view, spread.Condition), spread.Metric, Unit(view, spread.Metric), spread.Mean.Value, spread.Mean.Low, spread.Mean.High, spread.Within?.Value, spread.Within?.Low, spread.Within?.High,
            spread.Between, spread.Icc, spread.IccLow, spread.IccHigh, spread.Prompts, spread.Takes,
        ])]);

    public static LabTable Failures(LabView view) => new("Failures by kind",
        ["condition", "title", "kind", "failed", "takes", "rate", "wilson_low", "wilson_high", "over_prompts_low", "over_prompts_high"],
        [.. view.Analysis.Failures.SelectMany(summary => summary.Kinds.Prepend(new KindOfFailure("any", summary.All)).Select(kind => (object?[])[
            summary.Condition, Named(view, summary.Condition), kind.Kind, kind.Rate.Failed, kind.Rate.Takes, kind.Rate.Rate, kind.Rate.Interval.Low, kind.Rate.Interval.High,
            kind.Kind is "any" ? summary.ByPrompt.Low : null, kind.Kind is "any" ? summary.ByPrompt.High : null,
        ]))]);

    public static LabTable Success(LabView view) => new("Success by attempts",
        ["condition", "title", "k", "pass_at_k", "pass_at_k_low", "pass_at_k_high", "all_pass_k", "all_pass_k_low", "all_pass_k_high", "prompts"],
        [.. view.Analysis.Success.SelectMany(curve => curve.Points.Select(point => (object?[])[
            curve.Condition, Named(view, curve.Condition), point.K, point.AnyPasses.Value, point.AnyPasses.Low, point.AnyPasses.High, point.AllPass.Value, point.AllPass.Low, point.AllPass.High, point.AnyPasses.Prompts,
        ]))]);

    public static LabTable DemoBias(LabView view) => new("Best, typical and worst of K",
        ["condition", "title", "metric", "unit", "k", "best", "typical", "worst", "bias", "bias_low", "bias_high", "prompts"],
        [.. view.Analysis.DemoBias.Select(bias => (object?[])[
            bias.Condition, Named(view, bias.Condition), bias.Metric, Unit(view, bias.Metric), bias.Takes, bias.Best, bias.Typical, bias.Worst, bias.Bias.Value, bias.Bias.Low, bias.Bias.High, bias.Bias.Prompts,
        ])]);

    public static LabTable Determinism(LabView view) => new("Same seed twice",
        ["condition", "title", "prompt", "seed", "first_output", "second_output", "same_bits", "length_difference_samples", "largest_difference", "snr_db"],
        [.. view.Analysis.Determinism.SelectMany(found => found.Details.Select(pair => (object?[])[
            found.Condition, Named(view, found.Condition), pair.Prompt, pair.Seed, pair.First, pair.Second, pair.SameBits, pair.Waveform?.LengthDifference, pair.Waveform?.LargestDifference, pair.Waveform?.SnrDb,
        ]))]);

    /// <summary>The failure rate, and the mean and the spread of each metric: what stability and expressiveness are read from.</summary>
    public static LabTable Stability(LabView view) => new("Stability and expressiveness",
        ["condition", "title", "measure", "value", "low", "high", "prompts"],
        [
            .. view.Analysis.Failures.Select(summary => Row(view, summary.Condition, "failure-rate", summary.ByPrompt)),
            .. view.Analysis.Spread.SelectMany(spread => (IEnumerable<object?[]>)[Row(view, spread.Condition, $"{spread.Metric}:mean", spread.Mean),
                .. spread.Within is { } within ? [Row(view, spread.Condition, $"{spread.Metric}:within", within)] : Array.Empty<object?[]>()]),
        ]);

    public static LabTable Speed(LabView view) => new("Speed",
        ["condition", "title", "measure", "median", "median_low", "median_high", "p5", "p95", "takes", "total_seconds"],
        [.. view.Analysis.Speed.SelectMany(speed => Measures(speed).Where(measure => measure.Of is not null).Select(measure => (object?[])[
            speed.Condition, Named(view, speed.Condition), measure.Name,
            measure.Of!.Median, measure.Of.MedianLow, measure.Of.MedianHigh, measure.Of.P5, measure.Of.P95, measure.Of.N, measure.TotalSeconds,
        ]))]);

    private static (string Name, Percentiles? Of, double? TotalSeconds)[] Measures(SpeedSummary speed) =>
    [
        ("real-time-factor", speed.RealTimeFactor, null),
        ("times-real-time", speed.TimesRealTime, null),
        ("first-audio-seconds", speed.FirstAudioSeconds, null),
        ("processing-seconds", speed.ProcessingSeconds, speed.TotalProcessingSeconds),
        ("audio-seconds", speed.AudioSeconds, speed.TotalAudioSeconds),
    ];

    private static object?[] Row(LabView view, string condition, string measure, PromptEstimate estimate) =>
        [condition, Named(view, condition), measure, estimate.Value, estimate.Low, estimate.High, estimate.Prompts];

    private static string Named(LabView view, string condition) => view.Conditions.First(known => known.Id == condition).Title;

    private static string Unit(LabView view, string metric) => view.Metrics.First(known => known.Id == metric).Unit;
}
