using System.CommandLine;
using SpeechScoop.Recognition.Transcripts;
using SpeechScoop.Web.Runs.Import;

namespace SpeechScoop.Web.Commands.Transcripts;

/// <summary><c>import hypotheses PATH… --dataset D [--system NAME] [--format F] [--field F] [--allow-missing] [--preview] [--json]</c></summary>
internal static class ImportHypothesesCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files or folders of transcripts in any known format.", Arity = ArgumentArity.OneOrMore };
        var dataset = new Option<string>("--dataset", "-d") { Description = "The dataset whose items they answer, by name or id.", Required = true };
        var system = new Option<string?>("--system", "-s") { Description = "The system's name. Default: each file's folder, or the name of a file with many items." };
        var format = new Option<string?>("--format", "-f") { Description = $"Found by name and content if not given: {string.Join(", ", TranscriptFormats.All.Select(each => each.Id))}." };
        var field = new Option<string?>("--field") { Description = "The column, JSON member or TextGrid tier that holds the transcript." };
        var title = new Option<string?>("--title") { Description = "What pages call the run." };
        var allowMissing = new Option<bool>("--allow-missing") { Description = "Count an item without a transcript as a failure of its system, instead of refusing the import." };
        var preview = new Option<bool>("--preview") { Description = "Only say what was understood; store nothing." };
        var json = CommandOutput.JsonOption();
        var command = new Command("hypotheses", "Make a run of transcripts that recognizers made elsewhere, and score them.") { paths, dataset, system, format, field, title, allowMissing, preview, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!TranscriptFiles.Inputs(parsed.GetValue(paths)!).TryGet(out var files, out var error) || !LocalApp.Open().TryGet(out var app, out error)) return CommandOutput.Fail(error);
            await using var _ = app;
            var import = app.Get<HypothesesImport>();
            var request = new ImportHypotheses(
                parsed.GetValue(dataset), files, parsed.GetValue(system), parsed.GetValue(format), parsed.GetValue(field), parsed.GetValue(title), parsed.GetValue(allowMissing));
            if (parsed.GetValue(preview))
            {
                if (!(await import.PreviewAsync(request)).TryGet(out var understood, out error)) return CommandOutput.Fail(error);
                Print(understood, parsed.GetValue(json));
                return understood.Problems.Count == 0 ? 0 : 1;
            }
            var (made, problems) = await import.CreateAsync(request);
            if (!made.TryGet(out var run, out error))
            {
                foreach (var problem in problems.Take(100)) await Console.Error.WriteLineAsync(problem.ToString());
                return CommandOutput.Fail(error);
            }
            await Console.Error.WriteLineAsync($"{run.Title}: run {run.Id}");
            return await RunCommand.FinishAsync(app, run.Id, parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static void Print(HypothesesPreview preview, bool json)
    {
        if (json)
        {
            CommandOutput.WriteDocument(preview);
            return;
        }
        Console.Out.WriteLine($"{string.Join(", ", preview.Formats)}: {preview.Entries} entries of {string.Join(", ", preview.Systems)}; {preview.Matched} matched, {preview.Missing} missing, {preview.Unmatched} unmatched, for {preview.Items} items");
        foreach (var note in preview.Notes) Console.Out.WriteLine(note);
        foreach (var problem in preview.Problems) Console.Out.WriteLine(problem.ToString());
    }
}
