using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Audio;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.ListeningTests;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Listening;

/// <summary>The digits in noise from the first triplet to the threshold.</summary>
public sealed class DigitsTests : IDisposable
{
    private const int Count = 8;

    private readonly ScoopApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<OpenTest> OpenAsync(bool excludes = false, double pass = -3)
    {
        var clips = new Dictionary<string, string>();
        foreach (var digit in DigitsInNoise.Words.Keys) clips[$"{digit}"] = await OpenTest.ToneAsync(app, 16_000, 0.02 * (digit - '0'));
        var random = new SeededRandom(1);
        clips["noise"] = (await app.Services.GetRequiredService<ClipLibrary>().AddAsync(
            new AudioClip(16_000, [.. Enumerable.Range(0, 60_000).Select(_ => (float)(0.1 * (random.NextDouble() - 0.5)))]), "noise")).Value.Sha256;
        return await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr, known => known with
        {
            Sections = [new DigitsSection { Triplets = Count, PassSrtDb = pass, Excludes = excludes, Clips = clips, Voice = "voice 1" }, .. known.Sections],
            Finish = new() { CompletionCode = "DONE", ScreenedOutCode = "OUT" },
        }));
    }

    private static IReadOnlyList<string> Asked(OpenTest test, int session = 0) => DigitsInNoise.Triplets(test.Definition.Seed + (session * 1_000_003L), Count);

    [Fact]
    public async Task Answers_lead_to_a_threshold_that_passes_and_reaches_the_analysis()
    {
        var test = await OpenAsync(pass: -4);
        var key = (await test.StartAsync()).Text("key");
        var page = (await test.PageAsync(key, 0)).Body;
        Assert.Equal(("digits", 1, Count), (page.Text("kind"), page.GetProperty("digits").Number("number"), page.GetProperty("digits").Number("count")));
        JsonElement last = default;
        for (var n = 1; n <= Count; n++)
        {
            Assert.NotEmpty(await test.Client.GetByteArrayAsync($"{page.Text("audio")}/{n}"));
            // The last two are wrong.
            last = (await test.RespondAsync(key, 0, new { triplet = n, digits = n <= 6 ? Asked(test)[n - 1] : "000" })).Body;
            Assert.Equal(n < Count ? 0 : 1, last.Number("position"));
            Assert.Equal(n + 1, last.GetProperty("digits").Number("number"));
        }
        Assert.True(last.GetProperty("digits").GetProperty("passed").GetBoolean());
        Assert.False(last.GetProperty("digits").TryGetProperty("srtDb", out _));
        var rows = (await TestRows.ReadAsync(test.Id, test.Definition, test.Store<ListeningSessionStore>(), test.Store<ListeningRatingStore>(), test.Store<ListeningResponseStore>())).Value;
        // −8 −10 −12 −10 and −8 next.
        Assert.Equal((-9.6, true), (rows.Sessions[0].DigitsSrtDb, rows.Sessions[0].DigitsPassed));
    }

    [Fact]
    public async Task Who_does_not_pass_is_sent_away_where_the_test_says_so_and_noted_elsewhere()
    {
        var strict = await OpenAsync(excludes: true);
        var key = (await strict.StartAsync()).Text("key");
        JsonElement last = default;
        for (var n = 1; n <= Count; n++) last = (await strict.RespondAsync(key, 0, new { triplet = n, digits = "777" })).Body;
        Assert.Equal(("screened-out", "OUT"), (last.Text("outcome"), last.GetProperty("finish").Text("code")));

        var lenient = await OpenAsync();
        key = (await lenient.StartAsync()).Text("key");
        for (var n = 1; n <= Count; n++) last = (await lenient.RespondAsync(key, 0, new { triplet = n, digits = "777" })).Body;
        Assert.Equal(("running", 1, false), (last.Text("outcome"), last.Number("position"), last.GetProperty("digits").GetProperty("passed").GetBoolean()));
        var rows = (await TestRows.ReadAsync(lenient.Id, lenient.Definition, lenient.Store<ListeningSessionStore>(), lenient.Store<ListeningRatingStore>(), lenient.Store<ListeningResponseStore>())).Value;
        var finding = Assert.Single(new ScreeningProfile("own", 1, [new DigitsRule()]).Apply(new(rows.Sessions, rows.Ratings)).Exclusions);
        Assert.Contains("10.8 dB SNR", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reload_goes_on_with_the_next_triplet_and_nothing_is_answered_twice()
    {
        var test = await OpenAsync();
        var key = (await test.StartAsync()).Text("key");
        var (id, right) = (Guid.CreateVersion7().ToString(), Asked(test)[0]);
        var once = (await test.RespondAsync(key, 0, new { triplet = 1, digits = right }, id)).Body;
        Assert.Equal(once.ToString(), (await test.RespondAsync(key, 0, new { triplet = 1, digits = right }, id)).Body.ToString());
        Assert.Equal("response-exists", (await test.RespondAsync(key, 0, new { triplet = 1, digits = "111" }, id)).Body.Text("code"));
        Assert.Equal((HttpStatusCode.Conflict, "triplet-passed"), await CodeAsync(test.RespondAsync(key, 0, new { triplet = 1, digits = right })));
        Assert.Equal((HttpStatusCode.Conflict, "triplet-passed"), await CodeAsync(test.RespondAsync(key, 0, new { triplet = 5, digits = right })));
        Assert.Equal(2, (await test.PageAsync(key, 0)).Body.GetProperty("digits").Number("number"));
    }

    [Fact]
    public async Task Odd_answers_are_refused_and_later_triplets_cannot_be_heard()
    {
        var test = await OpenAsync();
        var key = (await test.StartAsync()).Text("key");
        foreach (var answer in (object[])[new { }, new { triplet = 1 }, new { triplet = 1, digits = "12" }, new { triplet = 1, digits = "1２3" }, new { triplet = 0, digits = "123" }, new { triplet = 1.5, digits = "123" }, new { triplet = Count + 1, digits = "123" }])
            Assert.Equal((HttpStatusCode.BadRequest, "digits"), await CodeAsync(test.RespondAsync(key, 0, answer)));
        Assert.Equal("answer-unknown", (await test.RespondAsync(key, 0, new { triplet = 1, digits = "123", snr = 40 })).Body.Text("code"));
        foreach (var label in (string[])["2", "0", "A", "noise"])
            Assert.Equal((HttpStatusCode.NotFound, "audio-unknown"), await CodeAsync(test.GetAsync($"/api/listen/{test.Token}/sessions/{key}/pages/0/audio/{label}")));
        Assert.DoesNotContain("voice 1", (await test.PageAsync(key, 0)).Body.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode, string)> CodeAsync(Task<(HttpStatusCode Status, JsonElement Body)> request)
    {
        var (status, body) = await request;
        return (status, body.Text("code"));
    }
}
