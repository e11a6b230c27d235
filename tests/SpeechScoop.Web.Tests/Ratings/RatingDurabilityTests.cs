using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Tests.Comparisons;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.Ratings;

/// <summary>Ratings over HTTP: what was acknowledged is there, once, unchanged, whatever happens in between.</summary>
public sealed class RatingDurabilityTests : IDisposable
{
    private readonly string dataPath = Directory.CreateTempSubdirectory("scoop ratings ä-").FullName;

    public void Dispose() => Directory.Delete(dataPath, recursive: true);

    [Fact]
    public async Task The_same_rating_sent_again_is_acknowledged_again_and_stored_once()
    {
        using var app = Start();
        using var client = app.OwnerClient();
        var output = (await TrialAsync(app))[0];
        var id = Guid.CreateVersion7().ToString();

        var first = await PutAsync(client, id, Rating(output, 4));
        var again = await PutAsync(client, id.ToUpperInvariant(), Rating(output, 4));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal([4], await StoredValuesAsync(client));
    }

    [Fact]
    public async Task Another_answer_under_the_same_id_is_a_conflict_and_changes_nothing()
    {
        using var app = Start();
        using var client = app.OwnerClient();
        var outputs = await TrialAsync(app);
        var id = Guid.CreateVersion7().ToString();
        await PutAsync(client, id, Rating(outputs[0], 4));

        foreach (var other in new[] { Rating(outputs[0], 5), Rating(outputs[1], 4), Rating(outputs[0], 4, session: "s2"), Rating(outputs[0], 4, listener: "Bob") })
        {
            var answer = await PutAsync(client, id, other);
            Assert.Equal((HttpStatusCode.Conflict, "rating-exists"), (answer.Status, answer.Body.GetProperty("code").GetString()));
        }
        Assert.Equal([4], await StoredValuesAsync(client));
    }

    [Fact]
    public async Task On_a_full_disk_a_rating_is_refused_as_temporary_and_can_be_sent_again_once_there_is_room()
    {
        var acknowledged = 0;
        var refused = Guid.CreateVersion7().ToString();
        Output output;
        using (var small = Start(maximumBytes: 450_000))
        {
            using var client = small.OwnerClient();
            output = (await TrialAsync(small))[0];
            while (acknowledged < 5000)
            {
                var id = Guid.CreateVersion7().ToString();
                var answer = await PutAsync(client, id, Rating(output, 3, session: $"sitting {acknowledged} {new string('x', 150)}"));
                if (answer.Status is HttpStatusCode.OK)
                {
                    acknowledged++;
                    continue;
                }
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "disk-full"), (answer.Status, answer.Body.GetProperty("code").GetString()));
                Assert.Contains("nothing was stored", answer.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
                refused = id;
                break;
            }
            Assert.InRange(acknowledged, 1, 4999);
            // The server lives, and reads what was acknowledged.
            Assert.Equal(acknowledged, (await StoredValuesAsync(client)).Count);
        }

