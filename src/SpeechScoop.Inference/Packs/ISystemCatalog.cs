using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Systems;

namespace SpeechScoop.Inference.Packs;

/// <summary>All systems that the packs on disk offer. Thread-safe; models load on first use, or by <see cref="WarmUpAsync"/>.</summary>
public interface ISystemCatalog
{
    /// <summary>Every pack found, broken ones included, ordered by id.</summary>
    IReadOnlyList<PackSummary> Packs { get; }

    /// <summary>Every system of every pack, in stable order (the order decides a system's colour).</summary>
    IReadOnlyList<SystemSummary> Systems { get; }

    /// <summary>Looks a system up by id; a pack's id means its first system.</summary>
    Result<SystemSummary> Find(string systemId);

    Task<Result<IRecognizer>> GetRecognizerAsync(string systemId, CancellationToken cancellation = default);

    Task<Result<ISynthesizer>> GetSynthesizerAsync(string systemId, CancellationToken cancellation = default);

    Task<Result<ITokenizer>> GetTokenizerAsync(string systemId, CancellationToken cancellation = default);

    /// <summary>Loads and self-tests all packs in the background; safe to call once at start.</summary>
    Task WarmUpAsync(CancellationToken cancellation = default);
}

/// <summary>Whether a pack or system can be used.</summary>
public enum PackStatus
{
    /// <summary>Valid; models load on first use.</summary>
    Ready,

    /// <summary>The manifest, a file or a graph is wrong: see the problems.</summary>
    Broken,

    /// <summary>The pack is right, but a program it wraps is not installed.</summary>
    Unavailable,
}

/// <summary>A pack as lists show it.</summary>
/// <param name="Task">As in the manifest: recognizer, synthesizer, tokenizer, voice-activity, quality, embedding.</param>
/// <param name="Problems">Empty when ready; each names file and key and the cure.</param>
/// <param name="SelfTest">Outcome of the self test; null while it has not run.</param>
/// <param name="CardPath">The model card's full path; null where the pack has none.</param>
public sealed record PackSummary(
    string Id, string Version, string Title, string Description, string Task, string Family, IReadOnlyList<string> Languages,
    string Licence, long Bytes, PackStatus Status, IReadOnlyList<string> Problems, SelfTestOutcome? SelfTest, string? CardPath);

/// <summary>What a pack's self test found.</summary>
public sealed record SelfTestOutcome(bool Passed, string Message, double RealTimeFactor);

/// <summary>A system as lists show it.</summary>
/// <param name="Id">Pack id, or pack id / system id.</param>
/// <param name="SettingsJson">The manifest's settings, as canonical JSON.</param>
/// <param name="Bytes">Size of the files that this system uses.</param>
public sealed record SystemSummary(
    string Id, string PackId, string PackVersion, SystemKind Kind, string Family, string Title, string Description, IReadOnlyList<string> Languages,
    PackStatus Status, IReadOnlyList<string> Problems, string SettingsJson, long Bytes, SystemTraits Traits);

/// <summary>What pages need to know before a model is loaded; null where it does not apply.</summary>
/// <param name="AcceptsWordLists">Recognizers: closed lists and hot words can be set.</param>
/// <param name="Seeded">Synthesizers: another seed is another take.</param>
public sealed record SystemTraits(
    int? SampleRate = null, double? LookAheadSeconds = null, bool? Streaming = null, bool? AcceptsWordLists = null,
    bool? Seeded = null, int? Codebooks = null, int? CodebookSize = null, double? FrameRate = null);
