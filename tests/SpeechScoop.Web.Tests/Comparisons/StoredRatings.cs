using SpeechScoop.ListeningTests;
using SpeechScoop.Recognition;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Ratings;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Tests.Comparisons;

/// <summary>Fills a database as the live bench would.</summary>
internal sealed class StoredRatings(Database database)
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly List<string> rated = [];
    private int minutes;

    /// <summary>Adds a trial with one output for each system and returns the outputs.</summary>
    /// <param name="revealed">Whether <see cref="RevealAsync"/> reveals it.</param>
    public async Task<Output[]> AddTrialAsync(LiveTrialKind kind, bool revealed, params string[] systems)
    {
        await new SystemStore(database).NoteAsync([.. systems.Select(system => new StoredSystem
        {
            Id = system,
            Kind = kind switch { LiveTrialKind.Recognition => SystemKind.Recognizer, LiveTrialKind.Synthesis => SystemKind.Synthesizer, _ => SystemKind.Tokenizer },
            Title = $"Title of {system}", PackId = system, PackVersion = "1.0.0", Settings = "{}", FirstSeenAt = Noon,
        })]);
        var trial = new LiveTrial
        {
            Id = Guid.CreateVersion7().ToString(), Kind = kind, Text = "a text", Source = kind is LiveTrialKind.Recognition ? LiveSource.File : null, Blind = true,
            Seed = 7, Status = LiveTrialStatus.Done, CreatedAt = Noon,
        };
        if (revealed) rated.Add(trial.Id);
        Output[] outputs = [.. systems.Select((system, position) => new Output
        {
            Id = Guid.CreateVersion7().ToString(), TrialId = trial.Id, Label = BlindLabels.At(position), Position = position, Role = StimulusRole.System,
            SystemId = system, SystemVersion = "1.0.0", Seed = 3, Status = OutputStatus.Done, CreatedAt = Noon, AudioSeconds = 10, ProcessingSeconds = 1 + position,
        })];
        Assert.Null((await new LiveTrialStore(database).CreateAsync(trial, outputs)).Error);
        return outputs;
    }

    /// <summary>Ends the rating of the trials that are to be revealed.</summary>
    public async Task RevealAsync()
    {
        foreach (var trial in rated) Assert.Null((await new LiveTrialStore(database).RevealAsync(trial, Noon.AddHours(1))).Error);
    }

    public async Task RateAsync(Output output, int value, string scale = "acr", Output? other = null, string listener = "Ann", bool blind = true) =>
        Assert.Null((await new RatingStore(database).AddAsync(new Rating
        {
            Id = Guid.CreateVersion7().ToString(), TrialId = output.TrialId, OutputId = output.Id, OtherOutputId = other?.Id, Scale = scale, Value = value,
            Blind = blind, Listener = listener, Session = $"sitting of {listener}", CreatedAt = Noon.AddMinutes(minutes++),
        })).Error);

    public async Task ScoreAsync(Output output, string reference, string hypothesis)
    {
        var score = TranscriptScore.Of(reference, hypothesis);
        var counts = score.Words.Counts;
        Assert.Null((await new MeasurementStore(database).AddAsync([new Measurement
        {
            Id = Guid.CreateVersion7().ToString(), OutputId = output.Id, Metric = TranscriptScore.WordMetric, Version = TranscriptScore.MetricVersion,
            Recipe = score.Recipe, Value = score.WordErrorRate ?? 0, CreatedAt = Noon.AddMinutes(minutes++),
            Details = $$"""{"correct":{{counts.Correct}},"substitutions":{{counts.Substitutions}},"deletions":{{counts.Deletions}},"insertions":{{counts.Insertions}}}""",
        }])).Error);
    }
}
