namespace SpeechScoop.Inference.Commands;

/// <summary>A folder of its own for one call of a program, removed afterwards with everything in it.</summary>
internal sealed class CommandFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("speechscoop-");

    /// <summary>Full path of the folder.</summary>
    public string Path => folder.FullName;

    /// <summary>Full path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What a program left open is cleaned up by the system's own housekeeping of temporary files.
        }
    }
}
