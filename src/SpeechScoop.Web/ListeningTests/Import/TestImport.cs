using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.ListeningTests.Building;

namespace SpeechScoop.Web.ListeningTests.Import;

/// <summary>Audio that a configuration names and the draft does not have.</summary>
/// <param name="File">As the configuration writes it.</param>
/// <param name="Message">Why, and what to do.</param>
internal sealed record MissingAudio(string File, string Message);

/// <summary>A draft that was imported.</summary>
internal sealed record ImportedDraft(ListeningTest Test, ListeningTestDefinition Definition, IReadOnlyList<NotCarriedOver> NotCarriedOver, IReadOnlyList<MissingAudio> MissingAudio);

/// <summary>Stores imported tests as drafts, with the audio that is there.</summary>
internal sealed class TestImport(ClipUpload upload, ClipLibrary library, Drafts drafts)
{
    /// <summary>Takes the audio from a folder.</summary>
    /// <param name="folder">Null for none: all audio is missing then.</param>
    public async Task<Result<ImportedDraft>> FromFolderAsync(ImportedTest imported, MediaFolder? folder, CancellationToken cancellation)
    {
        var (found, missing) = (new Dictionary<string, string>(), new List<MissingAudio>());
        foreach (var name in imported.Media)
        {
            if (folder?.Find(name) is not { } path)
            {
                missing.Add(new(name, folder is null ? "No folder of media was given. Name it with --media." : "There is no such file in the folder of media. Copy it there, or upload it in the test's page."));
                continue;
            }
            var stored = await StoreAsync(path, cancellation);
            if (stored.TryGet(out var sha256, out var error)) found[name] = sha256;
            else if (error is Error.Unavailable) return error;
            else missing.Add(new(name, error.Message));
        }
        return await KeepAsync(imported, found, missing);
    }

    /// <summary>Takes audio that was uploaded as clips before, by the names that files have at the user's.</summary>
    public async Task<Result<ImportedDraft>> FromClipsAsync(ImportedTest imported, IReadOnlyList<UploadedFile> files)
    {
        foreach (var file in files)
            if ((await library.FindAsync(file.Sha256)).Error is { } unknown) return new Error.Invalid(unknown.Code, $"{file.Name}: {unknown.Message}");
        var (found, missing) = (new Dictionary<string, string>(), new List<MissingAudio>());
        foreach (var name in imported.Media)
        {
            var parts = Parts(name);
            var best = files.GroupBy(file => Parts(file.Name).Reverse().Zip(parts.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count())
                .Where(group => group.Key > 0).MaxBy(group => group.Key)?.Select(file => file.Sha256).Distinct().ToList();
            if (best is [var sha256]) found[name] = sha256;
            else missing.Add(new(name, best is null ? "No file of this name was uploaded. Upload it, or add it in the test's page." : $"{best.Count} different files of this name were uploaded. Upload them with their folders."));
        }
        return await KeepAsync(imported, found, missing);
    }

    private async Task<Result<ImportedDraft>> KeepAsync(ImportedTest imported, Dictionary<string, string> found, List<MissingAudio> missing)
    {
        var definition = imported.WithAudio(found);
        return (await drafts.CreateAsync(definition)).Select(test => new ImportedDraft(test, definition, imported.NotCarriedOver, missing));
    }

    private async Task<Result<string>> StoreAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            return (await upload.StoreAsync(file, file.Length, path, cancellation)).Select(clip => clip.Sha256);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error.Invalid("media-unreadable", $"The file cannot be read: {exception.Message}");
        }
    }

    private static string[] Parts(string name) => [.. name.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part != ".")];
}
