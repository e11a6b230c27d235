using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using SpeechScoop.Benchmarks.Load.Listeners;
using SpeechScoop.Datasets;
using SpeechScoop.Runs;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Storage.Systems;
using SpeechScoop.Systems;

namespace SpeechScoop.Benchmarks.Recognition;

/// <summary>Compares two systems over very many recordings on a server of its own: how long each answer takes, the first time and again.</summary>
internal static class BoardCommand
{
    private const string Usage = "board [--items 100000] [--speakers 1000]: a dataset of so many texts, two systems; 0 speakers: every recording stands for itself";

    private static readonly string[] Systems = ["import:first", "import:second"];

    private static readonly string[] Questions =
    [
        "board", "board", "board?slice=speaker", "utterances?sort=errors", "utterances?sort=errors&offset=50000", "utterances?sort=spread", "utterances?search=o'clock", "confusions?system=import:first",
        "utterances?confusion=and%3Eands", "utterances?confusion=and%3Eands&offset=20", "audit", "terms?terms=o'clock,e-mail", "export/systems.csv", "board?normaliser=whisper-en",
    ];

    /// <summary>Runs the command; 0 where every question was answered.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var (items, speakers) = (100_000, 1_000);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 >= args.Count || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || args[i] is not ("--items" or "--speakers"))
            {
                await Console.Error.WriteLineAsync(Usage);
                return 2;
            }
            (items, speakers) = args[i] == "--items" ? (value, speakers) : (items, value);
        }
        using var server = new TestServer(Path.GetTempPath());
        var begin = Stopwatch.GetTimestamp();
        await server.PrepareAsync(database => StoreAsync(database, items, speakers));
        Print($"stored {items} items and {2 * items} outputs in {Stopwatch.GetElapsedTime(begin).TotalSeconds:0.0} s");
        await server.StartAsync();
#pragma warning disable RS0030 // A command-line tool with one client needs no factory.
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) };
#pragma warning restore RS0030
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
        foreach (var question in Questions)
        {
            begin = Stopwatch.GetTimestamp();
            using var response = await http.GetAsync(new Uri($"/api/recognizers/{question}", UriKind.Relative));
            var length = (await response.Content.ReadAsByteArrayAsync()).Length;
            Print($"{question}: {Stopwatch.GetElapsedTime(begin).TotalMilliseconds:0} ms, {length / 1000} kB, status {(int)response.StatusCode}, server {server.WorkingSet / 1_000_000} MB");
            if (!response.IsSuccessStatusCode) return 1;
        }
        return 0;
    }

    private static async Task StoreAsync(Database database, int count, int speakers)
    {
        var now = DateTimeOffset.UnixEpoch;
        _ = (await new SystemStore(database).NoteAsync([.. Systems.Select(id => new StoredSystem
        {
            Id = id, Kind = SystemKind.Recognizer, Title = id, PackId = "import", PackVersion = "1", Settings = "{}", FirstSeenAt = now,
        })])).Value;
        var dataset = new Dataset { Id = Guid.CreateVersion7().ToString(), Name = "Very many", Kind = DatasetKind.Recordings, CreatedAt = now };
        DatasetItem[] items = [.. Enumerable.Range(0, count).Select(i => new DatasetItem
        {
            Id = Guid.CreateVersion7().ToString(), DatasetId = dataset.Id, Key = $"item{i}", Position = i, Text = Text(SyntheticTranscripts.References, i),
            Speaker = speakers == 0 ? null : $"speaker{i % speakers}", Attributes = ItemAttributes.Write([new("noise", i % 3 == 0 ? "street" : "quiet")]),
        })];
        _ = (await new DatasetStore(database).CreateAsync(dataset, items)).Value;
        var run = new Run
        {
            Id = Guid.CreateVersion7().ToString(), DatasetId = dataset.Id, Kind = RunKind.Recognition, Title = "Very many", Status = RunStatus.Done, Seed = 1, Imported = true, CreatedAt = now,
            Plan = new RunPlan { Conditions = [.. Systems.Select(system => new RunCondition(system))] }.Write(),
        };
        _ = (await new RunStore(database).CreateAsync(run, items.SelectMany((item, i) => Systems.Select((system, place) => new RunOutput
        {
            Id = Guid.CreateVersion7().ToString(), RunId = run.Id, ItemId = item.Id, Take = 0, Position = (2 * i) + place, SystemId = system, Status = OutputStatus.Done,
            Text = Text(place == 0 ? SyntheticTranscripts.SystemA : SyntheticTranscripts.SystemB, i), AudioSeconds = 6, ProcessingSeconds = 1 + place, MeasuredAt = now, CreatedAt = now,
        })))).Value;
    }

    private static string Text(IReadOnlyList<string> texts, int item) => texts[item % texts.Count];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
