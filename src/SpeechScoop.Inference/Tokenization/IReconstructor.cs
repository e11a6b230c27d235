using SpeechScoop.Audio;
using SpeechScoop.Inference.Packs;
using SpeechScoop.TokenizerLab;

namespace SpeechScoop.Inference.Tokenization;

/// <summary>
/// A system that audio goes through and comes back from: a pack's tokenizer, or a classical baseline for scale. Thread-safe. Runs of the kind
/// reconstruction call it (found by <see cref="Reconstructors"/>), and keep its tokens, survival included, as StoredTokens writes them.
/// </summary>
public interface IReconstructor
{
    /// <summary>What lists and stored outputs say of it; its kind is tokenizer.</summary>
    SystemSummary System { get; }

    /// <summary>Settings worth comparing, from the fewest bits to the most.</summary>
    IReadOnlyList<ReconstructionOption> Options { get; }

    /// <summary>Settings in canonical form (fixed order of names, nothing left out), or <c>setting-unknown</c>, <c>setting-out-of-range</c>.</summary>
    /// <param name="settings">A JSON object.</param>
    Result<string> Check(string settings);

    /// <summary>Sends a clip through.</summary>
    /// <param name="original">Any rate and number of channels; mixed down to one.</param>
    /// <param name="settings">A JSON object as <see cref="Check"/> accepts it.</param>
    Task<Result<Reconstruction>> ReconstructAsync(AudioClip original, string settings, CancellationToken cancellation = default);
}

/// <summary>One choice of settings.</summary>
/// <param name="Settings">Canonical JSON.</param>
/// <param name="Phrase">In words, such as <c>4 codebooks</c>.</param>
/// <param name="BitRate">Nominal bits a second, where they do not depend on the clip.</param>
public sealed record ReconstructionOption(string Settings, string Phrase, double? BitRate = null);

/// <summary>What came back.</summary>
/// <param name="Clip">One channel, with the original's rate and number of samples, and in time with it to the sample.</param>
public sealed record Reconstruction(AudioClip Clip)
{
    /// <summary>Bits a second: nominal for tokenizers and µ-law, measured from bytes for Opus. Null where nothing is coded (a filter).</summary>
    public double? BitRate { get; init; }

    /// <summary>The codebooks that were used. Null where the system has no tokens worth showing.</summary>
    public AudioTokens? Tokens { get; init; }

    /// <summary>Which tokens come out equal when the reconstruction is encoded again; null without tokens.</summary>
    public TokenSurvival? Survival { get; init; }

    /// <summary>Time spent in the system: encoding once and decoding once.</summary>
    public TimeSpan Processing { get; init; }
}
