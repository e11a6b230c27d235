using System.Net;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Listening;

public sealed class BadInputTests(ScoopApp app) : IClassFixture<ScoopApp>
{
    public static TheoryData<TrialDesign, string, string> WrongRatings => new()
    {
        { TrialDesign.Mushra, """{"page":0,"label":"A","scale":"mushra","value":101}""", "rating-out-of-range" },
        { TrialDesign.Mushra, """{"page":0,"label":"A","scale":"mushra","value":-1}""", "rating-out-of-range" },
        { TrialDesign.Mushra, """{"page":0,"label":"A","scale":"mushra","value":50.5}""", "rating-between-steps" },
        { TrialDesign.Mushra, """{"page":0,"label":"A","scale":"mushra"}""", "value-missing" },
        { TrialDesign.Mushra, """{"page":0,"label":"A","scale":"acr","value":3}""", "scale-unknown" },
        { TrialDesign.Mushra, """{"page":0,"label":"Z","scale":"mushra","value":3}""", "label-unknown" },
        { TrialDesign.Mushra, """{"page":0,"label":"reference","scale":"mushra","value":3}""", "label-unknown" },
        { TrialDesign.Mushra, """{"page":0,"label":"A","other":"B","scale":"mushra","value":3}""", "other-not-asked" },
        { TrialDesign.Mushra, """{"page":0,"label":"A","scale":"mushra","value":3,"text":"x"}""", "text-not-asked" },
        { TrialDesign.Mushra, """{"page":0,"label":"A","scale":"mushra","value":3,"plays":-1}""", "plays" },
        { TrialDesign.Mushra, """{"page":0,"label":"A","scale":"mushra","value":3,"elapsedSeconds":-1}""", "elapsed-seconds" },
        { TrialDesign.Mushra, """{"label":"A","scale":"mushra","value":3}""", "page-missing" },
        { TrialDesign.Acr, """{"page":0,"label":"A","scale":"acr","value":6}""", "rating-out-of-range" },
        { TrialDesign.Acr, """{"page":0,"label":"A","scale":"acr","value":2.5}""", "rating-not-on-scale" },
        { TrialDesign.Bs1116, """{"page":0,"label":"A","scale":"bs1116","value":3}""", "label-unknown" },
        { TrialDesign.Ab, """{"page":0,"label":"B","other":"A","scale":"preference","value":1}""", "pair-order" },
        { TrialDesign.Ab, """{"page":0,"label":"A","scale":"preference","value":1}""", "label-unknown" },
        { TrialDesign.Ab, """{"page":0,"label":"A","other":"A","scale":"preference","value":1}""", "other-same" },
        { TrialDesign.Ab, """{"page":0,"label":"A","other":"B","scale":"preference","value":0}""", "" },
        { TrialDesign.Ccr, """{"page":0,"label":"A","other":"B","scale":"ccr","value":1}""", "pair-order" },
        { TrialDesign.Abx, """{"page":0,"label":"A","other":"B","scale":"abx","value":1}""", "value-not-asked" },
        { TrialDesign.Transcription, """{"page":0,"label":"A","scale":"transcription","value":1}""", "value-not-asked" },
        { TrialDesign.Transcription, """{"page":0,"label":"A","scale":"transcription"}""", "text-missing" },
    };

