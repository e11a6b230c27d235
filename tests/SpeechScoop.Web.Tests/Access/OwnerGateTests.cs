using System.Net;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.Access;

public sealed class OwnerGateTests(ScoopApp app) : IClassFixture<ScoopApp>
{
    public static TheoryData<string> Addresses =>
        ["/", "/live", "/compare", "/outputs", "/systems", "/js/ui/shell.js", "/css/tokens.css", "/lib/preact.js", "/api/systems", "/api/packs",
         "/hubs/live/negotiate?negotiateVersion=1", "/openapi/v1.json", "/scalar", "/no-such-page", "/../appsettings.json"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nothing_is_reachable_without_the_owner_key(string address)
    {
        using var client = app.StrangerClient();
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        using var posted = await client.PostAsync(address, new StringContent("{}"));
        Assert.Equal(HttpStatusCode.Unauthorized, posted.StatusCode);
    }

    [Fact]
    public async Task Health_needs_no_key_and_tells_no_secret()
    {
        using var client = app.StrangerClient();
        var body = await client.GetStringAsync("/health");
        Assert.Contains("\"status\":\"ok\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain(app.DataPath, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_link_sets_a_cookie_that_scripts_cannot_read()
    {
        using var client = app.StrangerClient();
        using var response = await client.GetAsync($"/?key={ScoopApp.Key}");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/", response.Headers.Location?.ToString());
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task The_link_never_leads_to_another_host()
    {
        using var client = app.StrangerClient();
        using var response = await client.GetAsync($"//evil.example/?key={ScoopApp.Key}");
        Assert.DoesNotContain("evil.example", response.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("test-owner-key-of-forty-three-characters-xy")]
    public async Task A_wrong_key_opens_nothing(string key)
    {
        using var client = app.StrangerClient();
        using var response = await client.GetAsync($"/?key={key}");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/systems");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        using var refused = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task The_access_form_takes_the_key()
    {
        using var client = app.StrangerClient();
        using var response = await client.PostAsync("/access", new FormUrlEncodedContent([new("key", ScoopApp.Key)]));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.True(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/runs?id=7", "/runs?id=7")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/a\r\nX-Evil: 1", "/")]
    [InlineData("", "/")]
    public async Task The_access_form_leads_back_to_where_one_was_and_never_elsewhere(string asked, string led)
    {
        using var client = app.StrangerClient();
        using var response = await client.PostAsync("/access", new FormUrlEncodedContent([new("key", ScoopApp.Key), new("to", asked)]));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(led, response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_access_form_says_that_a_key_is_wrong_and_writes_addresses_as_text()
    {
        using var client = app.StrangerClient();
        using var response = await client.PostAsync("/access", new FormUrlEncodedContent([new("key", "not-the-key-of-this-server-at-all"), new("to", "/x?\"><script>alert(1)</script>")]));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("That key is not this server", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        // With "no-referrer" browsers would send the form from the origin "null", which HostGate refuses.
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("multipart/form-data", "key")]
    [InlineData("multipart/form-data; boundary=x", "no parts")]
    [InlineData("application/x-www-form-urlencoded", "%")]
    public async Task A_form_that_cannot_be_read_is_the_senders_mistake(string type, string body)
    {
        using var client = app.StrangerClient();
        using var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await client.PostAsync("/access", content);
        Assert.InRange((int)response.StatusCode, 400, 401);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.1.5")]
    public async Task A_foreign_host_name_is_refused_even_with_the_key(string host)
    {
        using var client = app.OwnerClient();
        client.DefaultRequestHeaders.Host = host;
        using var response = await client.GetAsync("/api/packs");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.Contains("AllowedHosts", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    public async Task Another_origin_is_refused_even_with_the_key(string origin)
    {
        using var client = app.OwnerClient();
        client.DefaultRequestHeaders.Add("Origin", origin);
        using var response = await client.PostAsync("/hubs/live/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
