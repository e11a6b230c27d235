using System.Text.Json;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Systems;

namespace SpeechScoop.Inference.Packs.Families;

/// <summary>A kind of pack that can be run: what its manifest and graphs have to hold.</summary>
internal abstract class PackFamily
{
    /// <summary>Every family, by the name that manifests use.</summary>
    public static IReadOnlyDictionary<string, PackFamily> All { get; } = new PackFamily[]
    {
        new CtcFamily(), new DurationTtsFamily(), new NextTokenTtsFamily(), new RvqCodecFamily(),
        new SileroVadFamily(), new DnsmosP835Family(), new DnsmosP808Family(), new EmbedderFamily(), new CommandFamily(),
    }.ToDictionary(family => family.Name, StringComparer.Ordinal);

    /// <summary>Name in manifests.</summary>
    public abstract string Name { get; }

    /// <summary>The tasks that packs of this family may have.</summary>
    public abstract IReadOnlyList<string> Tasks { get; }

    /// <summary>The graphs.</summary>
    public abstract IReadOnlyList<GraphContract> Graphs { get; }

    /// <summary>File roles beside the graphs that every pack of the family has.</summary>
    public virtual IReadOnlyList<string> TextFiles => [];

    /// <summary>Checks what the contracts do not express.</summary>
    public virtual void Check(PackCheck check)
    {
    }

    /// <summary>Checks the settings of one system.</summary>
    public abstract void CheckSettings(PackCheck check, JsonElement? settings, string key);

    /// <summary>What pages show of a system before it is loaded.</summary>
    public virtual SystemTraits Traits(PackManifest manifest, JsonElement? settings) => new(SampleRate: manifest.Audio?.SampleRate);

    /// <summary>File roles that a system with these settings uses; all by default.</summary>
    public virtual IEnumerable<string> FilesOf(PackManifest manifest, JsonElement? settings) => manifest.Files.Keys;

    /// <summary>The kind of the pack's systems; null where the pack offers none.</summary>
    public static SystemKind? KindOf(string task) => task switch
    {
        "recognizer" => SystemKind.Recognizer,
        "synthesizer" => SystemKind.Synthesizer,
        "tokenizer" => SystemKind.Tokenizer,
        _ => null,
    };

    /// <summary>File role without a variant's suffix: <c>model.int8</c> is a variant of <c>model</c>.</summary>
    public static string BaseRole(string role) => role.Split('.', 2)[0];

    /// <summary>Settings of a system whose manifest is known to be valid.</summary>
    protected static T Settings<T>(JsonElement? settings)
        where T : class, new() => ManifestReader.ReadSettings<T>(settings, "settings", new List<string>()) ?? new T();
}
