using System.CommandLine;
using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Web.Commands;

/// <summary><c>packs list|inspect|verify</c></summary>
internal static class PacksCommand
{
    /// <summary>A pack in <c>packs list --json</c>; <c>status</c> is <c>ready</c> or what is wrong.</summary>
    internal sealed record Line(string Id, string Task, string Family, string Status, string Version, string Title, long Bytes, IReadOnlyList<string> Systems);

    public static Command Create() => new("packs", "Model packs: what is installed, what is wrong with it, and a first manifest for a new one.")
    {
        CreateList(), CreateInspect(), CreateVerify(),
    };

    private static Command CreateList()
    {
        var json = CommandOutput.JsonOption();
        var command = new Command("list", "List all packs and their state.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var local = LocalCatalog.Open();
            await local.Catalog.CheckFilesAsync(cancellation);
            var lines = local.Catalog.Packs.Select(pack => new Line(
                pack.Id, pack.Task, pack.Family, pack.Status is PackStatus.Ready ? "ready" : string.Join(" ", pack.Problems), pack.Version, pack.Title, pack.Bytes,
                [.. local.Catalog.Systems.Where(system => system.PackId == pack.Id).Select(system => system.Id)])).ToArray();
            if (parsed.GetValue(json)) CommandOutput.WriteDocument(lines);
            else foreach (var line in lines) Console.Out.WriteLine($"{line.Id,-28} {line.Task,-14} {line.Family,-16} {line.Status}");
            return 0;
        });
        return command;
    }

    private static Command CreateInspect()
    {
        var file = new Argument<FileInfo>("model") { Description = "An ONNX file." };
        var command = new Command("inspect", "Show a model's tensors, guess its family, and print a draft manifest.") { file };
        command.SetAction((parsed, _) =>
        {
            if (!PackInspector.Inspect(parsed.GetValue(file)!.FullName).TryGet(out var inspection, out var error)) return Task.FromResult(CommandOutput.Fail(error));
            Console.Error.WriteLine($"family: {inspection.Family ?? "unknown"} ({inspection.Reason})");
            foreach (var input in inspection.Inputs) Console.Error.WriteLine($"in:     {input}");
            foreach (var output in inspection.Outputs) Console.Error.WriteLine($"out:    {output}");
            Console.Out.WriteLine(inspection.DraftManifest);
            return Task.FromResult(0);
        });
        return command;
    }

    private static Command CreateVerify()
    {
        var ids = new Argument<string[]>("pack") { Description = "Packs to verify. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        var json = CommandOutput.JsonOption();
        var command = new Command("verify", "Check hashes and tensors, load the models and run their self tests.") { ids, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var local = LocalCatalog.Open();
            var packs = parsed.GetValue(ids) is { Length: > 0 } named ? named : [.. local.Catalog.Packs.Select(pack => pack.Id)];
            var exitCode = 0;
            foreach (var id in packs)
            {
                if (!(await local.Catalog.VerifyAsync(id, cancellation)).TryGet(out var verification, out var error))
                {
                    exitCode = CommandOutput.Fail(error);
                    continue;
                }
                if (!verification.Passed) exitCode = 1;
                if (parsed.GetValue(json)) CommandOutput.WriteLine(verification);
                else Report(verification);
            }
            return exitCode;
        });
        return command;
    }

    private static void Report(PackVerification verification)
    {
        Console.Out.WriteLine($"{verification.PackId,-28} {(verification.Passed ? "ok" : "FAILED")}  {verification.SelfTest?.Message}");
        foreach (var problem in verification.Problems) Console.Error.WriteLine($"    {problem}");
    }
}
