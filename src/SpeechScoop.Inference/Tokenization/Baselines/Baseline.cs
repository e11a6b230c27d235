using SpeechScoop.Inference.Packs;
using SpeechScoop.Systems;

namespace SpeechScoop.Inference.Tokenization.Baselines;

/// <summary>Classical processing that everybody knows the sound of: it gives a tokenizer's figures a scale.</summary>
public static class Baseline
{
    /// <summary>The pack that baselines claim to be of.</summary>
    public const string PackId = "baseline";

    /// <summary>A baseline as lists show it.</summary>
    /// <param name="problems">What this machine lacks for it; empty where it can be used.</param>
    internal static SystemSummary Summary(string id, string version, string title, string description, params IReadOnlyList<string> problems) => new(
        $"{PackId}/{id}", PackId, version, SystemKind.Tokenizer, PackId, title, description, [],
        problems.Count == 0 ? PackStatus.Ready : PackStatus.Unavailable, problems, "{}", 0, new SystemTraits());

    /// <summary>The error of an original without samples.</summary>
    internal static Error Empty { get; } = new Error.Invalid("audio-empty", "The audio has no samples: there is nothing to reconstruct.");
}
