using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Comparisons;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Live;
using SpeechScoop.Systems;
using SpeechScoop.Web.Comparisons;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.Comparisons;

public sealed class ComparisonsTests : IDisposable
{
    private readonly ScoopApp app = new();
    private readonly HttpClient client;
    private readonly StoredRatings stored;

    public ComparisonsTests()
    {
        client = app.OwnerClient();
        stored = new(app.Services.GetRequiredService<Database>());
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    [Theory]
    [InlineData("recognizer")]
    [InlineData("synthesizer")]
    [InlineData("tokenizer")]
    public async Task An_empty_installation_has_an_empty_comparison(string kind)
    {
        var comparison = await ReadAsync(kind);
        Assert.Equal(kind, comparison.GetProperty("kind").GetString());
        Assert.Equal(0, comparison.GetProperty("systems").GetArrayLength());
        Assert.Equal(0, comparison.GetProperty("preferences").GetArrayLength());
        Assert.Equal(0, comparison.GetProperty("counts").GetProperty("ratings").GetInt32());
        Assert.Equal(0.95, comparison.GetProperty("recipe").GetProperty("confidence").GetDouble());
    }

    [Fact]
    public async Task A_comparison_is_computed_once_and_again_when_there_is_a_rating_or_a_trial_more()
    {
        var comparing = app.Services.GetRequiredService<Comparing>();
        async Task<Compared> CompareAsync() => (await comparing.CompareAsync(SystemKind.Synthesizer, new ComparisonFilter())).Value;
        var outputs = await stored.AddTrialAsync(LiveTrialKind.Synthesis, revealed: true, "first", "second");
        await stored.RateAsync(outputs[0], 5);
        await stored.RevealAsync();
        var before = await CompareAsync();
        Assert.Same(before, await CompareAsync());

        outputs = await stored.AddTrialAsync(LiveTrialKind.Synthesis, revealed: true, "first", "second");
        await stored.RateAsync(outputs[1], 3);
        Assert.Equal(1, (await CompareAsync()).HiddenRatings);
        await stored.RevealAsync();
        var after = await CompareAsync();
        Assert.Equal((1, 2, 2, 4), (before.Summary.Counts.Ratings, before.Summary.Counts.Outputs, after.Summary.Counts.Ratings, after.Summary.Counts.Outputs));
        // Another filter is another question.
        Assert.NotSame(after, (await comparing.CompareAsync(SystemKind.Synthesizer, new ComparisonFilter(BlindOnly: false))).Value);
    }

    [Fact]
    public async Task Opinions_and_preferences_come_with_intervals()
    {
        for (var i = 0; i < 6; i++)
        {
            var outputs = await stored.AddTrialAsync(LiveTrialKind.Synthesis, revealed: true, "first", "second");
            await stored.RateAsync(outputs[0], 5);
            await stored.RateAsync(outputs[1], 2 + (i % 2));
            await stored.RateAsync(outputs[1], -1, "preference", outputs[0], listener: "Bob");
        }

        var comparison = await ReadAsync("synthesizer");
        var (first, second) = (comparison.GetProperty("systems")[0], comparison.GetProperty("systems")[1]);
        Assert.Equal(("first", "Title of first", "system"), (Text(first, "id"), Text(first, "title"), Text(first, "role")));
        Assert.Equal((5.0, 5.0, 6), (Number(first, "mos", "mean"), Number(first, "mos", "low"), (int)Number(first, "mos", "n")));
        // Three 2s and three 3s: s = 0.5477, t(0.975; 5) = 2.5706: 2.5 ± 0.5748
        Assert.Equal((2.5, 1.9252, 3.0748), (Number(second, "mos", "mean"), Math.Round(Number(second, "mos", "low"), 4), Math.Round(Number(second, "mos", "high"), 4)));
        Assert.Equal(0.1, Number(first, "realTimeFactor", "median"));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("wer").ValueKind);

        var pair = Assert.Single(comparison.GetProperty("preferences").EnumerateArray());
        Assert.Equal(("first", "second", 6, 0), (Text(pair, "a"), Text(pair, "b"), pair.GetProperty("winsA").GetInt32(), pair.GetProperty("winsB").GetInt32()));
        Assert.Equal(1 / 32.0, pair.GetProperty("pValue").GetDouble(), 1e-12);
        Assert.Equal(["Ann", "Bob"], comparison.GetProperty("filters").GetProperty("listeners").EnumerateArray().Select(listener => listener.GetString()));
    }

    [Fact]
    public async Task Word_error_rates_name_their_normaliser()
    {
        foreach (var hypothesis in new[] { "one two three four", "one too three four" })
            await stored.ScoreAsync((await stored.AddTrialAsync(LiveTrialKind.Recognition, revealed: true, "listener"))[0], "One, two, three, four.", hypothesis);

        var comparison = await ReadAsync("recognizer?source=file");
        var wer = comparison.GetProperty("systems")[0].GetProperty("wer");
        Assert.Equal((0.125, 2, 8), (wer.GetProperty("value").GetDouble(), wer.GetProperty("n").GetInt32(), wer.GetProperty("words").GetInt32()));
        Assert.Contains("normaliser=basic@1#", Text(comparison.GetProperty("recipe"), "wordErrorRate"), StringComparison.Ordinal);
        Assert.Equal(0, (await ReadAsync("recognizer?source=microphone")).GetProperty("systems").GetArrayLength());
    }

