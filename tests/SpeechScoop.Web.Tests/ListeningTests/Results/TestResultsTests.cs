using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage;
using SpeechScoop.Web.ListeningTests.Results;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Results;

public sealed class TestResultsTests : IDisposable
{
    private readonly ScoopApp app = new();
    private readonly HttpClient client;

    public TestResultsTests() => client = app.OwnerClient();

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task<ListenedTest> TestAsync(ListeningTestDefinition? definition = null)
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), definition ?? ListenedTest.Mushra());
        await test.PublishAsync();
        return test;
    }

    private async Task<JsonElement> ReadAsync(string address) => JsonDocument.Parse(await client.GetStringAsync($"/api/listening-tests/{address}")).RootElement;

    [Fact]
    public async Task A_test_without_listeners_has_empty_results()
    {
        var test = await TestAsync();
        var view = await ReadAsync($"{test.Id}/results");
        Assert.Equal(0, view.GetProperty("results").GetProperty("scales").GetArrayLength());
        Assert.Equal("open", view.GetProperty("test").GetProperty("status").GetString());
        Assert.Equal("bs1534-3", view.GetProperty("screening").GetProperty("profile").GetString());
        Assert.Equal(4, view.GetProperty("conditions").GetArrayLength());
    }

    [Fact]
    public async Task Results_are_computed_once_and_anew_as_soon_as_anything_is_stored()
    {
        var test = await TestAsync();
        await test.SimulateAsync(3);
        var reader = app.Services.GetRequiredService<ResultsReader>();
        var first = (await reader.ReadAsync(test.Id, null)).Value;
        Assert.Same(first, (await reader.ReadAsync(test.Id, null)).Value);
        Assert.Same(first.Compute(), first.Compute());
        Assert.NotSame(first, (await reader.ReadAsync(test.Id, "none")).Value);
        var session = await test.StartAsync("late");
        var second = (await reader.ReadAsync(test.Id, null)).Value;
        Assert.Equal(first.Rows.Sessions.Count + 1, second.Rows.Sessions.Count);
        await test.RateAsync(session, 2, "t1", "1", 50);
        Assert.Equal(second.Rows.Ratings.Count + 1, (await reader.ReadAsync(test.Id, null)).Value.Rows.Ratings.Count);
        await test.CommentAsync(session, 2, "humming");
        Assert.Contains((await reader.ReadAsync(test.Id, null)).Value.Rows.Ratings, rating => rating.Comment == "humming");
    }

    [Fact]
    public async Task A_test_with_listeners_is_a_pilot_whose_spread_is_told_pair_by_pair()
    {
        var test = await TestAsync();
        await test.SimulateAsync(8);
        var spread = await ReadAsync($"{test.Id}/spread");
        Assert.Equal("bs1534-3", spread.GetProperty("screening").GetString());
        Assert.Equal(3, spread.GetProperty("pairs").GetArrayLength());
        var pair = spread.GetProperty("pairs")[0].GetProperty("spread");
        Assert.Equal((7, 3), (pair.GetProperty("listeners").GetInt32(), pair.GetProperty("itemsPerListener").GetDouble()));
        // Three items, each the difference of two values with uniform noise of width 24 rounded to whole points: √(2 · 24² / 12) within a listener.
        Assert.InRange(pair.GetProperty("residual").GetProperty("value").GetDouble(), 5, 15);
        Assert.True(pair.GetProperty("cautious").GetDouble() > pair.GetProperty("deviation").GetProperty("value").GetDouble());
        Assert.Equal(8, (await ReadAsync($"{test.Id}/spread?screening=none")).GetProperty("pairs")[0].GetProperty("spread").GetProperty("listeners").GetInt32());
    }

    [Fact]
    public async Task Results_are_screened_by_the_standard_of_the_design_and_shown_beside_the_unscreened()
    {
        var test = await TestAsync();
        await test.SimulateAsync(8);
        var view = await ReadAsync($"{test.Id}/results");
        var screening = view.GetProperty("screening");
        Assert.Equal("listener 0", screening.GetProperty("exclusions")[0].GetProperty("listener").GetString());
        Assert.Contains("hidden reference", screening.GetProperty("exclusions")[0].GetProperty("reason").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(7, view.GetProperty("results").GetProperty("counts").GetProperty("listeners").GetInt32());
        Assert.Equal(8, view.GetProperty("unscreened").GetProperty("counts").GetProperty("listeners").GetInt32());
        Assert.Equal(12, view.GetProperty("results").GetProperty("counts").GetProperty("leftOut").GetProperty("screening").GetInt32());
        Assert.Equal(32, view.GetProperty("results").GetProperty("counts").GetProperty("leftOut").GetProperty("training").GetInt32());

        var scale = view.GetProperty("results").GetProperty("scales")[0];
        var one = scale.GetProperty("conditions")[1];
        Assert.Equal(("one", 7, 21), (one.GetProperty("condition").GetString(), one.GetProperty("listeners").GetInt32(), one.GetProperty("ratings").GetInt32()));
        Assert.InRange(one.GetProperty("mean").GetProperty("value").GetDouble(), 70, 80);
        Assert.StartsWith("t-interval@1", one.GetProperty("mean").GetProperty("recipe").GetString(), StringComparison.Ordinal);
        Assert.True(one.GetProperty("cluster").GetProperty("low").GetDouble() < one.GetProperty("mean").GetProperty("value").GetDouble());
        Assert.Equal(3, scale.GetProperty("pairs").GetArrayLength());

        var unscreened = await ReadAsync($"{test.Id}/results?screening=none");
        Assert.Equal(8, unscreened.GetProperty("results").GetProperty("counts").GetProperty("listeners").GetInt32());
        Assert.Equal(JsonValueKind.Null, unscreened.GetProperty("unscreened").ValueKind);
    }

    [Fact]
    public async Task A_screening_profile_of_ones_own_comes_as_json()
    {
        var test = await TestAsync();
        await test.SimulateAsync(3);
        var own = Uri.EscapeDataString("""{"id":"elders","version":2,"rules":[{"kind":"hearing","field":"age","wanted":"20"}]}""");
        var screening = (await ReadAsync($"{test.Id}/results?screening={own}")).GetProperty("screening");
        Assert.Equal("elders", screening.GetProperty("profile").GetString());
        var wrong = await client.GetAsync($"/api/listening-tests/{test.Id}/results?screening={Uri.EscapeDataString("{\"id\":\"own\"}")}");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Sessions_say_why_they_do_not_count()
    {
        var test = await TestAsync();
        await test.SimulateAsync(3);
        var sessions = await ReadAsync($"{test.Id}/sessions");
        Assert.Equal(3, sessions.GetArrayLength());
        Assert.Equal("20", sessions[0].GetProperty("answers").GetProperty("age").GetString());
        Assert.Equal(1, sessions[0].GetProperty("excluded").GetArrayLength());
        Assert.Equal(0, sessions[1].GetProperty("excluded").GetArrayLength());
    }

    [Fact]
    public async Task Coverage_counts_what_was_given_beside_what_is_planned()
    {
        var test = await TestAsync();
        var session = await test.StartAsync("Ann");
        await test.RateAsync(session, 1, "practice", "1", 50);
        await test.RateAsync(session, 2, "t1", "1", 50);
        var coverage = await ReadAsync($"{test.Id}/coverage");
        var cell = coverage.GetProperty("cells").EnumerateArray().Single(cell => cell.GetProperty("condition").GetString() == "one" && cell.GetProperty("item").GetString() == "i1");
        Assert.Equal((10, 1), (cell.GetProperty("planned").GetInt32(), cell.GetProperty("given").GetInt32()));
    }

    [Theory]
    [InlineData("results")]
    [InlineData("sessions")]
    [InlineData("coverage")]
    [InlineData("export/ratings.csv")]
    public async Task Nobody_sees_results_without_the_key_and_nobody_finds_an_unknown_test(string address)
    {
        using var stranger = app.StrangerClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"/api/listening-tests/x/{address}")).StatusCode);
        var missing = await client.GetAsync($"/api/listening-tests/x/{address}");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("test-not-found", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_screening_profile_or_export_is_refused_with_what_there_is()
    {
        var test = await TestAsync();
        var screening = await client.GetAsync($"/api/listening-tests/{test.Id}/results?screening=harsh");
        Assert.Equal(HttpStatusCode.BadRequest, screening.StatusCode);
        Assert.Contains("bs1534-3", await screening.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var export = await client.GetAsync($"/api/listening-tests/{test.Id}/export/results.xlsx");
        Assert.Equal(HttpStatusCode.NotFound, export.StatusCode);
        Assert.Contains("ratings.csv", await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
