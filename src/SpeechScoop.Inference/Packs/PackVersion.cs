using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Packs;

/// <summary>What tells values of one model from those of another.</summary>
internal static class PackVersion
{
    /// <summary>Family and the beginning of the model's SHA-256, such as <c>dnsmos-p835-269fbebd</c>: the same model in packs of other names is the same.</summary>
    public static string Of(PackManifest manifest) => $"{manifest.Family}-{manifest.Files["model"].Sha256[..8].ToLowerInvariant()}";
}
