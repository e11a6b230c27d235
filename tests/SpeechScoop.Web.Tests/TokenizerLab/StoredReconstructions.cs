using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Audio;
using SpeechScoop.Datasets;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Systems;
using SpeechScoop.TokenizerLab;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.TokenizerLab;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.TokenizerLab;

/// <summary>A finished reconstruction run, stored as the worker leaves it: two clips of two domains, a tokenizer and µ-law.</summary>
internal sealed class StoredReconstructions(ScoopApp app)
{
    public const string Tokenizer = "some-codec", MuLaw = "baseline/mu-law";

    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly (string Key, string? Domain, double Hertz)[] Clips = [("voice", "speech", 300), ("whistle", "animal", 2000)];

    private static readonly (string System, string Settings, double BitRate)[] Conditions = [(Tokenizer, """{"codebooks":2}""", 900), (MuLaw, """{"bits":8}""", 128_000)];

    /// <summary>Id of the run.</summary>
    public string RunId { get; } = NewId();

    /// <summary>Ids of the items, by key.</summary>
    public Dictionary<string, string> Items { get; } = [];

    public async Task StoreAsync(RunKind kind = RunKind.Reconstruction)
    {
        var services = app.Services;
        var library = services.GetRequiredService<ClipLibrary>();
        await services.GetRequiredService<SystemStore>().NoteAsync([.. Conditions.Select(condition => new StoredSystem
        {
            Id = condition.System, Kind = SystemKind.Tokenizer, Title = condition.System == MuLaw ? "µ-law" : "Some codec", PackId = "p", PackVersion = "1", Settings = "{}", FirstSeenAt = Noon,
        })]);
        var dataset = new Dataset { Id = NewId(), Name = "sounds", Kind = DatasetKind.Recordings, CreatedAt = Noon };
        var items = new List<DatasetItem>();
        foreach (var (key, domain, hertz) in Clips)
        {
            var clip = (await library.AddAsync(Tone(hertz, 0.5), $"{key}.wav")).Value;
            // The whistle is the second half of its recording.
            items.Add(new DatasetItem
            {
                Id = Items[key] = NewId(), DatasetId = dataset.Id, Key = key, Position = items.Count, ClipSha256 = clip.Sha256, StartSeconds = key == "whistle" ? 0.5 : null,
                Attributes = ItemAttributes.Write(domain is null ? [] : [new(ItemAttributes.Domain, domain)]),
            });
        }
        Assert.Null((await services.GetRequiredService<DatasetStore>().CreateAsync(dataset, items)).Error);

        var (outputs, measurements) = (new List<RunOutput>(), new List<Measurement>());
        foreach (var item in items)
            foreach (var (system, settings, bitRate) in Conditions)
            {
                var made = (await library.AddAsync(Tone(500 + outputs.Count, 0.4), "made")).Value;
                var tokens = new AudioTokens(system, 4, 50, 16_000, [[0, 1, 2, 3], [item.Position, item.Position, 1, 1]]);
                var isMuLaw = system == MuLaw;
                outputs.Add(new RunOutput
                {
                    Id = NewId(), RunId = RunId, ItemId = item.Id, Take = 0, Position = outputs.Count, SystemId = system, SystemVersion = "1", Settings = settings, Status = OutputStatus.Done,
                    ClipSha256 = made.Sha256, AudioSeconds = 1, ProcessingSeconds = 0.1, BitRate = bitRate, CreatedAt = Noon, MeasuredAt = Noon,
                    Tokens = isMuLaw ? null : StoredTokens.Write(new Reconstruction(Tone(1, 0)) { Tokens = tokens, Survival = new TokenSurvival(0.5, [0.75, 0.25], 4, 0) }),
                    NotMeasured = item.Key == "whistle" ? """{"stoi":"STOI is for speech; this is an animal."}""" : null,
                });
                measurements.Add(Measurement(outputs[^1], "si-sdr", (isMuLaw ? 30 : 5) + item.Position));
                if (item.Key == "voice") measurements.Add(Measurement(outputs[^1], "stoi", isMuLaw ? 0.99 : 0.8));
            }
        var run = new Run
        {
            Id = RunId, DatasetId = dataset.Id, Kind = kind, Title = "Codecs over sounds", Status = RunStatus.Done, Seed = 1, CreatedAt = Noon,
            Plan = new RunPlan { Conditions = [.. Conditions.Select(condition => new RunCondition(condition.System))], Metrics = ["si-sdr", "stoi"] }.Write(),
        };
        Assert.Null((await services.GetRequiredService<RunStore>().CreateAsync(run, outputs)).Error);
        Assert.Null((await services.GetRequiredService<MeasurementStore>().AddAsync(measurements)).Error);
    }

    public static AudioClip Tone(double hertz, double amplitude) => new(16_000, [.. Enumerable.Range(0, 16_000).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * hertz * i / 16_000)))]);

    private static Measurement Measurement(RunOutput output, string metric, double value) =>
        new() { Id = NewId(), OutputId = output.Id, Metric = metric, Version = "1", Recipe = "{}", Value = value, CreatedAt = Noon };

    private static string NewId() => Guid.CreateVersion7().ToString();
}
