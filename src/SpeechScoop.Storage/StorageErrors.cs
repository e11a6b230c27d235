using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage;

/// <summary>Failures of disk and database that a user can cure, as <see cref="Error.Unavailable"/> naming the path and the cure.</summary>
internal static class StorageErrors
{
    // Primary result codes: https://sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    // On Linux errno in the low half of IOException.HResult: ENOSPC, EDQUOT, EROFS.
    private const int NoSpace = 28, QuotaExceeded = 122, ReadOnlyFileSystem = 30;

    /// <summary>The error for a database failure; null where the exception is a bug (bad SQL, a broken constraint).</summary>
    public static Error? From(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Busy or Locked => new Error.Unavailable("database-locked",
            $"The database {path} is held by another program. Close the other SpeechScoop or database tool that uses it, then try again."),
        ReadOnly => new Error.Unavailable("database-read-only",
            $"The database {path} is read-only. Give the account that runs SpeechScoop write permission on the file and its folder, or set SpeechScoop:DataPath to another folder."),
        IoError => new Error.Unavailable("database-io",
            $"The database {path} could not be read or written ({exception.Message.TrimEnd('.')}). Check the disk and its free space."),
        Corrupt or NotADatabase => new Error.Unavailable("database-corrupt",
            $"The file {path} is damaged or is not a SQLite database. Move it away and restore a backup, or start without it."),
        Full => new Error.Unavailable("disk-full",
            $"There is no room left to write the database {path}; nothing was stored. Free space on its disk, then try again."),
        CannotOpen => new Error.Unavailable("database-cannot-open",
            $"The database {path} cannot be opened or made. Check that its folder exists and may be written, or set SpeechScoop:DataPath to another folder."),
        _ => null,
    };

    /// <summary>The error for a file failure.</summary>
    public static Error From(Exception exception, string path) => exception switch
    {
        IOException { HResult: var code } when (code & 0xFFFF) is NoSpace or QuotaExceeded or 0x70 => new Error.Unavailable("disk-full",
            $"There is no room left to write {path}; nothing was stored. Free space on its disk, then try again."),
        UnauthorizedAccessException => Unwritable(path),
        IOException { HResult: var code } when (code & 0xFFFF) is ReadOnlyFileSystem => Unwritable(path),
        _ => new Error.Unavailable("data-folder-unusable",
            $"{path} cannot be used ({exception.Message.TrimEnd('.')}). Set SpeechScoop:DataPath to a folder that can be written."),
    };

    private static Error.Unavailable Unwritable(string path) => new("data-folder-read-only",
        $"{path} cannot be written. Give the account that runs SpeechScoop write permission, or set SpeechScoop:DataPath to another folder.");
}
