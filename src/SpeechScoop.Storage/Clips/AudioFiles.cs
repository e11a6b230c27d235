using System.Security.Cryptography;

namespace SpeechScoop.Storage.Clips;

/// <summary>
/// WAV files named by the SHA-256 of their bytes: <c>audio/&lt;first two digits&gt;/&lt;sha256&gt;.wav</c> in the data folder.
/// A file appears whole or not at all (written beside, flushed to the disk, renamed) and never changes.
/// </summary>
public sealed class AudioFiles
{
    private readonly string folder;
    private readonly string temporary;

    private AudioFiles(string dataPath)
    {
        folder = Path.Combine(dataPath, "audio");
        temporary = Path.Combine(folder, "incoming");
    }

    /// <summary>Opens the folder, and makes it when missing.</summary>
    /// <returns><see cref="Error.Unavailable"/> where the folder cannot be written.</returns>
    public static Result<AudioFiles> Open(string dataPath)
    {
        var files = new AudioFiles(Path.GetFullPath(dataPath));
        try
        {
            Directory.CreateDirectory(files.temporary);
            return files;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return StorageErrors.From(exception, files.folder);
        }
    }

    /// <summary>Removes what writes that were interrupted before an instant left behind.</summary>
    public void RemoveLeftovers(DateTimeOffset before)
    {
        foreach (var leftover in Directory.EnumerateFiles(temporary))
            if (File.GetLastWriteTimeUtc(leftover) < before.UtcDateTime) Discard(leftover);
    }

    /// <summary>A path for a file in the making, on the same disk, for <see cref="Adopt"/>. Whoever asks removes it when it is not adopted.</summary>
    public string NewTemporaryPath() => Path.Combine(temporary, $"{Guid.CreateVersion7():N}.part");

    /// <summary>Stores what <paramref name="write"/> writes, a whole WAV file, and returns its SHA-256.</summary>
    /// <returns><see cref="Error.Unavailable"/> for a full disk or a folder that cannot be written.</returns>
    public Result<string> Store(Action<Stream> write)
    {
        var path = NewTemporaryPath();
        try
        {
            using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16)) write(stream);
            return Adopt(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return StorageErrors.From(exception, path);
        }
        finally
        {
            Discard(path);
        }
    }

    /// <summary>Removes a temporary file that was not adopted. What cannot be removed now goes at the next start.</summary>
    public static void Discard(string temporaryPath)
    {
        try
        {
            File.Delete(temporaryPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that matters has been reported by whoever wrote.
        }
    }

    /// <summary>Takes a finished WAV file made at <see cref="NewTemporaryPath"/> and returns its SHA-256.</summary>
    public Result<string> Adopt(string temporaryPath)
    {
        try
        {
            string sha256;
            using (var stream = new FileStream(temporaryPath, FileMode.Open, FileAccess.ReadWrite))
            {
                sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
                stream.Flush(flushToDisk: true);
            }
            var target = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (File.Exists(target)) File.Delete(temporaryPath);
            else File.Move(temporaryPath, target, overwrite: true);
            return sha256;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return StorageErrors.From(exception, temporaryPath);
        }
    }

    /// <summary>The full path of a stored file.</summary>
    /// <returns><see cref="Error.NotFound"/> for content that is not here, or what is no SHA-256.</returns>
    public Result<string> Find(string sha256)
    {
        if (!IsSha256(sha256)) return new Error.NotFound("clip-not-found", "There is no such clip: a clip is named by 64 hexadecimal digits.");
        var path = PathOf(sha256);
        return File.Exists(path)
            ? path
            : new Error.NotFound("clip-file-missing", $"The audio file {path} is missing. Restore it from a backup of the data folder, or upload the recording again.");
    }

    /// <summary>Whether the text is a SHA-256 as this class writes it.</summary>
    public static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], $"{sha256}.wav");
}
