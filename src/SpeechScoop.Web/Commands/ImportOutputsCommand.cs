using System.CommandLine;
using SpeechScoop.Runs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Runs.Import;

namespace SpeechScoop.Web.Commands;

/// <summary><c>import outputs PATH… --dataset D [--system NAME] [--kind K] [--metrics M…] [--recognizer R] [--allow-missing] [--json]</c></summary>
internal static class ImportOutputsCommand
{
    public static Command Create()
    {
        var paths = new Argument<FileSystemInfo[]>("path") { Description = "Folders of clips named key.wav or \"key.take 2.wav\", one folder a system. For transcripts: import hypotheses.", Arity = ArgumentArity.OneOrMore };
        var dataset = new Option<string>("--dataset", "-d") { Description = "The dataset whose items they answer, by name or id.", Required = true };
        var system = new Option<string?>("--system", "-s") { Description = "The system's name. Default: the name of each file's folder." };
        var kind = new Option<RunKind?>("--kind", "-k") { Description = "synthesis or reconstruction. Default: what fits the dataset." };
        var metrics = new Option<string[]>("--metrics", "-m") { Description = "Metrics of each clip, apart by commas or spaces.", AllowMultipleArgumentsPerToken = true };
        var recognizer = new Option<string?>("--recognizer", "-r") { Description = "The recognizer that writes down synthesized clips." };
        var title = new Option<string?>("--title") { Description = "What pages call the run." };
        var allowMissing = new Option<bool>("--allow-missing") { Description = "Count an item without an output as a failure of its system, instead of refusing the import." };
        var json = CommandOutput.JsonOption();
        var command = new Command("outputs", "Make a run of outputs that were made elsewhere, and measure them.") { paths, dataset, system, kind, metrics, recognizer, title, allowMissing, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!LocalApp.Open().TryGet(out var app, out var error)) return CommandOutput.Fail(error);
            await using var _ = app;
            if (!(await LocalFiles.ReadAsync(parsed.GetValue(paths)!, app.Get<ClipUpload>(), withFolder: true, [], cancellation)).TryGet(out var read, out error)) return CommandOutput.Fail(error);
            var names = (parsed.GetValue(metrics) ?? []).SelectMany(text => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).ToArray();
            var request = ImportOutputs.Of(read.Form) with
            {
                Dataset = parsed.GetValue(dataset), Kind = parsed.GetValue(kind), Title = parsed.GetValue(title), System = parsed.GetValue(system), Metrics = names,
                Recognizer = parsed.GetValue(recognizer), AllowMissing = parsed.GetValue(allowMissing),
            };
            var (made, problems) = await app.Get<OutputsImport>().CreateAsync(request, [.. read.Problems, .. ImportOutputs.Refused(read.Form with { Clips = [] })]);
            if (!made.TryGet(out var run, out error))
            {
                foreach (var problem in problems) await Console.Error.WriteLineAsync(problem.ToString());
                return CommandOutput.Fail(error);
            }
            await Console.Error.WriteLineAsync($"{run.Title}: run {run.Id}");
            return await RunCommand.FinishAsync(app, run.Id, parsed.GetValue(json), cancellation);
        });
        return command;
    }
}
