using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpeechScoop.Inference.Packs;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Live;

/// <summary>A stimulus before it has a label.</summary>
/// <param name="System">Null unless the role is a system.</param>
/// <param name="Settings">A JSON object.</param>
internal sealed record PlannedStimulus(StimulusRole Role, SystemSummary? System = null, string Settings = "{}", long? Seed = null)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A system's answer. Settings that were not chosen are left out, so that conditions that do the same are the same.</summary>
    public static PlannedStimulus Of<T>(SystemSummary system, T settings, long? seed = null) => new(StimulusRole.System, system, JsonSerializer.Serialize(settings, Written), seed);
}

/// <summary>A trial that was stored and now runs.</summary>
/// <param name="Outputs">Its stimuli in the order of their labels.</param>
internal sealed record StartedTrial(LiveTrial Trial, IReadOnlyList<Output> Outputs, RunningTrial Running);

/// <summary>Checks what a trial asks for, gives its stimuli their labels, and stores it.</summary>
internal sealed class TrialPlan(ISystemCatalog catalog, SystemStore systems, LiveTrialStore trials, RunningTrials running, TimeProvider time)
{
    /// <summary>A usable system of the kind asked for.</summary>
    /// <returns><see cref="Error.Invalid"/> for an unknown system or another kind, <see cref="Error.Unavailable"/> for one that cannot run here.</returns>
    public Result<SystemSummary> Choose(string? systemId, SystemKind kind)
    {
        var kindName = kind.ToString().ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(systemId)) return new Error.Invalid("system-missing", $"A choice lacks its system. Name one of the {kindName}s of GET /api/systems.");
        if (!catalog.Find(systemId).TryGet(out var system, out _))
            return new Error.Invalid("system-unknown", $"There is no system \"{systemId}\". GET /api/systems lists what there is.");
        if (system.Kind != kind) return new Error.Invalid("system-kind", $"\"{systemId}\" is a {system.Kind.ToString().ToLowerInvariant()}; this needs a {kindName}.");
        if (system.Status != PackStatus.Ready)
            return new Error.Unavailable("system-not-ready", $"{system.Title} cannot be used: {string.Join(" ", system.Problems)}");
        return system;
    }

    /// <summary>Checks that systems were chosen, and not too many.</summary>
    public static Error.Invalid? CheckChoices<T>(IReadOnlyList<T?>? choices, int most)
        where T : class =>
        choices is not { Count: > 0 } || choices.Count > most ? new("system-count", $"{choices?.Count ?? 0} systems were chosen. Choose 1 to {most}.")
        : choices.Contains(null) ? new("system-missing", "A choice is null. Give each as an object with its system.")
        : null;

    /// <summary>Stores a trial whose stimuli are labelled A, B, C …: in seeded random order when blind, else in the order given.</summary>
    /// <param name="describe">Adds what the kind of trial has.</param>
    public async Task<Result<StartedTrial>> StartAsync(LiveTrialKind kind, bool blind, IReadOnlyList<PlannedStimulus> stimuli, Func<LiveTrial, LiveTrial> describe)
    {
        var now = time.GetUtcNow();
        var seed = (long)RandomNumberGenerator.GetInt32(int.MaxValue);
        var trial = describe(new LiveTrial
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Kind = kind,
            Blind = blind,
            Seed = seed,
            Status = LiveTrialStatus.Running,
            CreatedAt = now,
        });
        var order = blind ? BlindLabels.Order(stimuli.Count, seed) : [.. Enumerable.Range(0, stimuli.Count)];
        var outputs = order.Select((index, position) => new Output
        {
            Id = Guid.CreateVersion7(now).ToString(),
            TrialId = trial.Id,
            Label = BlindLabels.At(position),
            Position = position,
            Role = stimuli[index].Role,
            SystemId = stimuli[index].System?.Id,
            SystemVersion = stimuli[index].System?.PackVersion,
            Settings = stimuli[index].Settings,
            Seed = stimuli[index].Seed,
            Status = OutputStatus.Queued,
            CreatedAt = now,
        }).ToArray();

        var used = stimuli.Select(stimulus => stimulus.System).OfType<SystemSummary>().DistinctBy(system => system.Id);
        if ((await systems.NoteAsync([.. used.Select(system => Describe(system, now))])).Error is { } notNoted) return notNoted;
        if (!running.Add(trial.Id, outputs.Select(output => output.Label)).TryGet(out var run, out var tooMany)) return tooMany;
        if ((await trials.CreateAsync(trial, outputs)).Error is { } notStored)
        {
            running.Remove(trial.Id);
            return notStored;
        }
        return new StartedTrial(trial, outputs, run);
    }

    private static StoredSystem Describe(SystemSummary system, DateTimeOffset now) => new()
    {
        Id = system.Id,
        Kind = system.Kind,
        Title = system.Title,
        PackId = system.PackId,
        PackVersion = system.PackVersion,
        Settings = system.SettingsJson,
        FirstSeenAt = now,
    };
}
