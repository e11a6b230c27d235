using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using SpeechScoop.Storage;
using SpeechScoop.Tests.Vendors;
using SpeechScoop.Web.Tests.Commands;
using SpeechScoop.Web.Tests.Vendors;

namespace SpeechScoop.Web.Tests.Runs;

/// <summary>A server that is killed at random moments of a run, as by a power cut: the run ends complete, no item is lost or made twice.</summary>
public sealed class RunKillTests : IDisposable
{
    private const string Key = "owner-key-for-the-kill-test-0123456789";
    private const int Kills = 10, Items = 20;

    private readonly string dataPath = Directory.CreateTempSubdirectory("scoop run ü-").FullName;
    private Process? server;

    public void Dispose()
    {
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        Directory.Delete(dataPath, recursive: true);
    }

    [Fact]
    public async Task After_kills_at_random_moments_a_run_ends_complete_and_nothing_finished_was_made_again()
    {
        var random = new SeededRandom(20261125);
        var plan = new
        {
            conditions = new[] { 8, 4, 6 }.Select(bits => new { systemId = "baseline/mu-law", settings = new { bits } }),
            metrics = new[] { "stoi", "estoi", "loudness" },
        };
        var id = "";
        var finished = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var http = await StartAsync();
            if (id is "") id = await CreateAsync(http, Items, "reconstruction", plan);
            await Task.Delay(random.Next(1500));
            await KillAsync();
            // What was finished before stays as it was, to the measurement.
            var now = await FinishedAsync();
            Assert.All(finished, entry => Assert.Equal(entry.Value, now[entry.Key]));
            finished = now;
        }

        using var last = await StartAsync();
        await DoneAsync(last, id);

        var end = await FinishedAsync();
        Assert.Equal(3 * Items, end.Count);
        Assert.All(finished, entry => Assert.Equal(entry.Value, end[entry.Key]));
        var run = await last.GetFromJsonAsync<JsonElement>($"/api/runs/{id}");
        Assert.Equal((3 * Items, 0), (run.GetProperty("progress").GetProperty("measured").GetInt32(), run.GetProperty("progress").GetProperty("failed").GetInt32()));
        // One measurement of each metric for each output, never two.
        var counts = await ReadAsync(connection => connection.QueryAsync<int>("SELECT count(*) FROM measurement GROUP BY output_id, metric"));
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Calls_to_a_vendor_that_a_kill_interrupts_are_repeated_once_for_it_and_that_is_said()
    {
        // Until the kill nobody gets an answer, so that it meets calls on their way.
        await using var vendor = await VendorServer.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }));
        var settings = Path.Combine(dataPath, "vendors.json");
        await File.WriteAllTextAsync(settings, $$"""{"acme":{"kind":"deepgram","baseUrl":"{{vendor.Address}}","apiKey":"{{VendorApp.VendorKey}}","concurrency":3} }""");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(settings, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var id = "";
        using (var http = await StartAsync())
        {
            id = await CreateAsync(http, 8, "recognition", new { conditions = new[] { new { systemId = "vendor:acme" } } });
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (vendor.Requests.Count < 3) await Task.Delay(20, limit.Token);
            await KillAsync();
        }
        var interrupted = vendor.Requests.Count;
        vendor.Answer = (context, _) => VendorServer.Json(context, """{"results":{"channels":[{"alternatives":[{"transcript":"one","words":[]}]}]}}""");
        using var last = await StartAsync();
        await DoneAsync(last, id);

        Assert.Equal((3, 8 + 3), (interrupted, vendor.Requests.Count));
        var outputs = (await last.GetFromJsonAsync<JsonElement>($"/api/runs/{id}/outputs")).GetProperty("outputs").EnumerateArray().ToArray();
        Assert.All(outputs, output => Assert.Equal(("done", "one"), (output.GetProperty("status").GetString(), output.GetProperty("text").GetString())));
        Assert.Equal([2, 2, 2, 1, 1, 1, 1, 1], outputs.Select(output => output.GetProperty("attempts").GetInt32()));
        // Recordings differ in length: each was called as often as its output says.
        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2], vendor.Requests.GroupBy(request => request.Body.Length).Select(same => same.Count()).Order());
        var database = await File.ReadAllBytesAsync(Path.Combine(dataPath, "speechscoop.db"));
        Assert.DoesNotContain(VendorApp.VendorKey, System.Text.Encoding.Latin1.GetString(database), StringComparison.Ordinal);
    }

    private static async Task<string> CreateAsync(HttpClient http, int items, string kind, object plan)
    {
        var clips = new List<object>();
        for (var item = 0; item < items; item++)
        {
            using var content = new ByteArrayContent(SpeechScoop.Audio.Files.WavWriter.ToBytes(RunsClient.Bursts(4 + item), SpeechScoop.Audio.Files.WavFormat.Pcm16));
            var uploaded = await (await http.PostAsync($"/api/clips?name=clip{item}.wav", content)).Content.ReadFromJsonAsync<JsonElement>();
            clips.Add(new { key = $"k{item}", clip = uploaded.GetProperty("sha256").GetString() });
        }
        var dataset = await (await http.PostAsJsonAsync("/api/datasets", new { name = "killed", items = clips })).Content.ReadFromJsonAsync<JsonElement>();
        var response = await http.PostAsJsonAsync("/api/runs", new { dataset = dataset.GetProperty("id").GetString(), kind, plan });
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
    }

    private static async Task DoneAsync(HttpClient http, string run)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((await http.GetFromJsonAsync<JsonElement>($"/api/runs/{run}", limit.Token)).GetProperty("status").GetString() is not "done") await Task.Delay(200, limit.Token);
    }

    /// <summary>Ends the server as a power cut does: with SIGKILL, which no code of it sees.</summary>
    private async Task KillAsync()
    {
        server!.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    /// <summary>Outputs that are done, with when they were measured and what they gave.</summary>
    private async Task<Dictionary<string, string>> FinishedAsync() =>
        (await ReadAsync(connection => connection.QueryAsync<(string Id, string State)>("SELECT id, measured_at || clip_sha256 || coalesce(not_measured, '') FROM output WHERE status = 'done'")))
            .ToDictionary(row => row.Id, row => row.State);

    private async Task<T> ReadAsync<T>(Func<Microsoft.Data.Sqlite.SqliteConnection, Task<T>> read)
    {
        using var database = Database.Open(new DatabaseSettings(dataPath)).Value;
        return (await database.ReadAsync(read)).Value;
    }

    private async Task<HttpClient> StartAsync()
    {
        server = new Executable()
            .With("SpeechScoop__DataPath", dataPath)
            .With("SpeechScoop__ModelsPath", Directory.CreateDirectory(Path.Combine(dataPath, "models")).FullName)
            .With("SpeechScoop__OwnerKey", Key)
            .With("ASPNETCORE_ENVIRONMENT", "Production")
            .With("Logging__LogLevel__Default", "Warning")
            .Start("--urls", "http://127.0.0.1:0");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await server.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith("Open http", StringComparison.Ordinal)) continue;
#pragma warning disable RS0030 // A client of another process, not of a factory's application.
            var http = new HttpClient { BaseAddress = new Uri(new Uri(line.Split(' ')[1]).GetLeftPart(UriPartial.Authority)) };
#pragma warning restore RS0030
            http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
            return http;
        }
        throw new InvalidOperationException($"The server ended before it listened: {await server.StandardError.ReadToEndAsync(limit.Token)}");
    }
}
