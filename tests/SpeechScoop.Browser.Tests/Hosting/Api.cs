using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpeechScoop.Browser.Tests.Hosting;

/// <summary>The HTTP API as a script uses it, for what would take a person too long: many trials, many ratings.</summary>
internal sealed class Api : IDisposable
{
    private readonly HttpClient http;

    public Api(ServerProcess server)
    {
        // One client for one test; no factory is at hand in a test, and no socket outlives it.
#pragma warning disable RS0030
        http = new HttpClient { BaseAddress = new Uri(server.Address), Timeout = TimeSpan.FromSeconds(30) };
#pragma warning restore RS0030
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
    }

    /// <summary>Reads JSON.</summary>
    public async Task<JsonNode> GetAsync(string path) => Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Reads text, and says what media type it has.</summary>
    public async Task<(string Text, string? Type)> TextAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (await SuccessAsync(response), response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Ids of the ready systems of a kind.</summary>
    public async Task<IReadOnlyList<string>> ReadyAsync(string kind) =>
        [.. (await GetAsync("/api/systems")).AsArray().Where(system => (string?)system!["kind"] == kind && (string?)system["status"] == "ready").Select(system => (string)system!["id"]!)];

    /// <summary>Speaks a text blindly with systems and waits for the clips.</summary>
    /// <returns>The finished trial.</returns>
    public async Task<JsonNode> SpeakAsync(string text, params IReadOnlyList<string> systems)
    {
        return await DoneAsync(await SendAsync(HttpMethod.Post, "/api/live/trials/synthesis", new { text, systems = systems.Select(system => new { system, seed = 1 }), blind = true }));
    }

    /// <summary>Takes a clip through a tokenizer with these numbers of codebooks, openly, and waits for the clips.</summary>
    /// <param name="clip">SHA-256 of an uploaded clip.</param>
    public async Task<JsonNode> ReconstructAsync(string clip, string system, params IReadOnlyList<int> codebooks) => await DoneAsync(await SendAsync(
        HttpMethod.Post, "/api/live/trials/reconstruction", new { clip, conditions = codebooks.Select(count => new { system, codebooks = count }), blind = false, anchors = false }));

    /// <summary>Starts a run and waits for its end.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> RunAsync(object request)
    {
        var id = (string)(await PostAsync("/api/runs", request))["id"]!;
        var run = await UntilAsync($"/api/runs/{id}", run => (string?)run["status"] is "done" or "cancelled");
        Assert.True((string?)run["status"] == "done", run.ToJsonString());
        return id;
    }

    /// <summary>Reads JSON until it is as it should be.</summary>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (var read = await GetAsync(path); ; read = await GetAsync(path))
        {
            if (condition(read)) return read;
            Assert.False(limit.IsCancellationRequested, $"{path} stays {read.ToJsonString()}");
            await Task.Delay(50);
        }
    }

    private async Task<JsonNode> DoneAsync(JsonNode trial)
    {
        trial = await UntilAsync($"/api/live/trials/{(string)trial["id"]!}", trial => (string?)trial["status"] != "running");
        Assert.True((string?)trial["status"] == "done", trial.ToJsonString());
        return trial;
    }

    /// <summary>Gives a rating.</summary>
    public Task<JsonNode> RateAsync(JsonNode trial, string stimulus, string scale, int value, string listener, string? other = null) => SendAsync(
        HttpMethod.Put, $"/api/ratings/{Guid.CreateVersion7()}",
        new { trial = (string)trial["id"]!, stimulus, scale, value, other, listener, session = $"session of {listener}" });

    /// <summary>Reveals a trial.</summary>
    /// <returns>The trial with the names of its systems.</returns>
    public async Task<JsonNode> RevealAsync(JsonNode trial)
    {
        await SendAsync(HttpMethod.Post, $"/api/live/trials/{(string)trial["id"]!}/reveal", new { });
        return await GetAsync($"/api/live/trials/{(string)trial["id"]!}");
    }

    /// <summary>What a stimulus sounds like, as a hash of its samples.</summary>
    public async Task<string> SoundAsync(JsonNode trial, string label) => Convert.ToHexStringLower(SHA256.HashData(await AudioAsync(trial, label)));

    /// <summary>A stimulus as a WAV file.</summary>
    public Task<byte[]> AudioAsync(JsonNode trial, string label) =>
        http.GetByteArrayAsync(new Uri($"/api/live/trials/{(string)trial["id"]!}/stimuli/{label}/audio", UriKind.Relative));

    /// <summary>Sends JSON.</summary>
    public Task<JsonNode> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    /// <summary>Uploads a WAV file.</summary>
    /// <returns>The SHA-256 under which the clip is kept.</returns>
    public async Task<string> UploadAsync(byte[] wav, string name = "")
    {
        using var content = new ByteArrayContent(wav);
        content.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        using var response = await http.PostAsync(new Uri($"/api/clips?name={Uri.EscapeDataString(name)}", UriKind.Relative), content);
        return (string)Parse(await SuccessAsync(response))["sha256"]!;
    }

    /// <summary>Puts JSON.</summary>
    public Task<JsonNode> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    /// <summary>Deletes.</summary>
    public async Task DeleteAsync(string path)
    {
        using var response = await http.DeleteAsync(new Uri(path, UriKind.Relative));
        await SuccessAsync(response);
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body, options: JsonSerializerOptions.Web) };
        using var response = await http.SendAsync(request);
        return Parse(await SuccessAsync(response));
    }

    private static async Task<string> SuccessAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {text}");
        return text;
    }

    private static JsonNode Parse(string text) => text.Length == 0 ? new JsonObject() : JsonNode.Parse(text) ?? new JsonObject();
}