    [Theory]
    [MemberData(nameof(WrongRatings))]
    public async Task A_wrong_rating_is_refused_with_a_reason_and_leaves_no_trace(TrialDesign design, string rating, string code)
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, design, options: new() { AllowTie = false }));
        var key = (await test.StartAsync()).Text("key");
        using var response = await test.Client.PutAsync(
            $"/api/listen/{test.Token}/sessions/{key}/ratings/{Guid.CreateVersion7()}", new StringContent(rating, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"code\":\"{code}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await test.HistoryAsync());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"page\":\"zero\"}")]
    [InlineData("{\"page\":0,\"label\":\"A\",\"scale\":\"mushra\",\"value\":1e999}")]
    public async Task What_is_no_rating_is_refused(string body)
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Mushra));
        var key = (await test.StartAsync()).Text("key");
        using var response = await test.Client.PutAsync(
            $"/api/listen/{test.Token}/sessions/{key}/ratings/{Guid.CreateVersion7()}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "rating-id"), await CodeAsync(test.RateAsync(key, new { page = 0, label = "A", scale = "mushra", value = 3 }, id: "not-a-uuid")));
        Assert.Empty(await test.HistoryAsync());
    }

    [Fact]
    public async Task The_same_rating_again_is_acknowledged_and_another_value_under_its_id_is_refused()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Mushra));
        var key = (await test.StartAsync()).Text("key");
        var id = Guid.CreateVersion7().ToString();
        for (var i = 0; i < 3; i++)
        {
            var (status, body) = await test.RateAsync(key, new { page = 0, label = "A", scale = "mushra", value = 61, at = "2026-11-25T12:00:00.123Z" }, i == 1 ? id.ToUpperInvariant() : id);
            Assert.Equal((HttpStatusCode.OK, id), (status, body.Text("id")));
        }
        Assert.Equal((HttpStatusCode.Conflict, "rating-exists"), await CodeAsync(test.RateAsync(key, new { page = 0, label = "A", scale = "mushra", value = 62, at = "2026-11-25T12:00:00.123Z" }, id)));
        Assert.Equal(61, Assert.Single(await test.HistoryAsync()).Value);
    }

    [Fact]
    public async Task Another_sessions_or_tests_trial_is_out_of_reach()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Mushra));
        var other = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Mushra));
        var (mine, theirs) = ((await test.StartAsync()).Text("key"), (await other.StartAsync()).Text("key"));
        var rating = new { page = 0, label = "A", scale = "mushra", value = 61 };
        var id = Guid.CreateVersion7().ToString();
        await test.RateAsync(mine, rating, id);
        Assert.Equal((HttpStatusCode.NotFound, "session-unknown"), await CodeAsync(test.RateAsync(theirs, rating)));
        Assert.Equal((HttpStatusCode.NotFound, "session-unknown"), await CodeAsync(test.RateAsync("nothing", rating)));
        Assert.Equal((HttpStatusCode.Conflict, "rating-exists"), await CodeAsync(other.RateAsync(theirs, rating, id)));
        Assert.Equal((HttpStatusCode.NotFound, "session-unknown"), await CodeAsync(test.RespondAsync(theirs, 0, new { })));
        Assert.Empty(await other.HistoryAsync());
        Assert.Single(await test.HistoryAsync());
    }

    [Fact]
    public async Task Pages_ahead_can_neither_be_seen_nor_answered()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr, known => known with { Sections = [new TextSection(), new TextSection(), .. known.Sections] }));
        var key = (await test.StartAsync()).Text("key");
        Assert.Equal(HttpStatusCode.OK, (await test.PageAsync(key, 1)).Status);
        Assert.Equal((HttpStatusCode.Conflict, "page-ahead"), await CodeAsync(test.PageAsync(key, 2)));
        Assert.Equal((HttpStatusCode.Conflict, "page-ahead"), await CodeAsync(test.GetAsync($"/api/listen/{test.Token}/sessions/{key}/pages/2/audio/A")));
        Assert.Equal((HttpStatusCode.NotFound, "page-unknown"), await CodeAsync(test.PageAsync(key, 99)));
        foreach (var page in (int[])[2, 99]) Assert.Equal((HttpStatusCode.Conflict, "page-ahead"), await CodeAsync(test.RateAsync(key, new { page, label = "A", scale = "acr", value = 3 })));
        Assert.Equal((HttpStatusCode.BadRequest, "page-rates-nothing"), await CodeAsync(test.RateAsync(key, new { page = 0, label = "A", scale = "acr", value = 3 })));
        Assert.Equal(HttpStatusCode.Conflict, (await test.RespondAsync(key, 1, new { })).Status);
        Assert.Equal(1, (await test.RespondAsync(key, 0, new { })).Body.Number("position"));
        Assert.Empty(await test.HistoryAsync());
    }

    [Fact]
    public async Task After_closing_and_after_the_end_nothing_is_taken_but_what_was_stored_is_acknowledged()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr));
        var key = (await test.StartAsync()).Text("key");
        var id = Guid.CreateVersion7().ToString();
        var rating = new { page = 0, label = "A", scale = "acr", value = 3 };
        await test.RateAsync(key, rating, id);
        await test.PlayAsync(key, 0);
        await test.Store<ListeningTestStore>().CloseAsync(test.Id, DateTimeOffset.UnixEpoch);
        Assert.Equal((HttpStatusCode.Conflict, "test-closed"), await CodeAsync(test.RateAsync(key, rating)));
        Assert.Equal((HttpStatusCode.Conflict, "test-closed"), await CodeAsync(test.RespondAsync(key, 0, new { })));
        Assert.Equal((HttpStatusCode.Conflict, "test-closed"), await CodeAsync(test.PostAsync($"/api/listen/{test.Token}/sessions", new { })));
        Assert.Equal("closed", (await test.GetAsync($"/api/listen/{test.Token}")).Body.Text("status"));
        Assert.Equal(HttpStatusCode.OK, (await test.RateAsync(key, rating, id)).Status);
        await test.Store<ListeningTestStore>().ReopenAsync(test.Id, DateTimeOffset.UnixEpoch);
        for (var page = 0; page < 2; page++)
        {
            await test.RateAsync(key, rating with { page = page });
            await test.PlayAsync(key, page);
            Assert.Equal(HttpStatusCode.OK, (await test.RespondAsync(key, page, new { })).Status);
        }
        Assert.Equal((HttpStatusCode.Conflict, "session-finished"), await CodeAsync(test.RateAsync(key, rating)));
        Assert.Equal(HttpStatusCode.OK, (await test.RateAsync(key, rating, id)).Status);
        Assert.Equal(3, (await test.HistoryAsync()).Count);
    }

    private static async Task<(HttpStatusCode, string)> CodeAsync(Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> request)
    {
        var (status, body) = await request;
        return (status, body.Text("code"));
    }
}
