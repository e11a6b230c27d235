using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Web.Commands.Transcripts;

/// <summary>Transcripts from the disk.</summary>
internal static class TranscriptFiles
{
    private const int MostFiles = 100_000;

    /// <summary>Reads files, and all files of folders, as one document.</summary>
    public static Result<TranscriptDocument> Read(IReadOnlyList<string> paths, TranscriptReadOptions options) => Inputs(paths).Then(inputs =>
    {
        var document = TranscriptFormats.Read(inputs, options);
        return document.Error is { } error ? error : Result<TranscriptDocument>.Ok(document);
    });

    /// <summary>Files, and all files of folders, unread. Names are paths from the folder that was named.</summary>
    public static Result<IReadOnlyList<TranscriptInput>> Inputs(IReadOnlyList<string> paths)
    {
        var inputs = new List<TranscriptInput>();
        foreach (var path in paths)
        {
            try
            {
                var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path];
                foreach (var file in files)
                {
                    if (!File.Exists(file)) return new Error.Invalid("transcript-missing", $"{file} does not exist. Check the path.");
                    if (new FileInfo(file).Length > TranscriptInput.MaximumBytes) return new Error.Invalid("transcript-too-long", $"{file} has more than {TranscriptInput.MaximumBytes / 1_000_000} MB. Divide it by recordings.");
                    if (inputs.Count == MostFiles) return new Error.Invalid("too-many-files", $"{path} has more than {MostFiles} files. Divide it.");
                    inputs.Add(new(Directory.Exists(path) ? Path.GetRelativePath(path, file).Replace('\\', '/') : Path.GetFileName(file), File.ReadAllBytes(file)));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new Error.Invalid("transcript-unreadable", $"{path} cannot be read: {exception.Message}");
            }
        }
        return Result<IReadOnlyList<TranscriptInput>>.Ok(inputs);
    }
}
