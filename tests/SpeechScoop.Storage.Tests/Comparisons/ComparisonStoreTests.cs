using SpeechScoop.Comparisons;
using SpeechScoop.ListeningTests;
using SpeechScoop.Recognition;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.Comparisons;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Ratings;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Systems;

namespace SpeechScoop.Storage.Tests.Comparisons;

public sealed class ComparisonStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = StoredTrial.Noon;

    private readonly TemporaryDatabase temporary = new();

    private int made;

    public void Dispose() => temporary.Dispose();

    private ComparisonStore Store => new(temporary.Database);

    [Fact]
    public async Task An_empty_database_has_empty_rows()
    {
        var rows = (await Store.ReadAsync(SystemKind.Recognizer)).Value;
        Assert.Empty(rows.Outputs);
        Assert.Empty(rows.Ratings);
        Assert.Empty(rows.Measurements);
        Assert.Empty(rows.Titles);
        Assert.Empty((await Store.ReadRatingsAsync(SystemKind.Recognizer)).Value);
    }

    [Fact]
    public async Task Outputs_come_with_condition_item_source_and_times()
    {
        var sha = await AddClipAsync("kitchen.wav");
        var outputs = await CreateAsync(LiveTrialKind.Reconstruction, blind: false, clip: sha, settings: ["""{"codebooks":4}""", "{}"]);

        var rows = (await Store.ReadAsync(SystemKind.Tokenizer)).Value;

        var output = rows.Outputs.Single(row => row.Id == outputs[0].Id);
        Assert.Equal("first?codebooks=4", output.Condition.Id(withVersion: false));
        Assert.Equal("1.0.0", output.Condition.Version);
        Assert.Equal((sha, "kitchen.wav", Noon, true), (output.Item, output.Source, output.CreatedAt, output.IsDone));
        Assert.Equal((2.0, 0.5, 0.25, 1800.0), (output.AudioSeconds, output.ProcessingSeconds, output.DelaySeconds, output.BitRate));
        Assert.Equal("reference", rows.Outputs.Single(row => row.Condition.Role is StimulusRole.Reference).Condition.Id(withVersion: false));
        Assert.Equal("The first voice", rows.Titles["first"]);
    }

    [Fact]
    public async Task Without_a_recording_a_trial_is_an_item_of_its_own_and_its_source_is_the_microphone()
    {
        var outputs = await CreateAsync(LiveTrialKind.Recognition, blind: false, source: LiveSource.Microphone);
        var output = (await Store.ReadAsync(SystemKind.Recognizer)).Value.Outputs[0];
        Assert.Equal((outputs[0].TrialId, "microphone"), (output.Item, output.Source));
    }

    [Fact]
    public async Task Each_kind_of_system_has_its_own_rows()
    {
        await RateAsync(await CreateAsync(LiveTrialKind.Synthesis, blind: false));
        Assert.Single((await Store.ReadAsync(SystemKind.Synthesizer)).Value.Ratings);
        Assert.Empty((await Store.ReadAsync(SystemKind.Tokenizer)).Value.Ratings);
        Assert.Empty((await Store.ReadAsync(SystemKind.Recognizer)).Value.Outputs);
    }

    [Fact]
    public async Task A_trial_with_hidden_labels_appears_only_once_it_is_revealed()
    {
        var outputs = await CreateAsync(LiveTrialKind.Synthesis, blind: true);
        await RateAsync(outputs);
        var hidden = (await Store.ReadAsync(SystemKind.Synthesizer)).Value;
        Assert.Empty(hidden.Outputs);
        Assert.Empty(hidden.Ratings);
        Assert.Equal(1, hidden.HiddenRatings);

        await new LiveTrialStore(temporary.Database).RevealAsync(outputs[0].TrialId, Noon.AddMinutes(5));
        var revealed = (await Store.ReadAsync(SystemKind.Synthesizer)).Value;
        Assert.Equal((3, 1, 0), (revealed.Outputs.Count, revealed.Ratings.Count, revealed.HiddenRatings));
    }

    [Fact]
    public async Task Every_rating_ever_given_is_exported_but_not_what_hidden_labels_stand_for()
    {
        var outputs = await CreateAsync(LiveTrialKind.Synthesis, blind: true, settings: ["""{"temperature":0.5}""", "{}"]);
        await RateAsync(outputs, value: 4, at: Noon.AddMinutes(1));
        await RateAsync(outputs, value: 2, at: Noon.AddMinutes(2));
        await RateAsync(outputs, value: 1, scale: "preference", other: outputs[1].Id, at: Noon.AddMinutes(3));

        var hidden = (await Store.ReadRatingsAsync(SystemKind.Synthesizer)).Value;
        Assert.Equal([4, 2, 1], hidden.Select(rating => rating.Value));
        Assert.All(hidden, rating => Assert.Equal(("A", null, null, null, null, null, null), (rating.Label, rating.SystemId, rating.Role, rating.Settings, rating.TrialSeed, rating.ClipSha256, rating.OtherSystemId)));

        await new LiveTrialStore(temporary.Database).RevealAsync(outputs[0].TrialId, Noon.AddMinutes(5));
        var open = (await Store.ReadRatingsAsync(SystemKind.Synthesizer)).Value;
        Assert.All(open, rating => Assert.Equal(("first", "1.0.0", """{"temperature":0.5}""", 3L, "hello there"),
            (rating.SystemId, rating.SystemVersion, rating.Settings, rating.Seed, rating.Prompt)));
        Assert.Equal(("B", "second", 7L), (open[2].OtherLabel, open[2].OtherSystemId, open[2].TrialSeed));
        Assert.Null(open[0].OtherLabel);
    }

    [Fact]
    public async Task Measurements_come_as_counts_oldest_first_and_those_without_counts_stay_out()
    {
        var outputs = await CreateAsync(LiveTrialKind.Recognition, blind: false);
        await new MeasurementStore(temporary.Database).AddAsync(
        [
            Measure(outputs[0].Id, "wer", """{"correct":7,"substitutions":1,"deletions":2,"insertions":3}""", Noon.AddMinutes(2)),
            Measure(outputs[0].Id, "wer", """{"correct":10,"substitutions":0,"deletions":0,"insertions":0}""", Noon.AddMinutes(1)),
            Measure(outputs[0].Id, "wer", null, Noon),
            Measure(outputs[0].Id, "loudness", """{"correct":1}""", Noon),
        ]);

        var measurements = (await Store.ReadAsync(SystemKind.Recognizer)).Value.Measurements;
        Assert.Equal([new ErrorCounts(10, 0, 0, 0), new ErrorCounts(7, 1, 2, 3)], measurements.Select(measurement => measurement.Counts));
        Assert.Equal(new MetricRecipe("1", "basic@1"), measurements[0].Recipe);
    }

    private static Measurement Measure(string output, string metric, string? details, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7().ToString(), OutputId = output, Metric = metric, Version = "1", Recipe = "basic@1", Value = 0.1, Details = details, CreatedAt = at,
    };

    private async Task<string> AddClipAsync(string name)
    {
        var clip = new StoredClip { Sha256 = new string('a', 64), Name = name, SampleRate = 16000, Channels = 1, Frames = 32000, CreatedAt = Noon };
        Assert.Null((await new ClipStore(temporary.Database).AddAsync(clip)).Error);
        return clip.Sha256;
    }

    private async Task<Output[]> CreateAsync(LiveTrialKind kind, bool blind, string? clip = null, LiveSource? source = null, string[]? settings = null)
    {
        var system = kind switch { LiveTrialKind.Recognition => SystemKind.Recognizer, LiveTrialKind.Synthesis => SystemKind.Synthesizer, _ => SystemKind.Tokenizer };
        await new SystemStore(temporary.Database).NoteAsync([StoredTrial.System("first") with { Kind = system }, StoredTrial.System("second") with { Kind = system }]);
        var trial = new LiveTrial
        {
            Id = Guid.CreateVersion7().ToString(), Kind = kind, Text = "hello there", ClipSha256 = clip, Source = source, Blind = blind, Seed = 7,
            Status = LiveTrialStatus.Done, CreatedAt = Noon,
        };
        Output[] outputs =
        [
            .. new[] { ("first", StimulusRole.System), ("second", StimulusRole.System), (null, StimulusRole.Reference) }.Select((what, position) => new Output
            {
                Id = Guid.CreateVersion7().ToString(), TrialId = trial.Id, Label = BlindLabels.At(position), Position = position, Role = what.Item2,
                SystemId = what.Item1, SystemVersion = what.Item1 is null ? null : "1.0.0", Seed = 3, Status = OutputStatus.Done, CreatedAt = Noon,
                Settings = settings is not null && position < settings.Length ? settings[position] : "{}",
                AudioSeconds = 2, ProcessingSeconds = 0.5, DelaySeconds = 0.25, BitRate = 1800,
            }),
        ];
        Assert.Null((await new LiveTrialStore(temporary.Database).CreateAsync(trial, outputs)).Error);
        return outputs;
    }

    private async Task RateAsync(Output[] outputs, int value = 4, string scale = "acr", string? other = null, DateTimeOffset? at = null) =>
        Assert.Null((await new RatingStore(temporary.Database).AddAsync(new Rating
        {
            Id = $"{made++}", TrialId = outputs[0].TrialId, OutputId = outputs[0].Id, OtherOutputId = other, Scale = scale, Value = value, Blind = true,
            Listener = "Zoë", Session = "one", CreatedAt = at ?? Noon,
        })).Error);
}
