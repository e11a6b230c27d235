using System.Text.Json;
using SpeechScoop.Inference.Packs.Families;

namespace SpeechScoop.Inference.Packs;

/// <summary>One pack of the catalog: what was found at the scan, and what loading and the self test found since.</summary>
internal sealed class CatalogEntry : IDisposable
{
    private volatile State state;

    public CatalogEntry(Pack pack)
    {
        Pack = pack;
        Runtime = pack.Manifest is not null && pack.Status == PackStatus.Ready ? new PackRuntime(pack) : null;
        state = new State(pack.Status, pack.Problems, null, [.. Describe()]);
    }

    public Pack Pack { get; }

    /// <summary>Null for packs that cannot be used.</summary>
    public PackRuntime? Runtime { get; }

    /// <summary>Held while the pack's files are being loaded, so that compute threads do not wait for each other.</summary>
    public SemaphoreSlim Loading { get; } = new(1, 1);

    public PackStatus Status => state.Status;

    public IReadOnlyList<string> Problems => state.Problems;

    /// <summary>Marks the pack as broken by something that only loading could show.</summary>
    public void Break(string problem) => Change(now =>
    {
        if (now.Problems.Contains(problem)) return now;
        IReadOnlyList<string> problems = [.. now.Problems, problem];
        return now with
        {
            Status = PackStatus.Broken, Problems = problems,
            Systems = [.. now.Systems.Select(system => system with { Status = PackStatus.Broken, Problems = problems })],
        };
    });

    /// <summary>Records the outcome of the self test.</summary>
    public void Tested(SelfTestOutcome outcome) => Change(now => now with { SelfTest = outcome });

    public PackSummary Summary()
    {
        var (now, manifest) = (state, Pack.Manifest);
        return new PackSummary(
            Pack.Id, manifest?.Version ?? "", manifest?.Title ?? Pack.Id, manifest?.Description ?? "", manifest?.Task ?? "", manifest?.Family ?? "",
            manifest?.Languages ?? [], manifest?.Licence.Spdx ?? "", manifest?.Files.Values.Sum(file => file.Bytes) ?? 0,
            now.Status, now.Problems, now.SelfTest, CardPath());
    }

    /// <summary>The pack's systems; none for packs that only judge, or whose manifest cannot be read.</summary>
    public IReadOnlyList<SystemSummary> Systems => state.Systems;

    /// <summary>The settings of a system of this pack.</summary>
    public JsonElement? SettingsOf(string systemId)
        => Pack.Manifest!.Systems.FirstOrDefault(system => $"{Pack.Id}/{system.Id}" == systemId)?.Settings;

    public void Dispose()
    {
        Runtime?.Dispose();
        Loading.Dispose();
    }

    private string? CardPath() => Pack.Manifest?.Card is { } card && PackPaths.Resolve(Pack.Folder, card).TryGet(out var path, out _) && File.Exists(path) ? path : null;

    private IEnumerable<SystemSummary> Describe()
    {
        if (Pack.Manifest is not { } manifest || PackFamily.KindOf(manifest.Task) is not { } kind
            || !PackFamily.All.TryGetValue(manifest.Family, out var family)) yield break;
        if (manifest.Systems.Count == 0)
        {
            yield return Summary(Pack.Id, manifest.Title, manifest.Description, null);
            yield break;
        }
        foreach (var system in manifest.Systems)
            yield return Summary($"{Pack.Id}/{system.Id}", system.Title, system.Description ?? manifest.Description, system.Settings);

        SystemSummary Summary(string id, string title, string description, JsonElement? settings)
        {
            var bytes = family.FilesOf(manifest, settings).Distinct().Sum(role => manifest.Files.GetValueOrDefault(role)?.Bytes ?? 0);
            return new SystemSummary(id, Pack.Id, manifest.Version, kind, manifest.Family, title, description, manifest.Languages,
                Pack.Status, Pack.Problems, SettingsJson.Canonical(settings), bytes, family.Traits(manifest, settings));
        }
    }

    private void Change(Func<State, State> change)
    {
        lock (Loading) state = change(state);
    }

    private sealed record State(PackStatus Status, IReadOnlyList<string> Problems, SelfTestOutcome? SelfTest, IReadOnlyList<SystemSummary> Systems);
}
