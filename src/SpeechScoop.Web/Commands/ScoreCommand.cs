using System.CommandLine;
using System.Globalization;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Metrics;
using SpeechScoop.Web.Commands.Transcripts;
using SpeechScoop.Web.Metrics;

namespace SpeechScoop.Web.Commands;

/// <summary><c>score audio [--ref R] --deg D [--metrics M,…] [--domain D] [--text T] [--visqol-model FILE] [--json]</c> and <c>score metrics [--json]</c></summary>
internal static class ScoreCommand
{
    /// <summary>The JSON output: a clip as its metrics judge it.</summary>
    internal sealed record Score(string Clip, string? Reference, IReadOnlyDictionary<string, MetricValueView> Metrics);

    public static Command Create() => new("score", "Measure what was made: clips with and without a reference, sets of clips, speakers, transcripts.")
    {
        CreateAudio(),
        CreateMetrics(),
        ScoreSetCommand.CreateSet(),
        ScoreSetCommand.CreateSpeakers(),
        ScoreWerCommand.Create(),
        ScoreCpwerCommand.Create(),
        ScoreCompareCommand.Create(),
        ScoreStreamingCommand.Create(),
    };

    private static Command CreateAudio()
    {
        var reference = new Option<FileInfo?>("--ref", "-r") { Description = "The clip as it should be: same rate, time-aligned. Without it, only metrics that need none are computed." };
        var degraded = new Option<FileInfo>("--deg", "-d") { Description = "The clip to judge.", Required = true };
        var metrics = new Option<string[]>("--metrics", "-m") { Description = "Ids, with commas between, or all (\"score metrics\" lists them). Default: all for which there is what they need.", AllowMultipleArgumentsPerToken = true };
        var domain = new Option<SoundDomain?>("--domain") { Description = "What the clip is of: speech, singing, music, environment, animal. Metrics made for something else say so." };
        var text = new Option<string?>("--text") { Description = "What is said in the clip, for metrics that need it." };
        var visqolModel = new Option<FileInfo?>("--visqol-model") { Description = "The model of ViSQOL's audio mode: libsvm_nu_svr_model.txt of ViSQOL 3.3.3. Default: the setting SpeechScoop__VisqolModel." };
        var json = CommandOutput.JsonOption();
        var command = new Command("audio", "Measure a clip, alone or against its reference.") { reference, degraded, metrics, domain, text, visqolModel, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var packs = LocalCatalog.Open();
            return await MeasureAsync(
                Registry(parsed.GetValue(visqolModel), packs), parsed.GetValue(degraded)!, parsed.GetValue(reference), Ids(parsed.GetValue(metrics)), parsed.GetValue(domain), parsed.GetValue(text), parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static Command CreateMetrics()
    {
        var json = CommandOutput.JsonOption();
        var command = new Command("metrics", "List all metrics: what each needs, where it is valid, what it is blind to.") { json };
        command.SetAction(parsed =>
        {
            using var packs = LocalCatalog.Open();
            var all = Registry(null, packs).All.Select(metric => MetricView.Of(metric.Info)).ToArray();
            if (parsed.GetValue(json)) CommandOutput.WriteDocument(all);
            else foreach (var metric in all) Console.Out.WriteLine($"{metric.Id,-20} {metric.Title}{(metric.Unit is "" ? "" : $" ({metric.Unit})")}, {Needs(metric)}; {metric.Version}");
        });
        return command;
    }

    private static async Task<int> MeasureAsync(
        MetricRegistry registry, FileInfo degraded, FileInfo? reference, string[] ids, SoundDomain? domain, string? text, bool json, CancellationToken cancellation)
    {
        if (!registry.Choose(ids).TryGet(out var chosen, out var error)) return CommandOutput.Fail(error);
        if (ids.Length == 0) chosen = [.. registry.All.Where(metric => Applies(metric.Info, reference, text))];
        var warnings = new List<string>();
        if (!(await AudioDecoder.DecodeAsync(degraded.FullName, DecodeLimits.ForMeasuring, warnings, cancellation)).TryGet(out var clip, out error)) return CommandOutput.Fail(error);
        AudioClip? original = null;
        if (reference is not null && !(await AudioDecoder.DecodeAsync(reference.FullName, DecodeLimits.ForMeasuring, warnings, cancellation)).TryGet(out original, out error)) return CommandOutput.Fail(error);
        CommandOutput.Warn(warnings);
        Print(degraded, reference, MetricRegistry.Measure(chosen, new MetricInput(clip, original, text, domain)), json);
        return 0;
    }

    private static MetricRegistry Registry(FileInfo? visqolModel, LocalCatalog packs)
    {
        var settings = LocalSettings.Read();
        if (visqolModel is not null) settings.VisqolModel = visqolModel.FullName;
        return InstalledMetrics.Registry(settings, packs.Catalog);
    }

    /// <summary>Whether there is everything that a metric needs beside the clip.</summary>
    private static bool Applies(MetricInfo info, FileInfo? reference, string? text) =>
        (reference is not null || !info.Needs.HasFlag(MetricNeeds.Reference)) && (text is not null || !info.Needs.HasFlag(MetricNeeds.Text));

    private static string[] Ids(string[]? values) =>
        [.. (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static void Print(FileInfo clip, FileInfo? reference, IReadOnlyList<MetricOutcome> outcomes, bool json)
    {
        if (json)
        {
            CommandOutput.WriteDocument(new Score(clip.ToString(), reference?.ToString(), outcomes.ToDictionary(outcome => outcome.Info.Id, MetricValueView.Of)));
            return;
        }
        foreach (var (info, value) in outcomes)
            Console.Out.WriteLine($"{info.Id,-20} {(value.Value is { } number ? $"{number.ToString("0.######", CultureInfo.InvariantCulture)} {info.Unit}".TrimEnd() : $"–  {value.NotValid}")}");
    }

    private static string Needs(MetricView metric) =>
        metric.Needs.Count == 0 ? "needs nothing but the clip" : $"needs {string.Join(" and ", metric.Needs.Select(need => need.ToString().ToLowerInvariant()))}";
}
