using System.Text.Json.Nodes;
using SpeechScoop.Audio;
using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Tests.SynthesisLab;

/// <summary>
/// A run of two voices as it is stored when it is done: <c>steady</c> always says everything and repeats itself to the bit; <c>wild</c>, at two temperatures, has more
/// errors and pitch movement the hotter it is, fails now and then, and does not repeat itself.
/// </summary>
internal static class SpokenRun
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static readonly string[] Sentences =
    [
        "The birch canoe slid on the smooth planks.", "Glue the sheet to the dark blue background.", "It is easy to tell the depth of a well.", "These days a chicken leg is a rare dish.",
        "Rice is often served in round bowls.", "The juice of lemons makes fine punch.", "The box was thrown beside the parked truck.", "The hogs were fed chopped corn and garbage.",
    ];

    /// <param name="add">Stores a clip and returns its SHA-256.</param>
    /// <param name="attribute">An attribute of prompts that says in-domain and out-of-domain by turns; they then have speakers too.</param>
    public static async Task<string> StoreAsync(
        Database database, Func<AudioClip, Task<string>> add, int prompts = 4, int takes = 4, string title = "Two voices", bool finished = true, bool determinism = true,
        string steady = "steady", string wild = "wild", string? attribute = null)
    {
        await new SystemStore(database).NoteAsync([System(steady, "The steady voice"), System(wild, "The wild voice")]);
        var dataset = new Dataset { Id = NewId(), Name = $"Prompts of {title} {NewId()}", Kind = DatasetKind.Prompts, CreatedAt = Noon };
        DatasetItem[] items = [.. Enumerable.Range(0, prompts).Select(i => new DatasetItem
        {
            Id = NewId(), DatasetId = dataset.Id, Key = $"p{i:00}", Position = i, Text = Sentences[i % Sentences.Length], Speaker = attribute is null ? null : i % 2 == 0 ? "ann" : "bob",
            Attributes = ItemAttributes.Write(attribute is null ? [] : [new(attribute, i % 2 == 0 ? "in-domain" : "out-of-domain")]),
        })];
        Assert.Null((await new DatasetStore(database).CreateAsync(dataset, items)).Error);
        RunCondition[] conditions = [new(steady), new(wild, new JsonObject { ["temperature"] = 0.5 }), new(wild, new JsonObject { ["temperature"] = 1.0 })];
        var plan = new RunPlan { Conditions = conditions, Takes = takes, Determinism = determinism, Metrics = ["f0-sd-semitones", "speaking-rate"] };
        var run = new Run
        {
            Id = NewId(), DatasetId = dataset.Id, Kind = RunKind.Synthesis, Title = title, Status = RunStatus.Running, Seed = 7, CreatedAt = Noon, StartedAt = Noon, Plan = plan.Write(),
        };
        var position = 0;
        RunOutput[] outputs = [.. items.SelectMany(item => conditions.SelectMany(condition => Enumerable.Range(0, plan.OutputsPerItem).Select(take => new RunOutput
        {
            Id = NewId(), RunId = run.Id, ItemId = item.Id, Take = take, Position = position++, SystemId = condition.SystemId, Settings = condition.SettingsJson,
            Seed = plan.SeedOf(7, item.Key, take), Status = OutputStatus.Queued, CreatedAt = Noon,
        })))];
        Assert.Null((await new RunStore(database).CreateAsync(run, outputs)).Error);
        if (!finished) return run.Id;
        var store = new RunOutputStore(database);
        for (var batch = (await store.TakeQueuedAsync(run.Id, 50)).Value; batch.Count > 0; batch = (await store.TakeQueuedAsync(run.Id, 50)).Value)
            foreach (var output in batch) await SpeakAsync(store, output, add, plan.Takes, steady);
        await new RunStore(database).FinishAsync(run.Id, Noon);
        return run.Id;
    }

    private static async Task SpeakAsync(RunOutputStore store, RunItemOutput output, Func<AudioClip, Task<string>> add, int takes, string steady)
    {
        var heat = output.SystemId == steady ? 0 : output.Settings.Contains("0.5", StringComparison.Ordinal) ? 1 : 2;
        // What is not steady takes its chances anew even with the same seed.
        var random = new SeededRandom((output.ItemPosition * 1_000) + (heat * 100) + (heat == 0 && output.Take >= takes ? 0 : output.Take));
        for (var i = 0; i < 8; i++) random.NextBits();
        if (heat == 2 && output.Take == 1 && output.ItemPosition == 0)
        {
            await store.SaveAsync(output with { Status = OutputStatus.Failed, Error = "The system ended without audio." });
            return;
        }
        var words = output.ItemText!.TrimEnd('.').Split(' ');
        var lost = random.NextDouble() < 0.3 * heat ? 1 + random.Next(words.Length - 1) : 0;
        var seconds = 1.2 + (0.2 * heat * random.NextDouble());
        var hertz = 120 + (40 * random.NextDouble());
        var clip = new AudioClip(16_000, [.. Enumerable.Range(0, (int)(16_000 * seconds)).Select(i => (float)(0.3 * Math.Sin(2 * Math.PI * hertz * i / 16_000) * Math.Sin(Math.PI * i / (16_000 * seconds))))]);
        var done = output with
        {
            Status = OutputStatus.Done, SystemVersion = "1", ClipSha256 = await add(clip), AudioSeconds = seconds, ProcessingSeconds = 0.05 + (0.02 * random.NextDouble()), FirstResultSeconds = 0.03,
        };
        await store.SaveAsync(done);
        await store.SaveMeasuredAsync(done with { Text = string.Join(' ', words[..^lost]) },
        [
            Measured("wer", (double)lost / words.Length), Measured("cer", (double)lost / words.Length), Measured("f0-sd-semitones", 1 + heat + random.NextDouble()), Measured("speaking-rate", 180 - (20 * heat * random.NextDouble())),
        ], Noon);

        Measurement Measured(string metric, double value) => new() { Id = NewId(), OutputId = output.Id, Metric = metric, Version = "1", Recipe = "{}", Value = value, CreatedAt = Noon };
    }

    /// <summary>A dataset of recordings: two of each of three speakers, tones and their harmonics.</summary>
    public static async Task<string> StoreRecordingsAsync(Database database, Func<AudioClip, Task<string>> add)
    {
        var dataset = new Dataset { Id = NewId(), Name = $"Speakers {NewId()}", Kind = DatasetKind.Recordings, CreatedAt = Noon };
        var items = new List<DatasetItem>();
        foreach (var (speaker, hertz) in ((string, double)[])[("ann", 210), ("bob", 110), ("cyd", 700)])
            for (var recording = 0; recording < 2; recording++)
            {
                var clip = new AudioClip(16_000, [.. Enumerable.Range(0, 24_000).Select(i => (float)(0.2 * (Math.Sin(2 * Math.PI * (hertz + recording) * i / 16_000) + (0.5 * Math.Sin(2 * Math.PI * 3 * hertz * i / 16_000)))))]);
                items.Add(new() { Id = NewId(), DatasetId = dataset.Id, Key = $"{speaker}-{recording}", Position = items.Count, ClipSha256 = await add(clip), Speaker = speaker });
            }
        Assert.Null((await new DatasetStore(database).CreateAsync(dataset, items)).Error);
        return dataset.Id;
    }

    private static StoredSystem System(string id, string title) => new() { Id = id, PackId = "test", PackVersion = "1", Kind = SystemKind.Synthesizer, Title = title, Settings = "{}", FirstSeenAt = Noon };

    private static string NewId() => Guid.CreateVersion7().ToString();
}
