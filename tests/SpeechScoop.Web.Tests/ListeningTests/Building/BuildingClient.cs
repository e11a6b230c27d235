using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Building;

/// <summary>An application and what its owner does with listening tests.</summary>
internal sealed class BuildingClient : IDisposable
{
    public ScoopApp App { get; } = new();

    public HttpClient Http { get; }

    public BuildingClient() => Http = App.OwnerClient();

    public void Dispose() => App.Dispose();

    /// <summary>A noise that is another for each seed.</summary>
    public static byte[] Noise(int seed, int rate = 16_000, double seconds = 0.6, int channels = 1)
    {
        var random = new SeededRandom(seed);
        var samples = new float[(int)(rate * seconds)];
        for (var i = 0; i < samples.Length; i++) samples[i] = (float)(0.2 * (random.NextDouble() - 0.5));
        return WavWriter.ToBytes(new AudioClip(rate, [.. Enumerable.Repeat(samples, channels)]));
    }

    /// <summary>A form with a design, a title, a table if any, and files.</summary>
    public static MultipartFormDataContent Form(string design, IEnumerable<(string Name, byte[] Audio)> files, string? csv = null, object? options = null, string title = "A test")
    {
        var form = new MultipartFormDataContent { { new StringContent(design), "design" }, { new StringContent(title), "title" } };
        if (options is not null) form.Add(new StringContent(JsonSerializer.Serialize(options)), "options");
        if (csv is not null) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "files", "table.csv");
        foreach (var (name, audio) in files) form.Add(new ByteArrayContent(audio), "files", name);
        return form;
    }

    /// <summary>Files of conditions and items, all there.</summary>
    public static IEnumerable<(string Name, byte[] Audio)> Folders(IReadOnlyList<string> conditions, int items = 2) =>
        conditions.SelectMany((condition, c) => Enumerable.Range(1, items).Select(item => ($"{condition}/item{item}.wav", Noise((c * 100) + item))));

    public async Task<JsonElement> FromFilesAsync(MultipartFormDataContent form) => await ReadAsync(await Http.PostAsync("/api/listening-tests/from-files", form), HttpStatusCode.Created);

    /// <summary>A prepared MUSHRA test of two systems and a reference.</summary>
    public async Task<string> PreparedAsync(string design = "mushra")
    {
        var id = (await FromFilesAsync(Form(design, Folders(["reference", "a", "b"])))).GetProperty("id").GetString()!;
        await PrepareAsync(id);
        return id;
    }

    /// <summary>Prepares and waits.</summary>
    public async Task<JsonElement> PrepareAsync(string id)
    {
        await ReadAsync(await Http.PostAsync($"/api/listening-tests/{id}/prepare", null), HttpStatusCode.Accepted);
        for (var i = 0; i < 600; i++)
        {
            var progress = await GetAsync($"/{id}/preparation");
            if (progress.GetProperty("state").GetString() is not ("queued" or "running")) return progress;
            await Task.Delay(50);
        }
        throw new TimeoutException("The preparation does not end.");
    }

    public async Task<JsonElement> GetAsync(string path = "") => await Http.GetFromJsonAsync<JsonElement>($"/api/listening-tests{path}");

    public async Task<JsonElement> PostAsync(string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await Http.PostAsJsonAsync($"/api/listening-tests{path}", body ?? new { }), expected);

    public async Task<JsonElement> PutAsync(string id, object definition, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await Http.PutAsJsonAsync($"/api/listening-tests/{id}", new { definition }), expected);

    /// <summary>The body, the status being as expected.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {text}");
        return text is "" ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
