using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Runs;

namespace SpeechScoop.Web.Commands;

/// <summary><c>run --dataset D --kind K --system S… [--setting k=v] [--takes N] [--metrics M…] [--recognizer R] [--json]</c>, or <c>run --resume ID</c></summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var dataset = new Option<string>("--dataset", "-d") { Description = "The dataset, by name or id." };
        var kind = new Option<RunKind?>("--kind", "-k") { Description = "recognition, synthesis or reconstruction. Default: what the first system does." };
        var system = new Option<string[]>("--system", "-s") { Description = "A system; repeat for several." };
        var setting = new Option<string[]>("--setting") { Description = "A setting of all systems, such as temperature=0.7 or codebooks=4; the same name twice makes a condition for each value." };
        var takes = new Option<int>("--takes") { Description = "Outputs of each synthesizer for each prompt, with seeds of their own.", DefaultValueFactory = _ => 1 };
        var metrics = new Option<string[]>("--metrics", "-m") { Description = "Metrics of each clip, apart by commas or spaces.", AllowMultipleArgumentsPerToken = true };
        var recognizer = new Option<string?>("--recognizer", "-r") { Description = "The recognizer that writes down what synthesizers said." };
        var seed = new Option<long?>("--seed") { Description = "From which the seeds of all outputs follow. Default: by lot." };
        var title = new Option<string?>("--title") { Description = "What pages call the run." };
        var concurrency = new Option<int?>("--concurrency") { Description = "Most outputs made at the same time. Default: as many as there are cores, and of each vendor as many as its settings say." };
        var resume = new Option<string?>("--resume") { Description = "Go on with a run that was interrupted, paused or queued, by its id." };
        var json = CommandOutput.JsonOption();
        var command = new Command("run", "Run systems over a dataset, to the end. Interrupted, it goes on with --resume.")
        {
            dataset, kind, system, setting, takes, metrics, recognizer, seed, title, concurrency, resume, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!LocalApp.Open().TryGet(out var app, out var error)) return CommandOutput.Fail(error);
            await using var _ = app;
            var names = (parsed.GetValue(metrics) ?? []).SelectMany(text => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).ToArray();
            var started = parsed.GetValue(resume) is { } id
                ? await ResumeAsync(app, id)
                : await StartAsync(app, parsed.GetValue(dataset), parsed.GetValue(kind), parsed.GetValue(system) ?? [], parsed.GetValue(setting) ?? [], parsed.GetValue(title), parsed.GetValue(seed),
                    new RunPlan { Conditions = [], Takes = parsed.GetValue(takes), Metrics = names, Recognizer = parsed.GetValue(recognizer), Concurrency = parsed.GetValue(concurrency) });
            if (!started.TryGet(out var run, out error)) return CommandOutput.Fail(error);
            await Console.Error.WriteLineAsync($"{run.Title}: run {run.Id}");
            return await FinishAsync(app, run.Id, parsed.GetValue(json), cancellation);
        });
        return command;
    }

    /// <summary>Follows a run to its end and prints it.</summary>
    internal static async Task<int> FinishAsync(LocalApp app, string runId, bool json, CancellationToken cancellation)
    {
        try
        {
            if (!(await RunFollowing.ToEndAsync(app, runId, cancellation)).TryGet(out var ended, out var error)
                || !(await app.Get<RunReader>().SummaryAsync(runId)).TryGet(out var summary, out error)) return CommandOutput.Fail(error);
            if (json) CommandOutput.WriteDocument(new { run = ended, summary });
            else Print(ended, summary);
            return ended is { Status: RunStatus.Done, Progress.Failed: 0 } ? 0 : 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Stopped. What is done stays; go on with: run --resume {runId}");
            return 2;
        }
    }

    private static async Task<Result<Run>> ResumeAsync(LocalApp app, string id)
    {
        var runs = app.Get<RunStore>();
        if (!(await runs.FindAsync(id)).TryGet(out var run, out var error)) return error;
        return run.Status is RunStatus.Paused ? await runs.ResumeAsync(id) : run;
    }

    private static async Task<Result<Run>> StartAsync(
        LocalApp app, string? dataset, RunKind? kind, string[] systems, string[] settings, string? title, long? seed, RunPlan plan)
    {
        if (systems.Length == 0) return new Error.Invalid("system-missing", "No system is named. Give --system, such as --system scoop-recognizer/lexicon; \"packs list\" shows what there is.");
        var known = app.Get<RunSystems>().Find(systems[0]);
        if (kind is null && known is null) return new Error.Invalid("system-unknown", $"There is no system \"{systems[0]}\". \"packs list\" shows what there is.");
        if (!Combine(settings).TryGet(out var combinations, out var error)) return error;
        var chosen = kind ?? Enum.GetValues<RunKind>().First(one => one.Systems() == known!.Kind);
        plan = plan with { Conditions = [.. systems.SelectMany(id => combinations.Select(values => new RunCondition(id, values.DeepClone().AsObject())))] };
        return await app.Get<RunMaking>().CreateAsync(new NewRun(dataset, chosen, plan, title, seed));
    }

    /// <summary>All combinations of settings: a name that occurs twice stands for as many conditions.</summary>
    internal static Result<IReadOnlyList<JsonObject>> Combine(IEnumerable<string> settings)
    {
        List<JsonObject> combinations = [[]];
        var pairs = new List<(string Name, string Value)>();
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) return new Error.Invalid("setting-unreadable", $"--setting is '{setting}'. Write name=value, such as temperature=0.7.");
            pairs.Add((setting[..equals].Trim(), setting[(equals + 1)..].Trim()));
        }
        foreach (var group in pairs.GroupBy(pair => pair.Name, pair => pair.Value))
            combinations = [.. combinations.SelectMany(combination => group.Distinct().Select(value =>
            {
                var extended = combination.DeepClone().AsObject();
                extended[group.Key] = Value(value);
                return extended;
            }))];
        return Result<IReadOnlyList<JsonObject>>.Ok(combinations);
    }

    private static JsonNode Value(string text)
    {
        if (text is "true" or "false") return JsonValue.Create(text is "true");
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return JsonValue.Create(whole);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return JsonValue.Create(number);
        return text.Contains(',', StringComparison.Ordinal) ? new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries).Select(word => (JsonNode)word)]) : JsonValue.Create(text);
    }

    private static void Print(RunView run, IReadOnlyList<ConditionSummaryView> summary)
    {
        foreach (var condition in summary.Where(condition => condition.Condition >= 0))
        {
            var view = run.Conditions[condition.Condition];
            var metrics = condition.Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key} {metric.Value.Value:0.####}"));
            var factor = condition.RealTimeFactor is { } real ? string.Create(CultureInfo.InvariantCulture, $"real-time factor {real:0.000}") : null;
            Console.Out.WriteLine(string.Join("  ",
                new[] { string.Join(", ", view.Phrases.Prepend(view.System.Title)), $"{condition.Done} done", condition.Failed > 0 ? $"{condition.Failed} failed" : null, factor, string.Join("  ", metrics) }.Where(part => !string.IsNullOrEmpty(part))));
        }
    }
}
