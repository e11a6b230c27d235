using System.CommandLine;
using System.Text;
using SpeechScoop.Web.Runs;

namespace SpeechScoop.Web.Commands;

/// <summary><c>export run ID [--format csv|jsonl] [--output FILE]</c></summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The run's id, as the page and \"run\" show it." };
        var format = new Option<ExportFormat>("--format", "-f") { Description = "csv or jsonl." };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "The file to write. Default: standard output." };
        var run = new Command("run", "Write a run's outputs with their items, times and measurements.") { id, format, output };
        run.SetAction(async (parsed, _) =>
        {
            if (!LocalApp.Open().TryGet(out var app, out var error)) return CommandOutput.Fail(error);
            await using var opened = app;
            if (!(await app.Get<RunExport>().WriteAsync(parsed.GetValue(id)!, parsed.GetValue(format))).TryGet(out var text, out error)) return CommandOutput.Fail(error);
            if (parsed.GetValue(output) is not { } file)
            {
                Console.Out.Write(text);
                return 0;
            }
            return CommandOutput.WriteFile(file, Encoding.UTF8.GetBytes(text)) is { } unwritable ? CommandOutput.Fail(unwritable) : 0;
        });
        return new Command("export", "Take things out for other programs.") { run };
    }
}
