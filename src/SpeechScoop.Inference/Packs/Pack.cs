using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Packs;

/// <summary>A pack on disk, examined.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Folder">Full path of the folder.</param>
/// <param name="Manifest">The manifest; null where it cannot be read.</param>
/// <param name="FilePaths">Full paths of the files that exist, by file role.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="Problems">Everything that is wrong; each names file and key.</param>
public sealed record Pack(
    string Id, string Folder, PackManifest? Manifest, IReadOnlyDictionary<string, string> FilePaths, PackStatus Status, IReadOnlyList<string> Problems);