    [Fact]
    public async Task One_rating_has_no_interval()
    {
        await stored.RateAsync((await stored.AddTrialAsync(LiveTrialKind.Synthesis, revealed: true, "first"))[0], 4);
        var mos = (await ReadAsync("synthesizer")).GetProperty("systems")[0].GetProperty("mos");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (mos.GetProperty("low").ValueKind, mos.GetProperty("high").ValueKind));
    }

    [Fact]
    public async Task Ratings_under_hidden_labels_are_counted_but_not_shown()
    {
        await stored.RateAsync((await stored.AddTrialAsync(LiveTrialKind.Synthesis, revealed: false, "secret"))[0], 4);
        var body = await client.GetStringAsync("/api/comparisons/synthesizer");
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.Equal(1, (await ReadAsync("synthesizer")).GetProperty("counts").GetProperty("hiddenRatings").GetInt32());
        var csv = await client.GetStringAsync("/api/comparisons/synthesizer/ratings.csv");
        Assert.DoesNotContain("secret", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Open_ratings_count_only_when_asked_for()
    {
        var output = (await stored.AddTrialAsync(LiveTrialKind.Synthesis, revealed: true, "first"))[0];
        await stored.RateAsync(output, 2);
        await stored.RateAsync(output, 5, blind: false);
        Assert.Equal(2, Number((await ReadAsync("synthesizer")).GetProperty("systems")[0], "mos", "mean"));
        Assert.Equal(5, Number((await ReadAsync("synthesizer?blindOnly=false")).GetProperty("systems")[0], "mos", "mean"));
    }

    [Theory]
    [InlineData("from=2026-11-23", 2)]
    [InlineData("from=2026-11-24", 0)]
    [InlineData("to=2026-11-23", 2)]
    [InlineData("to=2026-11-22", 0)]
    [InlineData("from=2026-11-23T12:01:00Z", 1)]
    [InlineData("to=2026-11-23T12:01:00Z", 1)]
    [InlineData("to=2026-11-23T13:01:00%2B01:00", 1)]
    [InlineData("listener=Bob", 1)]
    [InlineData("listener=&source=&from=&to=&blindOnly=", 2)]
    public async Task Ratings_are_filtered(string query, int expected)
    {
        var output = (await stored.AddTrialAsync(LiveTrialKind.Synthesis, revealed: true, "first"))[0];
        await stored.RateAsync(output, 2, listener: "Ann");
        await stored.RateAsync(output, 5, listener: "Bob");
        Assert.Equal(expected, (await ReadAsync($"synthesizer?{query}")).GetProperty("counts").GetProperty("ratings").GetInt32());
    }

    [Theory]
    [InlineData("agent", HttpStatusCode.NotFound, "unknown-kind")]
    [InlineData("Recognizer", HttpStatusCode.NotFound, "unknown-kind")]
    [InlineData("agent.csv", HttpStatusCode.NotFound, "unknown-kind")]
    [InlineData("agent/ratings.csv", HttpStatusCode.NotFound, "unknown-kind")]
    [InlineData("recognizer?from=yesterday", HttpStatusCode.BadRequest, "bad-filter")]
    [InlineData("recognizer?to=2026-13-01", HttpStatusCode.BadRequest, "bad-filter")]
    [InlineData("recognizer.csv?blindOnly=perhaps", HttpStatusCode.BadRequest, "bad-filter")]
    public async Task A_question_without_sense_is_answered_with_a_reason(string address, HttpStatusCode status, string code)
    {
        using var response = await client.GetAsync($"/api/comparisons/{address}");
        Assert.Equal(status, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_number_and_disarms_formulas()
    {
        var outputs = await stored.AddTrialAsync(LiveTrialKind.Synthesis, revealed: true, "=HYPERLINK(\"x\")", "second");
        await stored.RateAsync(outputs[0], 4);
        await stored.RateAsync(outputs[0], 1, "preference", outputs[1]);

        await stored.RevealAsync();
        using var response = await client.GetAsync("/api/comparisons/synthesizer.csv");
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("speechscoop-synthesizers.csv", response.Content.Headers.ContentDisposition?.FileName);
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.StartsWith("kind,measure,id,title,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("synthesizer,mos,\"'=HYPERLINK(\"\"x\"\")\",", StringComparison.Ordinal) && line.Contains(",4,,,1,1,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("synthesizer,preference-share,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("synthesizer,real-time-factor,second,", StringComparison.Ordinal));
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public async Task The_export_of_ratings_tells_which_count()
    {
        var output = (await stored.AddTrialAsync(LiveTrialKind.Synthesis, revealed: true, "first"))[0];
        await stored.RateAsync(output, 2);
        await stored.RateAsync(output, 3, listener: "-2+3, \"Eve\"");
        await stored.RateAsync(output, 4);

        await stored.RevealAsync();
        var lines = (await client.GetStringAsync("/api/comparisons/synthesizer/ratings.csv")).Split("\r\n");
        Assert.Equal(["false", "true", "true"], lines[1..4].Select(line => line.Split(',')[2]));
        Assert.Contains(",acr,3,true,\"'-2+3, \"\"Eve\"\"\",", lines[2], StringComparison.Ordinal);
        Assert.Contains(",A,system,first,1.0.0,{},3,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_comparisons_without_the_key()
    {
        using var stranger = app.StrangerClient();
        foreach (var address in new[] { "synthesizer", "synthesizer.csv", "synthesizer/ratings.csv" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"/api/comparisons/{address}")).StatusCode);
    }

    private async Task<JsonElement> ReadAsync(string address)
    {
        await stored.RevealAsync();
        return JsonDocument.Parse(await client.GetStringAsync($"/api/comparisons/{address}")).RootElement;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static double Number(JsonElement element, string group, string name) => element.GetProperty(group).GetProperty(name).GetDouble();
}