        using var roomy = Start();
        using var later = roomy.OwnerClient();
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(later, refused, Rating(output, 5))).Status);
        Assert.Equal([.. Enumerable.Repeat(3, acknowledged), 5], await StoredValuesAsync(later));
    }

    [Fact]
    public async Task A_restart_between_rating_and_revealing_loses_nothing()
    {
        Output[] outputs;
        var (first, second) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        using (var app = Start())
        {
            using var client = app.OwnerClient();
            outputs = await TrialAsync(app);
            await PutAsync(client, first, Rating(outputs[0], 2));
        }
        using (var app = Start())
        {
            using var client = app.OwnerClient();
            // The browser did not hear the answer and sends again; then the listener changes their mind.
            Assert.Equal(HttpStatusCode.OK, (await PutAsync(client, first, Rating(outputs[0], 2))).Status);
            Assert.Equal(HttpStatusCode.OK, (await PutAsync(client, second, Rating(outputs[0], 5))).Status);
            var trial = await client.GetFromJsonAsync<JsonElement>($"/api/live/trials/{outputs[0].TrialId}?session=s1");
            Assert.Equal(5, Assert.Single(trial.GetProperty("ratings").EnumerateArray()).GetProperty("value").GetInt32());
        }
        using (var app = Start())
        {
            using var client = app.OwnerClient();
            await RevealAsync(client, outputs[0].TrialId);
            Assert.Equal([2, 5], await StoredValuesAsync(client));
            var mos = (await CompareAsync(client)).GetProperty("systems").EnumerateArray().Single(system => system.GetProperty("id").GetString() == "first").GetProperty("mos");
            Assert.Equal((5.0, 1), (mos.GetProperty("mean").GetDouble(), mos.GetProperty("n").GetInt32()));
        }
    }

    [Fact]
    public async Task Ratings_of_many_clients_at_once_are_all_stored()
    {
        using var app = Start();
        using var client = app.OwnerClient();
        var outputs = await TrialAsync(app);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(listener => Task.Run(async () =>
        {
            using var browser = app.OwnerClient();
            for (var value = 1; value <= 5; value++)
                foreach (var output in outputs)
                {
                    var (id, rating) = (Guid.CreateVersion7().ToString(), Rating(output, value, session: $"s{listener}", listener: $"listener {listener}"));
                    // Twice at once, as two tabs with one queue would.
                    var answers = await Task.WhenAll(PutAsync(browser, id, rating), PutAsync(browser, id, rating));
                    Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
                }
        })));

        Assert.Equal(8 * 5 * outputs.Length, (await StoredValuesAsync(client)).Count);
        await RevealAsync(client, outputs[0].TrialId);
        var counts = (await CompareAsync(client)).GetProperty("counts");
        Assert.Equal((16, 8, 64), (counts.GetProperty("ratings").GetInt32(), counts.GetProperty("listeners").GetInt32(), counts.GetProperty("supersededRatings").GetInt32()));
        // Each listener's last answer was a 5.
        Assert.All((await CompareAsync(client)).GetProperty("systems").EnumerateArray(), system => Assert.Equal(5, system.GetProperty("mos").GetProperty("mean").GetDouble()));
    }

    [Fact]
    public async Task Two_listeners_of_one_trial_do_not_overwrite_each_other()
    {
        using var app = Start();
        using var client = app.OwnerClient();
        var output = (await TrialAsync(app))[0];
        await PutAsync(client, Guid.CreateVersion7().ToString(), Rating(output, 1, session: "s1", listener: "Ann"));
        await PutAsync(client, Guid.CreateVersion7().ToString(), Rating(output, 5, session: "s2", listener: "Bob"));
        var own = await client.GetFromJsonAsync<JsonElement>($"/api/live/trials/{output.TrialId}?session=s1");
        Assert.Equal(1, Assert.Single(own.GetProperty("ratings").EnumerateArray()).GetProperty("value").GetInt32());
        await RevealAsync(client, output.TrialId);
        Assert.Equal(2, (await CompareAsync(client)).GetProperty("counts").GetProperty("ratings").GetInt32());
    }

    [Fact]
    public async Task An_answer_after_the_reveal_is_stored_as_open_and_the_blind_one_goes_on_counting()
    {
        using var app = Start();
        using var client = app.OwnerClient();
        var output = (await TrialAsync(app))[0];
        Assert.True((await PutAsync(client, Guid.CreateVersion7().ToString(), Rating(output, 2))).Body.GetProperty("blind").GetBoolean());
        await RevealAsync(client, output.TrialId);
        Assert.False((await PutAsync(client, Guid.CreateVersion7().ToString(), Rating(output, 5))).Body.GetProperty("blind").GetBoolean());
        var comparison = await CompareAsync(client);
        Assert.Equal(1, comparison.GetProperty("counts").GetProperty("openRatings").GetInt32());
        Assert.Equal(2, comparison.GetProperty("systems")[0].GetProperty("mos").GetProperty("mean").GetDouble());
    }

    [Theory]
    [InlineData("acr", 0, null, "rating-out-of-range")]
    [InlineData("acr", 4.5, null, "rating-out-of-range")]
    [InlineData("mushra", 50, null, "scale-needs-reference")]
    [InlineData("preference", 1, null, "rating-needs-other")]
    [InlineData("preference", 1, "A", "rating-same-stimulus")]
    [InlineData("stars", 1, null, "unknown-scale")]
    public async Task An_answer_off_the_scale_is_refused_and_not_stored(string scale, double value, string? other, string code)
    {
        using var app = Start();
        using var client = app.OwnerClient();
        var output = (await TrialAsync(app))[0];
        var answer = await PutAsync(client, Guid.CreateVersion7().ToString(),
            new { trial = output.TrialId, stimulus = "A", scale, value, other, listener = "Ann", session = "s1" });
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Body.GetProperty("code").GetString()));
        Assert.Empty(await StoredValuesAsync(client));
    }

    /// <summary>An application on this test's data folder, which survives it.</summary>
    private ScoopApp Start(long? maximumBytes = null) => new()
    {
        DataPath = dataPath,
        KeepsData = true,
        Configure = services =>
        {
            if (maximumBytes is not null) services.AddSingleton(_ => new OpenedDatabase(Database.Open(new DatabaseSettings(dataPath, maximumBytes))));
        },
    };

    private static Task<Output[]> TrialAsync(ScoopApp app) =>
        new StoredRatings(app.Services.GetRequiredService<Database>()).AddTrialAsync(LiveTrialKind.Synthesis, revealed: false, "first", "second");

    private static object Rating(Output output, int value, string session = "s1", string listener = "Ann") =>
        new { trial = output.TrialId, stimulus = output.Label, scale = "acr", value, listener, session };

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(HttpClient client, string id, object rating)
    {
        using var response = await client.PutAsJsonAsync($"/api/ratings/{id}", rating);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static async Task RevealAsync(HttpClient client, string trial)
    {
        using var response = await client.PostAsync($"/api/live/trials/{trial}/reveal", null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<JsonElement> CompareAsync(HttpClient client) => await client.GetFromJsonAsync<JsonElement>("/api/comparisons/synthesizer");

    /// <summary>Values of every rating in the database, oldest first, by the export.</summary>
    private static async Task<List<int>> StoredValuesAsync(HttpClient client) =>
    [
        .. (await client.GetStringAsync("/api/comparisons/synthesizer/ratings.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(line => int.Parse(line.Split(',')[4], System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
