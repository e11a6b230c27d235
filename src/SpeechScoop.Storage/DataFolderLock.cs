namespace SpeechScoop.Storage;

/// <summary>
/// Marks a data folder as in use by one server: two on the same folder would end each other's running trials. The mark is a
/// lock on an open file, so the operating system takes it away with the process, however that ends.
/// </summary>
/// <param name="dataPath">The data folder, which exists.</param>
public sealed class DataFolderLock(string dataPath, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private FileStream? file;

    /// <summary>Takes the folder, waiting some seconds for a server that is just stopping.</summary>
    /// <returns>Null; or <see cref="Error.Unavailable"/> while another server uses the folder, or where no file can be made in it.</returns>
    public async Task<Error?> TakeAsync()
    {
        var path = Path.Combine(dataPath, "speechscoop.lock");
        for (var start = time.GetTimestamp(); ;)
        {
            try
            {
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                if (time.GetElapsedTime(start) > Patience)
                    return new Error.Unavailable("data-folder-in-use",
                        $"{path} cannot be locked: {exception.Message} Another SpeechScoop may be running on this data folder; stop it, or choose another folder with SpeechScoop__DataPath.");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100), time);
        }
    }

    /// <summary>Gives the folder back.</summary>
    public void Dispose() => file?.Dispose();
}
