using SpeechScoop.Audio.Embeddings;
using SpeechScoop.Audio.Files;
using SpeechScoop.Embeddings;

namespace SpeechScoop.Web.Commands;

/// <summary>Clips of a folder as vectors, and those that gave none.</summary>
internal sealed record EmbeddedFolder(IReadOnlyList<Embedding> Vectors, IReadOnlyList<EmbeddedFolder.Skipped> LeftOut)
{
    private static readonly HashSet<string> AudioExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".wav", ".flac", ".mp3", ".ogg", ".oga", ".opus", ".aif", ".aiff", ".aifc", ".au", ".m4a", ".mp4", ".aac", ".webm", ".wma", ".w64", ".caf",
    };

    /// <summary>A clip without a vector, and why.</summary>
    internal sealed record Skipped(string File, string Reason);

    /// <summary>Embeds every audio file in a folder and the folders in it; clips are named by their path from it.</summary>
    public static async Task<Result<EmbeddedFolder>> ReadAsync(DirectoryInfo folder, IEmbedder embedder, CancellationToken cancellation)
    {
        if (!folder.Exists) return new Error.NotFound("folder-missing", $"There is no folder {folder}. Check the path.");
        var (vectors, skipped) = (new List<Embedding>(), new List<Skipped>());
        try
        {
            foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => AudioExtensions.Contains(file.Extension)).OrderBy(file => file.FullName, StringComparer.Ordinal))
            {
                var name = Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/');
                var decoded = await AudioDecoder.DecodeAsync(file.FullName, DecodeLimits.ForMeasuring, cancellation);
                var embedded = decoded.Then(embedder.Embed);
                if (embedded.TryGet(out var windows, out var error)) vectors.AddRange(windows.Select(window => new Embedding(name, window)));
                else skipped.Add(new(name, error.Message));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error.Unavailable("folder-unreadable", $"{folder} cannot be read: {exception.Message}");
        }
        if (vectors.Count > 0) return new EmbeddedFolder(vectors, skipped);
        return skipped is [var first, ..]
            ? new Error.Invalid("clips-missing", $"No clip of {folder} could be embedded. The first was {first.File}: {first.Reason}")
            : new Error.Invalid("clips-missing", $"{folder} holds no audio files. Give a folder with WAV, FLAC, MP3 or Ogg files.");
    }
}
