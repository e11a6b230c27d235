using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Import;

public class ImportEndpointTests
{
    private const string Yaml = "testname: Imported\npages:\n  - {type: mushra, id: m1, strict: false, reference: audio/ref.wav, stimuli: {C1: audio/c1.wav}}\n";

    [Fact]
    public async Task A_configuration_becomes_a_draft_with_uploaded_clips()
    {
        using var app = new ScoopApp();
        using var client = app.OwnerClient();
        var clip = new AudioClip(16_000, [.. Enumerable.Range(0, 1600).Select(i => MathF.Sin(i * 0.05f) / 2)]);
        var uploaded = await (await client.PostAsync("/api/clips?name=ref.wav", new ByteArrayContent(WavWriter.ToBytes(clip, WavFormat.Pcm16)))).Content.ReadFromJsonAsync<JsonElement>();
        var sha256 = uploaded.GetProperty("sha256").GetString();

        var response = await client.PostAsJsonAsync("/api/listening-tests/import", new { configs = new[] { new { name = "t.yaml", text = Yaml } }, files = new[] { new { name = "my/audio/ref.wav", sha256 } }, seed = 7 });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var made = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("pages[0].strict", Assert.Single(made.GetProperty("notCarriedOver").EnumerateArray()).GetProperty("place").GetString());
        Assert.Equal("audio/c1.wav", Assert.Single(made.GetProperty("missingAudio").EnumerateArray()).GetProperty("file").GetString());

        var test = await client.GetFromJsonAsync<JsonElement>($"/api/listening-tests/{made.GetProperty("test").GetProperty("id").GetString()}");
        Assert.Equal(("draft", 7), (test.GetProperty("status").GetString(), test.GetProperty("definition").GetProperty("seed").GetInt32()));
        Assert.Equal(sha256, test.GetProperty("definition").GetProperty("sections")[0].GetProperty("trials")[0].GetProperty("stimuli")[0].GetProperty("source").GetString());
    }

    [Theory]
    [InlineData("""{"configs": []}""", "request-incomplete")]
    [InlineData("""{"configs": [null]}""", "request-incomplete")]
    [InlineData("""{"configs": [{"name": "a.yaml", "text": "a: b: c"}]}""", "yaml-malformed")]
    [InlineData("""{"configs": [{"name": "a.csv", "text": "x\n1\n"}]}""", "p808-no-clips")]
    [InlineData("""{"configs": [{"name": "a.yaml", "text": "a"}, {"name": "b.csv", "text": "b"}]}""", "import-files")]
    [InlineData("""{"configs": [{"name": "a.csv", "text": "rating_clips\na.wav\n"}], "files": [{"name": "a.wav", "sha256": "00"}]}""", "clip-not-found")]
    public async Task What_cannot_be_imported_gets_a_clear_answer(string body, string code)
    {
        using var app = new ScoopApp();
        using var client = app.OwnerClient();
        var response = await client.PostAsync("/api/listening-tests/import", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>("/api/listening-tests")).EnumerateArray());
    }

    [Fact]
    public async Task Strangers_import_nothing()
    {
        using var app = new ScoopApp();
        using var client = app.StrangerClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync("/api/listening-tests/import", new { configs = Array.Empty<object>() })).StatusCode);
    }
}
