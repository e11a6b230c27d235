using System.CommandLine;
using SpeechScoop.Web.Runs.Import;

namespace SpeechScoop.Web.Commands;

/// <summary><c>import measurements FILE --run ID [--json]</c></summary>
internal static class ImportMeasurementsCommand
{
    public static Command Create()
    {
        var table = new Argument<FileInfo>("file") { Description = "A CSV table: the run's export with further columns, one a metric." };
        var run = new Option<string>("--run", "-r") { Description = "The run's id.", Required = true };
        var json = CommandOutput.JsonOption();
        var command = new Command("measurements", "Add values that another program measured on a run's outputs, such as PESQ.") { table, run, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetValue(table)!;
            if (!file.Exists) return CommandOutput.Fail(new Error.Invalid("columns-file-missing", $"{file} does not exist. Check the path."));
            if (file.Length > ColumnsImport.MaximumBytes) return CommandOutput.Fail(new Error.Invalid("columns-file-too-long", $"{file} has more than {ColumnsImport.MaximumBytes / 1_000_000} MB. Leave out columns that are not needed."));
            if (!LocalApp.Open().TryGet(out var app, out var error)) return CommandOutput.Fail(error);
            await using var _ = app;
            if (!(await app.Get<ColumnsImport>().ImportAsync(parsed.GetValue(run)!, file.Name, await File.ReadAllBytesAsync(file.FullName, cancellation))).TryGet(out var imported, out error)) return CommandOutput.Fail(error);
            if (parsed.GetValue(json)) CommandOutput.WriteLine(imported);
            else Console.Out.WriteLine($"{imported.Values} values of {imported.Outputs} outputs: {string.Join(", ", imported.Metrics)}");
            return 0;
        });
        return command;
    }
}
