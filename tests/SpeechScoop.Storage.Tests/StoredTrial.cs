using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Systems;

namespace SpeechScoop.Storage.Tests;

/// <summary>Trials with two stimuli, as the live bench stores them.</summary>
internal static class StoredTrial
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static async Task<(LiveTrial Trial, Output[] Outputs)> CreateAsync(
        Database database, bool blind = true, OutputStatus status = OutputStatus.Done, string text = "hello there", LiveTrialStatus trialStatus = LiveTrialStatus.Done)
    {
        await new SystemStore(database).NoteAsync([System("first"), System("second")]);
        var trial = new LiveTrial
        {
            Id = Guid.CreateVersion7().ToString(),
            Kind = LiveTrialKind.Synthesis,
            Text = text,
            Blind = blind,
            Seed = 7,
            Status = trialStatus,
            CreatedAt = Noon,
        };
        Output[] outputs = [Output(trial.Id, "A", 0, "first", status), Output(trial.Id, "B", 1, "second", status)];
        Assert.Null((await new LiveTrialStore(database).CreateAsync(trial, outputs)).Error);
        return (trial, outputs);
    }

    public static StoredSystem System(string id) => new()
    {
        Id = id,
        Kind = SystemKind.Synthesizer,
        Title = $"The {id} voice",
        PackId = id,
        PackVersion = "1.0.0",
        Settings = "{}",
        FirstSeenAt = Noon,
    };

    private static Output Output(string trialId, string label, int position, string system, OutputStatus status) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        TrialId = trialId,
        Label = label,
        Position = position,
        Role = StimulusRole.System,
        SystemId = system,
        Seed = 3,
        Status = status,
        CreatedAt = Noon,
    };
}
