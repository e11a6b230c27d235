using System.Net;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Listening;

public sealed class ListenerAccessTests(ScoopApp app) : IClassFixture<ScoopApp>
{
    [Fact]
    public async Task A_link_opens_its_page_and_the_code_that_the_page_loads_and_nothing_else()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr));
        var clip = test.Definition.Sections.OfType<TrialSection>().First().Trials[0].Stimuli[0].Clip;
        using (var before = await test.Client.GetAsync("/css/tokens.css")) Assert.Equal(HttpStatusCode.Unauthorized, before.StatusCode);
        using (var page = await test.Client.GetAsync($"/listen/{test.Token}"))
        {
            Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
            var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.True(page.Headers.CacheControl?.NoStore);
        }
        foreach (var open in (string[])["/css/tokens.css", "/js/ui/api.js", "/js/listening-tests/listener/listen.js", "/js/playback/switch-player.js", "/icon.svg"])
        {
            using var response = await test.Client.GetAsync(open);
            Assert.Equal((open, HttpStatusCode.OK), (open, response.StatusCode));
        }
        foreach (var closed in (string[])
            ["/", "/live", "/compare", "/outputs", "/systems", "/tests", "/test", "/test-results", "/listen.html", "/listen", "/listen/", $"/listen/{test.Token}/more",
             "/api/systems", "/api/outputs", "/api/comparisons", "/api/listening-tests", $"/api/listening-tests/{test.Id}", $"/api/listening-tests/{test.Id}/results", $"/api/clips/{clip}.wav",
             "/hubs/live/negotiate?negotiateVersion=1", "/openapi/v1.json", "/scalar", "/js/live/live.js", "/js/listening-tests/results/results.js", "/js/compare/compare.js", "/worklets/capture.js",
             "/css/../index.html", "/css/%2e%2e/index.html", "/css/..%2findex.html", "/CSS/tokens.css", "/api/listen", "/api/listening-tests/"])
        {
            using var response = await test.Client.GetAsync(closed);
            Assert.Equal((closed, HttpStatusCode.Unauthorized), (closed, response.StatusCode));
            using var posted = await test.Client.PostAsync(closed, new StringContent("{}"));
            Assert.Equal((closed, HttpStatusCode.Unauthorized), (closed, posted.StatusCode));
        }
        using (var written = await test.Client.PutAsync("/css/tokens.css", new StringContent("x"))) Assert.Equal(HttpStatusCode.Unauthorized, written.StatusCode);
    }

    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de", "Dieser Link führt zu keinem Hörtest.")]
    [InlineData("it,ja;q=0.5,zh;q=0.7", "zh", "此链接没有对应的听音测试。")]
    [InlineData("den,it", "en", "This link leads to no listening test.")]
    [InlineData(null, "en", "This link leads to no listening test.")]
    public async Task A_link_that_leads_nowhere_says_so_in_the_browsers_language(string? languages, string language, string words)
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/listen/{new string('x', 43)}");
        if (languages is not null) request.Headers.Add("Accept-Language", languages);
        using var refused = await test.Client.SendAsync(request);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_seen_only_with_its_key_and_by_links_of_its_test()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr));
        var other = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr));
        var key = (await test.StartAsync()).Text("key");
        var preview = await test.LinkAsync(preview: true);
        foreach (var path in (string[])["", "/pages/0", "/pages/0/audio/A"])
        {
            using (var mine = await test.Client.GetAsync($"/api/listen/{test.Token}/sessions/{key}{path}")) Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
            foreach (var (token, session) in ((string, string)[])[(other.Token, key), (preview, key), (test.Token, "x" + key[1..]), (test.Token, new string('a', 43))])
            {
                using var response = await test.Client.GetAsync($"/api/listen/{token}/sessions/{session}{path}");
                Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_bad_link_gets_a_clear_page_and_a_clear_problem()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr));
        var expired = await test.LinkAsync(expires: DateTimeOffset.UnixEpoch);
        var revoked = await test.LinkAsync();
        await test.Store<ListeningLinkStore>().RevokeAsync(revoked, DateTimeOffset.UnixEpoch);
        var tampered = test.Token[..^1] + (test.Token[^1] == 't' ? 'u' : 't');
        foreach (var (token, status, code) in ((string, HttpStatusCode, string)[])
            [(tampered, HttpStatusCode.NotFound, "link-unknown"), ("short", HttpStatusCode.NotFound, "link-unknown"), (new string('a', 300), HttpStatusCode.NotFound, "link-unknown"),
             (expired, HttpStatusCode.Gone, "link-expired"), (revoked, HttpStatusCode.Gone, "link-expired")])
        {
            using var page = await test.Client.GetAsync($"/listen/{token}");
            Assert.Equal((status, false), (page.StatusCode, page.Headers.Contains("Set-Cookie")));
            Assert.Contains("<h1>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal((status, code), (await test.GetAsync($"/api/listen/{token}")) is var (got, body) ? (got, body.Text("code")) : default);
            Assert.Equal((status, code), (await test.PostAsync($"/api/listen/{token}/sessions", new { })) is var (started, problem) ? (started, problem.Text("code")) : default);
        }
    }

    [Fact]
    public async Task A_revoked_link_stops_everything_and_an_expired_one_still_takes_what_was_answered()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr));
        var key = (await test.StartAsync()).Text("key");
        var rating = new { page = 0, label = "A", scale = "acr", value = 3 };
        Assert.Equal(HttpStatusCode.OK, (await test.RateAsync(key, rating, token: await test.LinkAsync(expires: DateTimeOffset.UnixEpoch))).Status);
        using (await test.Client.GetAsync($"/listen/{test.Token}")) { }
        await test.Store<ListeningLinkStore>().RevokeAsync(test.Token, DateTimeOffset.UnixEpoch);
        Assert.Equal((HttpStatusCode.Gone, "link-expired"), (await test.RateAsync(key, rating)) is var (status, body) ? (status, body.Text("code")) : default);
        Assert.Equal(HttpStatusCode.Gone, (await test.RespondAsync(key, 0, new { })).Status);
        Assert.Equal(HttpStatusCode.Gone, (await test.PageAsync(key, 0)).Status);
        using (var code = await test.Client.GetAsync("/css/tokens.css")) Assert.Equal(HttpStatusCode.Unauthorized, code.StatusCode);
        Assert.Single(await test.HistoryAsync());
    }

    [Fact]
    public async Task A_link_that_is_used_up_says_so()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr));
        var single = await test.LinkAsync(maximum: 1);
        Assert.Equal("open", (await test.GetAsync($"/api/listen/{single}")).Body.Text("status"));
        var key = (await test.StartAsync(token: single)).Text("key");
        Assert.Equal("full", (await test.GetAsync($"/api/listen/{single}")).Body.Text("status"));
        Assert.Equal("test-full", (await test.PostAsync($"/api/listen/{single}/sessions", new { })).Body.Text("code"));
        Assert.Equal(key, (await test.StartAsync(key: key, token: single)).Text("key"));
    }
}
