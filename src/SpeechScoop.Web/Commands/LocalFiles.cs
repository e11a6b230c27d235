using SpeechScoop.Datasets;
using SpeechScoop.Recognition.Transcripts.Formats;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Commands;

/// <summary>Files and folders named on the command line, read as if they had been uploaded.</summary>
internal static class LocalFiles
{
    private const long MaximumTextBytes = 50_000_000;

    /// <summary>Stores the audio of paths, and reads their texts. Hidden files are passed over.</summary>
    /// <param name="withFolder">Whether a named folder's own name is the first part of its files' paths.</param>
    /// <returns>The files, and what was wrong with some; or an error that names a path that does not exist, or a text in an unknown encoding.</returns>
    public static async Task<Result<(UploadForm Form, IReadOnlyList<DatasetProblem> Problems)>> ReadAsync(
        IReadOnlyList<FileSystemInfo> paths, ClipUpload upload, bool withFolder, Dictionary<string, string> fields, CancellationToken cancellation)
    {
        var (texts, clips, problems) = (new List<FormText>(), new List<FormClip>(), new List<DatasetProblem>());
        foreach (var path in paths)
        {
            if (!File.Exists(path.FullName) && !Directory.Exists(path.FullName)) return new Error.NotFound("path-not-found", $"{path} does not exist. Check the path.");
            foreach (var (file, name) in Files(path, withFolder))
            {
                if (!UploadForm.IsText(name))
                {
                    await using var stream = file.OpenRead();
                    var warnings = new List<string>();
                    clips.Add(new FormClip(name, await upload.StoreAsync(stream, file.Length, name, cancellation, warnings)));
                    CommandOutput.Warn(warnings);
                    if (clips[^1].Clip.Error is { } refused) problems.Add(new(name, refused.Message));
                    if (clips.Count % 100 == 0) await Console.Error.WriteLineAsync($"{clips.Count} recordings read");
                    continue;
                }
                if (file.Length > MaximumTextBytes) problems.Add(new(name, $"The file has more than {MaximumTextBytes / 1_000_000} MB. It may be another kind of file."));
                else if (TextDecoding.Read(name, await File.ReadAllBytesAsync(file.FullName, cancellation)).TryGet(out var text, out var unreadable)) texts.Add(new FormText(name, text));
                else return unreadable;
            }
        }
        return (new UploadForm(fields, texts, clips), problems);
    }

    private static IEnumerable<(FileInfo File, string Name)> Files(FileSystemInfo path, bool withFolder)
    {
        if (File.Exists(path.FullName))
        {
            yield return (new FileInfo(path.FullName), path.Name);
            yield break;
        }
        var folder = new DirectoryInfo(path.FullName);
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/');
            if (!name.Split('/').Any(part => part.StartsWith('.'))) yield return (file, withFolder ? $"{folder.Name}/{name}" : name);
        }
    }
}
