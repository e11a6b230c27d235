using System.CommandLine;
using SpeechScoop.Datasets;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Datasets;

namespace SpeechScoop.Web.Commands;

/// <summary><c>import dataset PATH… --name N [--description D] [--json]</c>, or <c>import dataset --prompts LIST --name N</c></summary>
internal static class ImportDatasetCommand
{
    public static Command Create()
    {
        var paths = new Argument<FileSystemInfo[]>("path") { Description = "Audio files, folders of them, and lists (CSV, TSV, JSON lines, or text with a prompt a line).", Arity = ArgumentArity.ZeroOrMore };
        var name = new Option<string>("--name", "-n") { Description = "What the dataset is called.", Required = true };
        var description = new Option<string?>("--description") { Description = "What it holds." };
        var prompts = new Option<string?>("--prompts") { Description = $"A list of prompts that comes with the application: {string.Join(", ", PromptList.All.Select(list => list.Id))}." };
        var json = CommandOutput.JsonOption();
        var command = new Command("dataset", "Store a dataset: recordings, recordings with a list, or prompts.") { paths, name, description, prompts, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!LocalApp.Open().TryGet(out var app, out var error)) return CommandOutput.Fail(error);
            await using var _ = app;
            var making = app.Get<DatasetMaking>();
            (Result<DatasetSummary> Dataset, IReadOnlyList<DatasetProblem> Problems) made;
            if (parsed.GetValue(prompts) is { } list)
            {
                made = await making.CreateAsync(new NewDataset(parsed.GetValue(name), parsed.GetValue(description), BuiltIn: list));
            }
            else
            {
                var fields = new Dictionary<string, string> { ["name"] = parsed.GetValue(name)!, ["description"] = parsed.GetValue(description) ?? "" };
                if (!(await LocalFiles.ReadAsync(parsed.GetValue(paths) ?? [], app.Get<ClipUpload>(), withFolder: false, fields, cancellation)).TryGet(out var read, out error)) return CommandOutput.Fail(error);
                made = await making.CreateAsync(read.Form);
            }
            if (!made.Dataset.TryGet(out var dataset, out error))
            {
                foreach (var problem in made.Problems) await Console.Error.WriteLineAsync(problem.ToString());
                return CommandOutput.Fail(error);
            }
            if (parsed.GetValue(json)) CommandOutput.WriteDocument(dataset);
            else Console.Out.WriteLine($"{dataset.Name}: dataset {dataset.Id} with {dataset.Items} items");
            return 0;
        });
        return command;
    }
}
