using System.CommandLine;
using System.Text;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.ListeningTests.Building;
using SpeechScoop.Web.ListeningTests.Import;

namespace SpeechScoop.Web.Commands;

/// <summary><c>import listening-test CONFIG... [--media DIR] [--design D] [--condition-pattern REGEX] [--seed N] [--json]</c></summary>
internal static class ImportListeningTestCommand
{
    public static Command Create()
    {
        var configs = new Argument<FileInfo[]>("config") { Description = "A webMUSHRA configuration (.yaml), or one or more tables of the P.808 toolkit (.csv).", Arity = ArgumentArity.OneOrMore };
        var media = new Option<DirectoryInfo?>("--media") { Description = "The folder that the configuration's paths start from. Nothing outside it is read." };
        var design = new Option<TrialDesign?>("--design") { Description = "P.808 tables: acr, p835, dcr or ccr. Default: dcr where there are references, else acr." };
        var pattern = new Option<string?>("--condition-pattern") { Description = "P.808 tables: a regular expression whose named groups are the condition in a file's name, such as \".*_c(?<condition>[0-9]+)_.*\". Default: folders." };
        var seed = new Option<long?>("--seed") { Description = "Decides every order. Default: by lot." };
        var json = CommandOutput.JsonOption();
        var command = new Command("listening-test", "Make a draft of a listening test that another program's configuration describes.") { configs, media, design, pattern, seed, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            MediaFolder? folder = null;
            if (parsed.GetValue(media) is { } named && !MediaFolder.Open(named).TryGet(out folder, out var error)) return CommandOutput.Fail(error);
            if (!Read(parsed.GetValue(configs)!).TryGet(out var texts, out error)
                || !ImportedConfig.Read(texts, parsed.GetValue(design), parsed.GetValue(seed), parsed.GetValue(pattern)).TryGet(out var imported, out error)
                || !(await StoreAsync(imported, folder, cancellation)).TryGet(out var draft, out error))
                return CommandOutput.Fail(error);
            Print(draft, parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static Result<IReadOnlyList<(string Name, string Text)>> Read(FileInfo[] files)
    {
        var texts = new List<(string, string)>();
        foreach (var file in files)
        {
            if (!file.Exists) return new Error.Invalid("config-missing", $"{file} does not exist. Check the path.");
            if (file.Length > ImportedConfig.MaximumBytes) return new Error.Invalid("config-too-long", $"{file} has more than {ImportedConfig.MaximumBytes / 1_000_000} MB. It may be another file.");
            try
            {
                texts.Add((file.Name, File.ReadAllText(file.FullName, Encoding.UTF8)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new Error.Invalid("config-unreadable", $"{file} cannot be read: {exception.Message}");
            }
        }
        return Result<IReadOnlyList<(string Name, string Text)>>.Ok(texts);
    }

    private static async Task<Result<ImportedDraft>> StoreAsync(ImportedTest imported, MediaFolder? folder, CancellationToken cancellation)
    {
        if (!Database.Open(new DatabaseSettings(LocalSettings.Read().DataPath)).TryGet(out var database, out var error)) return error;
        using (database)
        {
            if (!AudioFiles.Open(database.DataPath).TryGet(out var files, out error)) return error;
            var library = new ClipLibrary(files, new ClipStore(database), TimeProvider.System);
            using var upload = new ClipUpload(files, library);
            return await new TestImport(upload, library, new Drafts(new ListeningTestStore(database), library, TimeProvider.System)).FromFolderAsync(imported, folder, cancellation);
        }
    }

    private static void Print(ImportedDraft draft, bool json)
    {
        var sections = draft.Definition.Sections.OfType<TrialSection>().ToList();
        if (json)
        {
            CommandOutput.WriteLine(new
            {
                id = draft.Test.Id,
                title = draft.Test.Title,
                trials = sections.SelectMany(section => section.Trials.Select(trial => new
                {
                    id = trial.Id,
                    design = trial.Design,
                    training = section.Training,
                    stimuli = trial.Stimuli.Select(stimulus => new { id = stimulus.Id, condition = stimulus.Condition, role = stimulus.Role, file = stimulus.Provenance?.File, audio = stimulus.Source }),
                })),
                notCarriedOver = draft.NotCarriedOver,
                missingAudio = draft.MissingAudio,
            });
            return;
        }
        Console.Out.WriteLine($"{draft.Test.Title}: draft {draft.Test.Id} with {sections.Sum(section => section.Trials.Count)} trials");
        foreach (var note in draft.NotCarriedOver) Console.Out.WriteLine($"not carried over, line {note.Line}, {note.Place}: {note.Message}");
        foreach (var missing in draft.MissingAudio) Console.Out.WriteLine($"missing audio: {missing.File}: {missing.Message}");
    }
}
