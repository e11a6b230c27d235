using System.Text.Json.Nodes;
using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Browser.Tests.Hosting;
using SpeechScoop.Storage;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Browser.Tests.ListeningTests;

/// <summary>Makes listening tests as their owner does over HTTP: uploads, prepares, publishes, and gives the path of a link.</summary>
internal sealed class TestMaker(ServerProcess server) : IDisposable
{
    private const double Seconds = 1.2;

    private readonly Api api = new(server);

    /// <summary>The last test made.</summary>
    public string Id { get; private set; } = "";

    /// <summary>A published test of these sections.</summary>
    /// <returns>The path of its link.</returns>
    public async Task<string> PublishAsync(IReadOnlyList<object> sections, string language = "en", object? finish = null, string title = "Three codecs at 6 kbit/s")
    {
        var test = await api.PostAsync("/api/listening-tests", new
        {
            definition = new
            {
                title, language, seed = 5, sections, finish = finish ?? new { message = "", completionCode = "C0DE-42" },
                conditions = new object[]
                {
                    new { id = "reference", title = "Reference", role = "reference" }, new { id = "a", title = "Codec a" }, new { id = "b", title = "Codec b" },
                },
                preparation = new { anchor35 = true, anchor70 = true },
            },
        });
        Id = (string)test["id"]!;
        await api.PostAsync($"/api/listening-tests/{Id}/prepare", new { });
        await api.UntilAsync($"/api/listening-tests/{Id}/preparation", preparation => (string?)preparation["state"] is not ("queued" or "running"));
        await api.PostAsync($"/api/listening-tests/{Id}/publish", new { });
        return (string)(await api.PostAsync($"/api/listening-tests/{Id}/links", new { label = "browser" }))["path"]!;
    }

    /// <summary>Trials of one design with audio of their own.</summary>
    public async Task<object> TrialsAsync(string design, int count = 1, bool training = false, object? options = null, object? scales = null)
    {
        var trials = new List<object>();
        for (var i = 0; i < count; i++)
        {
            var stimuli = new List<object>();
            if (design is "mushra" or "bs1116" or "dcr") stimuli.Add(await StimulusAsync("reference", "reference", 100 + i));
            stimuli.Add(await StimulusAsync("a", "system", 200 + i));
            if (design is not ("acr" or "dcr" or "p835" or "transcription" or "bs1116")) stimuli.Add(await StimulusAsync("b", "system", 300 + i));
            trials.Add(new { id = $"{design}{(training ? "-practice" : "")}-{i}", design, item = $"item{i}", stimuli, options = options ?? new { }, scales = scales ?? Array.Empty<object>() });
        }
        return new { kind = "trials", training, order = "fixed", trials };
    }

    /// <summary>A further link of the last test.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> LinkAsync(object link) => (string)(await api.PostAsync($"/api/listening-tests/{Id}/links", link))["path"]!;

    /// <summary>A link of the last test that ended long ago. The API makes none.</summary>
    public async Task<string> ExpiredLinkAsync()
    {
        using var database = Database.Open(new(server.DataPath)).Value;
        var token = $"expired-link-of-the-test-{Id}";
        Assert.Null((await new ListeningLinkStore(database).CreateAsync(new() { Token = token, TestId = Id, CreatedAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.UnixEpoch })).Error);
        return $"/listen/{token}";
    }

    /// <summary>Takes a link back.</summary>
    /// <param name="path">As <see cref="LinkAsync"/> gave it.</param>
    public Task RevokeAsync(string path) => api.DeleteAsync($"/api/listening-tests/{Id}/links/{path.Split('/')[^1]}");

    /// <summary>Takes no rating any more.</summary>
    public Task CloseAsync() => api.PostAsync($"/api/listening-tests/{Id}/close", new { });

    /// <summary>Ratings that count, one a stimulus and scale, in the order of the export.</summary>
    public async Task<IReadOnlyList<JsonNode>> RatingsAsync()
    {
        var (text, _) = await api.TextAsync($"/api/listening-tests/{Id}/export/ratings.jsonl");
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    public void Dispose() => api.Dispose();

    private async Task<object> StimulusAsync(string condition, string role, int seed) => new { id = condition, condition, role, source = await api.UploadAsync(Sound(seed)), transcript = "a tone" };

    /// <summary>A tone that comes and goes, in noise: another for each seed.</summary>
    private static byte[] Sound(int seed)
    {
        const int Rate = 16_000;
        var random = new SeededRandom(seed);
        var samples = new float[(int)(Rate * Seconds)];
        for (var n = 0; n < samples.Length; n++)
        {
            var envelope = 0.5 - (0.5 * Math.Cos(2 * Math.PI * n / (Rate * Seconds / 3)));
            samples[n] = (float)((0.2 * envelope * Math.Sin(2 * Math.PI * (200 + (37 * (seed % 7))) * n / Rate)) + (0.05 * envelope * (random.NextDouble() - 0.5)));
        }
        return WavWriter.ToBytes(new AudioClip(Rate, [samples]));
    }
}
