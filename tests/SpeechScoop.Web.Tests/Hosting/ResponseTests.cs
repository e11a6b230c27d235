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
