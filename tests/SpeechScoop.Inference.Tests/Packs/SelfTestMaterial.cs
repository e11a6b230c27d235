using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.Packs;

/// <summary>The audio and text with which a pack that ships tests itself.</summary>
internal static class SelfTestMaterial
{
    public static AudioClip Audio(string packId)
        => WavReader.Read(File.ReadAllBytes(Path.Combine(SharedMaterial.RepositoryRoot, "models", packId, Section(packId).Audio!))).Value;

    public static string Text(string packId) => Section(packId).Text!;

    private static SelfTestSection Section(string packId)
        => ManifestReader.Read(Path.Combine(SharedMaterial.RepositoryRoot, "models", packId, PackManifest.FileName), [])!.SelfTest!;
}
