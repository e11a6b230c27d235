using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Tests.Commands;

namespace SpeechScoop.Web.Tests.ListeningTests.Listening;

/// <summary>The real server as a process of its own, killed without warning while listeners rate. More of it: the benchmarks' <c>listeners</c> command.</summary>
public sealed class KillTests : IDisposable
{
    private const string Token = "link-of-the-listeners-under-load-0123456789";
    private const int Listeners = 16, Kills = 3;

    private readonly string dataPath = Directory.CreateTempSubdirectory("scoop kill ä-").FullName;
    private Process? server;

    public void Dispose()
    {
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        Directory.Delete(dataPath, recursive: true);
    }

    [Fact]
    public async Task After_kills_at_random_moments_no_acknowledged_rating_is_missing_and_none_is_doubled()
    {
        await PublishAsync();
        var random = new SeededRandom(20261125);
        var (acknowledged, unanswered) = (new ConcurrentDictionary<string, int>(), new ConcurrentDictionary<string, (string Session, int Value)>());
        for (var kill = 0; kill < Kills; kill++)
        {
            using var http = await StartAsync();
            var sessions = await Task.WhenAll(Enumerable.Range(0, Listeners).Select(_ => BeginAsync(http)));
            var load = Task.WhenAll(sessions.Select((session, i) => Task.Run(async () =>
            {
                for (var turn = i; ; turn++)
                {
                    var id = Guid.CreateVersion7().ToString();
                    unanswered[id] = (session, turn % 101);
                    if (!await RateAsync(http, session, id, turn % 101)) return;
                    unanswered.TryRemove(id, out var _);
                    acknowledged[id] = turn % 101;
                }
            })));
            await Task.Delay(200 + random.Next(600));
            server!.Kill();
            await server.WaitForExitAsync();
            await load;
        }

        using (var http = await StartAsync())
        {
            var stored = await StoredAsync();
            Assert.NotEmpty(acknowledged);
            Assert.DoesNotContain(acknowledged, rating => !stored.TryGetValue(rating.Key, out var value) || value != rating.Value);
            Assert.Empty(stored.Keys.Except(acknowledged.Keys).Except(unanswered.Keys));
            // As browsers do: what got no answer is sent again under its id, whether it had arrived or not.
            foreach (var (id, (session, value)) in unanswered) Assert.True(await RateAsync(http, session, id, value));
        }
        Assert.Equal(acknowledged.Keys.Concat(unanswered.Keys).Order(StringComparer.Ordinal), (await StoredAsync()).Keys.Order(StringComparer.Ordinal));
    }

    private async Task PublishAsync()
    {
        using var database = Database.Open(new DatabaseSettings(dataPath)).Value;
        var definition = new ListeningTestDefinition
        {
            Title = "Killed",
            Seed = 1,
            Conditions = [new("one", "One")],
            Sections = [new TrialSection { Trials = [new() { Id = "t1", Design = TrialDesign.Mushra, Item = "t1", Stimuli = [new() { Id = "s1", Condition = "one" }] }] }],
        };
        var (tests, json, now) = (new ListeningTestStore(database), DefinitionJson.Write(definition), DateTimeOffset.UnixEpoch);
        Assert.Null((await tests.CreateAsync(new() { Id = "t", Lineage = "t", Version = 1, Title = "Killed", Definition = json, Status = ListeningTestStatus.Draft, CreatedAt = now, ChangedAt = now })).Error);
        Assert.Null((await tests.PublishAsync("t", DefinitionJson.Hash(definition), json, now)).Error);
        Assert.Null((await new ListeningLinkStore(database).CreateAsync(new() { Token = Token, TestId = "t", CreatedAt = now })).Error);
    }

    private async Task<HttpClient> StartAsync()
    {
        server = new Executable()
            .With("SpeechScoop__DataPath", dataPath)
            .With("SpeechScoop__ModelsPath", Directory.CreateDirectory(Path.Combine(dataPath, "models")).FullName)
            .With("ASPNETCORE_ENVIRONMENT", "Production")
            .With("Logging__LogLevel__Default", "Warning")
            .Start("--urls", "http://127.0.0.1:0");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await server.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.StartsWith("Open http", StringComparison.Ordinal))
#pragma warning disable RS0030 // A client of another process, not of a factory's application.
                return new HttpClient { BaseAddress = new Uri(new Uri(line.Split(' ')[1]).GetLeftPart(UriPartial.Authority)) };
#pragma warning restore RS0030
        throw new InvalidOperationException($"The server ended before it listened: {await server.StandardError.ReadToEndAsync(limit.Token)}");
    }

    private static async Task<string> BeginAsync(HttpClient http)
    {
        using var response = await http.PostAsJsonAsync($"/api/listen/{Token}/sessions", new { });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("key");
    }

    /// <summary>False where no answer came.</summary>
    private static async Task<bool> RateAsync(HttpClient http, string session, string id, int value)
    {
        try
        {
            using var response = await http.PutAsJsonAsync($"/api/listen/{Token}/sessions/{session}/ratings/{id}", new { page = 0, label = "A", scale = "mushra", value });
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private async Task<Dictionary<string, double>> StoredAsync()
    {
        using var database = Database.Open(new DatabaseSettings(dataPath)).Value;
        var rows = await database.ReadAsync(connection => connection.QueryAsync<(string Id, double Value)>("SELECT id, value FROM listening_rating"));
        return rows.Value.ToDictionary(row => row.Id, row => row.Value);
    }
}
