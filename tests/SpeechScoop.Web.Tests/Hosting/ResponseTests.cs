using System.Net;
using System.Text.Json;

namespace SpeechScoop.Web.Tests.Hosting;

public sealed class ResponseTests(ScoopApp app) : IClassFixture<ScoopApp>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/live")]
    [InlineData("/compare")]
    [InlineData("/outputs")]
    [InlineData("/systems")]
    public async Task Pages_carry_a_policy_without_inline_script(string page)
    {
        using var client = app.OwnerClient();
        using var response = await client.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task Text_is_compressed()
    {
        using var client = app.OwnerClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var response = await client.GetAsync("/lib/preact.js");
        Assert.Contains("br", response.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/js/live/live.js")]
    [InlineData("/css/tokens.css")]
    public async Task Parts_of_pages_are_not_burdened_with_the_policies_of_documents(string part)
    {
        using var client = app.OwnerClient();
        using var response = await client.GetAsync(part);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/no/such/page")]
    public async Task Whoever_looks_for_a_page_that_is_not_there_finds_a_page_that_says_so(string address)
    {
        using var client = app.OwnerClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*;q=0.8");
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("There is no page at this address", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var api = await client.GetAsync("/api" + address);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_refused_with_those_that_it_takes()
    {
        using var client = app.OwnerClient();
        using var response = await client.DeleteAsync("/api/runs");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order());
        Assert.Contains("DELETE is not possible", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/runs", "application/json; charset=utf-7", 415, "encoding-unknown")]
    [InlineData("/api/runs", "application/json; charset=bogus", 415, "encoding-unknown")]
    [InlineData("/api/listen/x/sessions", "application/json; charset=utf-7", 415, "encoding-unknown")]
    [InlineData("/access", "application/x-www-form-urlencoded; charset=utf-7", 415, "encoding-unknown")]
    [InlineData("/api/runs/import-hypotheses", "multipart/form-data; boundary=x; charset=utf-7", 415, "encoding-unknown")]
    [InlineData("/api/runs", "text/plain", 415, "body-type-refused")]
    [InlineData("/api/datasets/upload", "multipart/form-data; boundary=", 400, "form-unreadable")]
    public async Task Bodies_that_cannot_be_read_are_the_senders_mistake(string address, string type, int status, string code)
    {
        using var client = app.OwnerClient();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", code == "form-unreadable" ? type + new string('x', 5000) : type);
        using var response = await client.PostAsync(address, content);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slash_at_the_end_of_a_pages_address_is_forgiven()
    {
        using var client = app.OwnerClient();
        using var response = await client.GetAsync("/live/?tab=type");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/live?tab=type", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Monitors_may_ask_for_the_state_of_health_alone()
    {
        using var client = app.StrangerClient();
        using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/health"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/nothing-here", "no-such-page")]
    [InlineData("/api/nothing-here", "no-such-endpoint")]
    [InlineData("/api/packs/nothing-here/card", "no-such-pack")]
    public async Task What_is_not_there_is_named(string address, string code)
    {
        using var client = app.OwnerClient();
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        using var client = app.OwnerClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToArray();
        Assert.Contains("/api/systems", paths);
        Assert.Contains("/api/word-lists", paths);
        Assert.Contains("scalar.aspnetcore.js", await client.GetStringAsync("/scalar/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_lists_are_plain_words()
    {
        using var client = app.OwnerClient();
        using var lists = JsonDocument.Parse(await client.GetStringAsync("/api/word-lists"));
        Assert.Equal(["digits", "commands"], lists.RootElement.EnumerateArray().Select(list => list.GetProperty("id").GetString()));
        foreach (var list in lists.RootElement.EnumerateArray())
            Assert.All(list.GetProperty("words").EnumerateArray(), word => Assert.Matches("^[a-z']+$", word.GetString()!));
    }
}
