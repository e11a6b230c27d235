using System.Collections.Concurrent;
using SpeechScoop.Audio.Embeddings;
using SpeechScoop.Inference.Commands;
using SpeechScoop.Inference.Packs.Families;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Quality;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Inference.VoiceActivity;
using SpeechScoop.Systems;

namespace SpeechScoop.Inference.Packs;

/// <summary>The catalog of the packs in one folder. The folder is read once, when the catalog is made.</summary>
public sealed class SystemCatalog : ISystemCatalog, IDisposable
{
    private readonly IComputeGate gate;
    private readonly Action<string> log;
    private readonly VendorCatalog? vendors;
    private readonly CommandRunner programs;
    private readonly SystemFactory factory;
    private readonly List<CatalogEntry> entries;
    private readonly Dictionary<string, (CatalogEntry Entry, int Index)> bySystem = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Result<object>>>> systems = new(StringComparer.Ordinal);

    /// <param name="modelsPath">The folder that holds one folder a pack; a missing one holds no packs.</param>
    /// <param name="gate">Where models are loaded and run.</param>
    /// <param name="log">Takes a sentence about each pack that is broken or fails its self test.</param>
    /// <param name="vendors">Systems behind vendors' APIs, listed after the packs'; null for none. The catalog disposes of them.</param>
    public SystemCatalog(string modelsPath, IComputeGate gate, Action<string>? log = null, VendorCatalog? vendors = null)
    {
        (this.gate, this.log, this.vendors) = (gate, log ?? (_ => { }), vendors);
        programs = new CommandRunner(Math.Max(2, Environment.ProcessorCount / 2));
        factory = new SystemFactory(gate, programs);
        entries = [.. PackLoader.LoadAll(modelsPath).Select(pack => new CatalogEntry(pack))];
        foreach (var entry in entries)
        {
            var index = 0;
            foreach (var system in entry.Systems)
            {
                bySystem.TryAdd(entry.Pack.Id, (entry, 0));
                bySystem[system.Id] = (entry, index++);
            }
            foreach (var problem in entry.Problems) this.log($"Pack {entry.Pack.Id}: {problem}");
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<PackSummary> Packs => [.. entries.Select(entry => entry.Summary())];

    /// <inheritdoc/>
    public IReadOnlyList<SystemSummary> Systems => [.. entries.SelectMany(entry => entry.Systems), .. vendors?.Systems ?? []];

    /// <inheritdoc/>
    public Result<SystemSummary> Find(string systemId) => bySystem.TryGetValue(systemId, out var place)
        ? place.Entry.Systems[place.Index]
        : vendors?.Find(systemId) is { } vendor ? vendor
        : new Error.NotFound("system-unknown", $"There is no system '{systemId}'. 'packs list' names the ones there are.");

    /// <inheritdoc/>
    public Task<Result<IRecognizer>> GetRecognizerAsync(string systemId, CancellationToken cancellation = default)
        => GetAsync<IRecognizer>(systemId, SystemKind.Recognizer, cancellation);

    /// <inheritdoc/>
    public Task<Result<ISynthesizer>> GetSynthesizerAsync(string systemId, CancellationToken cancellation = default)
        => GetAsync<ISynthesizer>(systemId, SystemKind.Synthesizer, cancellation);

    /// <inheritdoc/>
    public Task<Result<ITokenizer>> GetTokenizerAsync(string systemId, CancellationToken cancellation = default)
        => GetAsync<ITokenizer>(systemId, SystemKind.Tokenizer, cancellation);

    /// <summary>Loads the voice activity detector of a pack of the task <c>voice-activity</c>.</summary>
    public Task<Result<SileroVad>> GetVoiceActivityAsync(string packId, CancellationToken cancellation = default)
        => GetPackAsync<SileroVad>(packId, "voice-activity", cancellation);

    /// <summary>Loads the quality model of a pack of the task <c>quality</c>.</summary>
    public Task<Result<IQualityModel>> GetQualityModelAsync(string packId, CancellationToken cancellation = default)
        => GetPackAsync<IQualityModel>(packId, "quality", cancellation);

    /// <summary>Loads the embedder of a pack of the task <c>embedding</c>.</summary>
    public Task<Result<IEmbedder>> GetEmbedderAsync(string packId, CancellationToken cancellation = default)
        => GetPackAsync<IEmbedder>(packId, "embedding", cancellation);

    /// <summary>The valid packs of a task, in the order of their ids.</summary>
    public IReadOnlyList<PackManifest> PacksFor(string task) => [.. entries.Where(entry => entry.Status == PackStatus.Ready && entry.Pack.Manifest?.Task == task).Select(entry => entry.Pack.Manifest!)];

    /// <summary>Loads what a pack without systems runs (a quality model, detector or embedder) on the calling thread, for callers that are on the compute gate already: those must not wait for it.</summary>
    public Result<T> Load<T>(string packId, string task)
        where T : class
    {
        if (!FindPack(packId, task).TryGet(out var entry, out var error)) return error;
        if (entry.Status != PackStatus.Ready || entry.Runtime is not { } runtime) return Unusable(entry, packId);
        var made = factory.Create(runtime, packId, null);
        if (made.Error is not { } broken) return Result<T>.Ok((T)made.Value);
        Break(entry, broken);
        return broken;
    }

    /// <summary>Compares every file of every pack with its hash; the packs' status tells what was found. A fraction of a second for the packs that ship.</summary>
    public async Task CheckFilesAsync(CancellationToken cancellation = default)
    {
        foreach (var entry in entries)
            foreach (var role in entry.Runtime?.Manifest.Files.Keys ?? [])
                if (await gate.RunAsync(() => entry.Runtime!.File(role).Error, cancellation).ConfigureAwait(false) is { } found) Break(entry, found);
    }

    /// <inheritdoc/>
    public async Task WarmUpAsync(CancellationToken cancellation = default)
    {
        await CheckFilesAsync(cancellation).ConfigureAwait(false);
        // Models first: they are what a visitor tries, and programs need no warming.
        foreach (var entry in entries.OrderBy(entry => entry.Pack.Manifest?.Family == "command"))
        {
            cancellation.ThrowIfCancellationRequested();
            if (entry.Status == PackStatus.Ready) await TestAsync(entry, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Compares every file of a pack with its hash, loads every graph and runs the self test.</summary>
    /// <returns>Everything that was found, or <c>pack-unknown</c>.</returns>
    public async Task<Result<PackVerification>> VerifyAsync(string packId, CancellationToken cancellation = default)
    {
        if (entries.FirstOrDefault(entry => entry.Pack.Id == packId) is not { } entry)
            return new Error.NotFound("pack-unknown", $"There is no pack '{packId}'. 'packs list' names the ones there are.");
        if (entry.Runtime is { } runtime)
        {
            var graphs = PackFamily.All[runtime.Manifest.Family].Graphs.Select(graph => graph.Role).ToHashSet();
            foreach (var role in runtime.Manifest.Files.Keys)
            {
                var found = await gate.RunAsync(() => graphs.Contains(PackFamily.BaseRole(role)) ? runtime.Model(role).Error : runtime.File(role).Error, cancellation).ConfigureAwait(false);
                if (found is not null) Break(entry, found);
            }
            if (entry.Status == PackStatus.Ready) await TestAsync(entry, cancellation).ConfigureAwait(false);
        }
        var summary = entry.Summary();
        return new PackVerification(packId, summary.Status == PackStatus.Ready && summary.SelfTest is { Passed: true }, summary.Problems, summary.SelfTest);
    }

    /// <summary>Releases all models. Nothing may be running.</summary>
    public void Dispose()
    {
        entries.ForEach(entry => entry.Dispose());
        programs.Dispose();
        vendors?.Dispose();
    }

    private async Task<Result<T>> GetAsync<T>(string systemId, SystemKind kind, CancellationToken cancellation)
        where T : class
    {
        if (!Find(systemId).TryGet(out var system, out var unknown)) return unknown;
        if (system.Kind != kind)
            return new Error.Invalid("system-kind", $"'{system.Id}' is a {system.Kind.ToString().ToLowerInvariant()}, not a {kind.ToString().ToLowerInvariant()}.");
        if (vendors?.Find(system.Id) is not null) return vendors.Get<T>(system.Id);
        return await LoadAsync<T>(bySystem[systemId].Entry, system.Id, cancellation).ConfigureAwait(false);
    }

    private async Task<Result<T>> GetPackAsync<T>(string packId, string task, CancellationToken cancellation)
        where T : class
    {
        if (!FindPack(packId, task).TryGet(out var entry, out var error)) return error;
        return await LoadAsync<T>(entry, packId, cancellation).ConfigureAwait(false);
    }

    private Result<CatalogEntry> FindPack(string packId, string task)
    {
        if (entries.FirstOrDefault(entry => entry.Pack.Id == packId) is not { } entry)
            return new Error.NotFound("pack-unknown", $"There is no pack '{packId}'. 'packs list' names the ones there are.");
        if (entry.Pack.Manifest is { } manifest && manifest.Task != task)
            return new Error.Invalid("system-kind", $"The pack '{packId}' is for {manifest.Task}, not for {task}.");
        return entry;
    }

    private async Task<Result<T>> LoadAsync<T>(CatalogEntry entry, string systemId, CancellationToken cancellation)
        where T : class
    {
        if (entry.Status != PackStatus.Ready || entry.Runtime is not { } runtime) return Unusable(entry, systemId);
        // One load for all who ask; whoever gives up waiting does not stop it for the others.
        var load = systems.GetOrAdd(systemId, id => new Lazy<Task<Result<object>>>(() => StartAsync(entry, runtime, id)));
        var result = await load.Value.WaitAsync(cancellation).ConfigureAwait(false);
        return result.Error is { } error ? error : Result<T>.Ok((T)result.Value);
    }

    private async Task<Result<object>> StartAsync(CatalogEntry entry, PackRuntime runtime, string systemId)
    {
        await entry.Loading.WaitAsync().ConfigureAwait(false);
        try
        {
            var result = await gate.RunAsync(() => factory.Create(runtime, systemId, entry.SettingsOf(systemId))).ConfigureAwait(false);
            if (result.Error is { } error) Break(entry, error);
            return result;
        }
        finally
        {
            entry.Loading.Release();
        }
    }

    private static Error.Unavailable Unusable(CatalogEntry entry, string id)
        => new(entry.Status == PackStatus.Unavailable ? "program-missing" : "pack-broken", $"'{id}' cannot be used. {string.Join(' ', entry.Problems)}");

    private async Task TestAsync(CatalogEntry entry, CancellationToken cancellation)
    {
        var test = await PackSelfTest.RunAsync(this, entry, cancellation).ConfigureAwait(false);
        if (!test.TryGet(out var outcome, out var error))
        {
            Break(entry, error);
            outcome = new SelfTestOutcome(false, error.Message, 0);
        }
        else if (!outcome.Passed)
        {
            log($"Pack {entry.Pack.Id} fails its self test: {outcome.Message}");
        }
        entry.Tested(outcome);
    }

    private void Break(CatalogEntry entry, Error error)
    {
        if (!entry.Problems.Contains(error.Message)) log($"Pack {entry.Pack.Id}: {error.Message}");
        entry.Break(error.Message);
    }
}
