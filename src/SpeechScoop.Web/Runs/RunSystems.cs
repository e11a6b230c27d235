using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Runs;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Runs;

/// <summary>The systems that can take part in runs: those of packs, and for reconstructions the baselines too.</summary>
internal sealed class RunSystems(ISystemCatalog catalog, Reconstructors reconstructors)
{
    /// <summary>A system of any kind; null for one that is not here, or no longer.</summary>
    public SystemSummary? Find(string systemId) =>
        catalog.Find(systemId).TryGet(out var system, out _) ? system : reconstructors.Find(systemId).TryGet(out var baseline, out _) ? baseline.System : null;

    /// <summary>A usable system for a kind of run.</summary>
    /// <returns><see cref="Error.Invalid"/> for an unknown system or another kind, <see cref="Error.Unavailable"/> for one that cannot run here.</returns>
    public Result<SystemSummary> Choose(string? systemId, RunKind kind) => Choose(systemId, kind.Systems());

    /// <summary>A usable recognizer, to write down what synthesizers said.</summary>
    public Result<SystemSummary> ChooseRecognizer(string systemId) => Choose(systemId, SystemKind.Recognizer);

    private Result<SystemSummary> Choose(string? systemId, SystemKind kind)
    {
        var kindName = kind.ToString().ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(systemId)) return new Error.Invalid("system-missing", $"A condition lacks its systemId. Name one of the {kindName}s of GET /api/systems.");
        if (Find(systemId) is not { } system)
            return new Error.Invalid("system-unknown", $"There is no {kindName} \"{systemId}\". There are: {string.Join(", ", Known(kind))}.");
        if (system.Kind != kind) return new Error.Invalid("system-kind", $"\"{systemId}\" is a {system.Kind.ToString().ToLowerInvariant()}; this needs a {kindName}.");
        return system.Status is PackStatus.Ready ? system : new Error.Unavailable("system-not-ready", $"{system.Title} cannot be used: {string.Join(" ", system.Problems)}");
    }

    private IEnumerable<string> Known(SystemKind kind) =>
        kind is SystemKind.Tokenizer ? reconstructors.All.Select(one => one.System.Id) : catalog.Systems.Where(system => system.Kind == kind).Select(system => system.Id);
}
