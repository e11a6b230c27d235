using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Packs;

/// <summary>Finds packs in a folder and examines them, without loading a model: a few milliseconds a pack.</summary>
public static class PackLoader
{
    /// <summary>Folder beside the packs that holds their training recipes.</summary>
    private const string ForgeFolder = "forge";

    /// <summary>Examines every folder of the models folder, ordered by id. A missing models folder holds no packs.</summary>
    /// <param name="modelsPath">The folder that holds one folder a pack.</param>
    public static IReadOnlyList<Pack> LoadAll(string modelsPath)
        => !Directory.Exists(modelsPath) ? [] : [.. Directory.EnumerateDirectories(modelsPath)
            .Where(folder => Path.GetFileName(folder) is { } name && name != ForgeFolder && name[0] is not ('.' or '_'))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(Load)];

    /// <summary>Examines one pack. Never fails: what is wrong stands in <see cref="Pack.Problems"/>.</summary>
    /// <param name="folder">The pack's folder.</param>
    public static Pack Load(string folder)
    {
        folder = Path.GetFullPath(folder);
        var (id, problems) = (Path.GetFileName(folder), new List<string>());
        var manifestPath = Path.Combine(folder, PackManifest.FileName);
        if (!File.Exists(manifestPath))
        {
            problems.Add("pack.json is missing. 'packs inspect FILE.onnx' drafts one; a folder without one is no pack.");
            return new Pack(id, folder, null, new Dictionary<string, string>(), PackStatus.Broken, problems);
        }
        var manifest = ManifestReader.Read(manifestPath, problems);
        if (manifest is null) return new Pack(id, folder, null, new Dictionary<string, string>(), PackStatus.Broken, problems);
        var paths = PackValidator.Validate(manifest, folder, problems);
        if (problems.Count > 0) return new Pack(id, folder, manifest, paths, PackStatus.Broken, problems);
        var missing = Commands.CommandAvailability.Problems(manifest.Command);
        return new Pack(id, folder, manifest, paths, missing.Count == 0 ? PackStatus.Ready : PackStatus.Unavailable, missing);
    }
}
