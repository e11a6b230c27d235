namespace SpeechScoop.ListeningTests;

/// <summary>Reads the audio of a test from folders: each folder a condition, each file in it an item, the same name in each folder.</summary>
public static class FolderMaterial
{
    /// <summary>The material, conditions and items in the order of their names. A folder named <c>reference</c> holds the originals.</summary>
    /// <returns><see cref="Error.Invalid"/> that names the file.</returns>
    public static Result<TestMaterial> Read(IReadOnlyList<MaterialFile> files)
    {
        var builder = new MaterialBuilder();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Parts.Length < 2)
                return new Error.Invalid("file-without-condition", $"{file.Name} is in no folder. Put the files of each condition in a folder of its own, named after the condition, or send a table.");
            var added = builder.Add(file.Parts[^2], Path.GetFileNameWithoutExtension(file.FileName), file, transcript: null);
            if (added is { } error) return error;
        }
        return builder.Build();
    }
}
