using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Runs;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Runs;

/// <summary>What scripts do with datasets and runs, on the bench's small systems.</summary>
internal sealed class RunsClient(BenchApp app)
{
    private static readonly JsonSerializerOptions Json = MakeJson();

    public HttpClient Http => app.Http;

    public async Task<DatasetSummary> PromptsAsync(params string[] prompts) =>
        await PostAsync<DatasetSummary>("/api/datasets", new { name = $"prompts {Guid.CreateVersion7()}", text = string.Join('\n', prompts) });

    /// <summary>Recordings in each of which <c>bursts[i]</c> words are said.</summary>
    public async Task<DatasetSummary> RecordingsAsync(params int[] bursts)
    {
        var items = new List<object>();
        foreach (var (count, index) in bursts.Select((count, index) => (count, index)))
            items.Add(new { key = $"r{index}", text = string.Join(' ', BurstRecognizer.Numbers.Skip(1).Take(count)), clip = await UploadAsync(Bursts(count), $"r{index}.wav"), attributes = new { domain = "speech" } });
        return await PostAsync<DatasetSummary>("/api/datasets", new { name = $"recordings {Guid.CreateVersion7()}", items });
    }

    public async Task<string> UploadAsync(AudioClip clip, string name)
    {
        using var content = new ByteArrayContent(WavWriter.ToBytes(clip, WavFormat.Pcm16));
        var response = await Http.PostAsync($"/api/clips?name={name}", content);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sha256").GetString()!;
    }

    /// <summary>Bursts of sound of 0.2 s, 0.3 s apart.</summary>
    public static AudioClip Bursts(int count)
    {
        var samples = new float[(int)(16_000 * (0.3 + (count * 0.5)))];
        for (var burst = 0; burst < count; burst++)
            for (var i = 0; i < 3200; i++) samples[(int)(16_000 * (0.3 + (burst * 0.5))) + i] = i % 2 == 0 ? 0.5f : -0.5f;
        return new AudioClip(16_000, samples);
    }

    public Task<RunView> CreateAsync(object request) => PostAsync<RunView>("/api/runs", request);

    public async Task<RunView> ReadAsync(string id) => (await Http.GetFromJsonAsync<RunView>($"/api/runs/{id}", Json))!;

    public async Task<RunOutputPage> OutputsAsync(string id, string query = "") => (await Http.GetFromJsonAsync<RunOutputPage>($"/api/runs/{id}/outputs{query}", Json))!;

    public Task<RunView> EndOfAsync(string id) => UntilAsync(id, run => run.Status is RunStatus.Done or RunStatus.Cancelled);

    public async Task<RunView> UntilAsync(string id, Func<RunView, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var run = await ReadAsync(id);
            if (condition(run)) return run;
            await Task.Delay(20, limit.Token);
        }
    }

    public async Task<T> PostAsync<T>(string path, object? request = null)
    {
        var response = await Http.PostAsJsonAsync(path, request ?? new { });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<T>(Json))!;
    }

    public async Task<T> GetAsync<T>(string path) => (await Http.GetFromJsonAsync<T>(path, Json))!;

    /// <summary>Posts what must be refused.</summary>
    public Task<(HttpStatusCode Status, string Code, string Message)> RefusedAsync(string path, object request) => app.RefusedAsync(path, request);

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        SpeechScoopApp.ConfigureJson(options);
        return options;
    }
}
