using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Results;

/// <summary>Profiles of one's own: saved in versions, chosen by name, never changed.</summary>
public sealed class ScreeningProfilesTests : IDisposable
{
    private readonly ScoopApp app = new();
    private readonly HttpClient client;

    public ScreeningProfilesTests() => client = app.OwnerClient();

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SaveAsync(object profile)
    {
        using var response = await client.PostAsJsonAsync("/api/screening-profiles", profile);
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }

    private async Task<JsonElement> ReadAsync(string address) => JsonDocument.Parse(await client.GetStringAsync(address)).RootElement;

    [Fact]
    public async Task A_saved_profile_screens_by_its_name_and_older_versions_stay()
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mushra());
        await test.PublishAsync();
        await test.SimulateAsync(8);
        Assert.Equal(1, (await SaveAsync(new { id = "strict-lab", rules = new object[] { new { kind = "hidden-reference", below = 90, share = 0.15 } } })).Body.GetProperty("version").GetInt32());
        Assert.Equal(1, (await SaveAsync(new { id = "strict-lab", rules = new object[] { new { kind = "hidden-reference", share = 0.15, below = 90 } } })).Body.GetProperty("version").GetInt32());
        Assert.Equal(2, (await SaveAsync(new { id = "strict-lab", rules = new object[] { new { kind = "hidden-reference", below = 10, share = 0.15 } } })).Body.GetProperty("version").GetInt32());

        var newest = (await ReadAsync($"/api/listening-tests/{test.Id}/results?screening=strict-lab")).GetProperty("screening");
        Assert.Equal(("strict-lab", 2, 0), (newest.GetProperty("profile").GetString(), newest.GetProperty("version").GetInt32(), newest.GetProperty("exclusions").GetArrayLength()));
        var older = (await ReadAsync($"/api/listening-tests/{test.Id}/results?screening=strict-lab@1")).GetProperty("screening");
        Assert.Equal((1, 1), (older.GetProperty("version").GetInt32(), older.GetProperty("exclusions").GetArrayLength()));
        Assert.Contains("strict-lab (version 1)", await client.GetStringAsync($"/api/listening-tests/{test.Id}/export/methods.md?screening=strict-lab@1"), StringComparison.Ordinal);

        var all = await ReadAsync("/api/screening-profiles");
        Assert.Equal(2, Assert.Single(all.GetProperty("own").EnumerateArray()).GetProperty("version").GetInt32());
        Assert.Equal(ScreeningRule.Usual.Count, all.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("kind").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("""{ "id": "Strict Lab", "rules": [{ "kind": "trap" }] }""", "profile-id")]
    [InlineData("""{ "id": "p808", "rules": [{ "kind": "trap" }] }""", "profile-id")]
    [InlineData("""{ "id": "empty", "rules": [] }""", "profile-rules")]
    [InlineData("""{ "id": "odd", "rules": [{ "kind": "moon-phase" }] }""", "screening-unreadable")]
    [InlineData("""{ "id": "odd", "rules": [{ "kind": "hidden-reference", "share": 3 }] }""", "screening-invalid")]
    public async Task What_is_no_profile_is_refused(string json, string code)
    {
        var (status, body) = await SaveAsync(JsonSerializer.Deserialize<JsonElement>(json));
        Assert.Equal((HttpStatusCode.BadRequest, code), (status, body.GetProperty("code").GetString()));
        Assert.Equal(0, (await ReadAsync("/api/screening-profiles")).GetProperty("own").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_profile_is_named_as_such()
    {
        var test = new ListenedTest(app.Services.GetRequiredService<Database>(), ListenedTest.Mushra());
        await test.PublishAsync();
        using var response = await client.GetAsync($"/api/listening-tests/{test.Id}/results?screening=nobodys@3");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("nobodys@3", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
