using System.Text.Json;

namespace SpeechScoop.Inference.Packs.Manifests;

/// <summary>
/// <c>pack.json</c>: what a pack holds and how its files are used. Keys are camelCase; an unknown key is an error.
/// Which sections a pack needs depends on its family.
/// </summary>
public sealed record PackManifest
{
    /// <summary>Name and version of this format.</summary>
    public const string CurrentSchema = "speechscoop/pack/1";

    /// <summary>Name of the manifest file in a pack's folder.</summary>
    public const string FileName = "pack.json";

    /// <summary>Always <see cref="CurrentSchema"/>.</summary>
    public required string Schema { get; init; }

    /// <summary>The folder's name: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>recognizer, synthesizer, tokenizer, voice-activity, quality or embedding.</summary>
    public required string Task { get; init; }

    /// <summary>Which adapter runs the pack, such as <c>ctc</c>.</summary>
    public required string Family { get; init; }

    /// <summary>BCP 47 tags.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public PackLicence Licence { get; init; } = new();

    /// <summary>Path of the model card (Markdown) inside the pack.</summary>
    public string? Card { get; init; }

    /// <summary>File role → file.</summary>
    public IReadOnlyDictionary<string, PackFile> Files { get; init; } = new Dictionary<string, PackFile>();

    /// <summary>Role of a graph (without a variant's suffix such as <c>.int8</c>) → its tensors.</summary>
    public IReadOnlyDictionary<string, GraphBinding> Io { get; init; } = new Dictionary<string, GraphBinding>();

    public AudioSection? Audio { get; init; }

    public FeatureSection? Features { get; init; }

    public DecodingSection? Decoding { get; init; }

    public StreamingSection? Streaming { get; init; }

    public EndpointingSection Endpointing { get; init; } = new();

    public TextSection? Text { get; init; }

    public SamplingSection? Sampling { get; init; }

    public CodecSection? Codec { get; init; }

    public EmbeddingSection? Embedding { get; init; }

    public CommandSection? Command { get; init; }

    public RuntimeSection Runtime { get; init; } = new();

    /// <summary>The systems on offer; without any, the pack is one system with the pack's id.</summary>
    public IReadOnlyList<SystemSection> Systems { get; init; } = [];

    public SelfTestSection? SelfTest { get; init; }
}

/// <summary>Under what terms the pack may be used.</summary>
public sealed record PackLicence
{
    /// <summary>SPDX expression, such as <c>MIT</c>.</summary>
    public string Spdx { get; init; } = "";

    public string? Attribution { get; init; }

    public string? Source { get; init; }
}

/// <summary>A file of the pack.</summary>
public sealed record PackFile
{
    /// <summary>Relative to the pack's folder, with forward slashes; never leaves it.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }
}

/// <summary>Tensor roles of a graph → the names that they have there.</summary>
public sealed record GraphBinding
{
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();
}

/// <summary>A system that the pack offers: the pack with settings.</summary>
public sealed record SystemSection
{
    /// <summary>Lower-case letters, digits and hyphens; unique in the pack.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Family-specific settings.</summary>
    public JsonElement? Settings { get; init; }
}
