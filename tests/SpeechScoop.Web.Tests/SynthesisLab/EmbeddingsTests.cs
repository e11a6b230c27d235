using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Audio.Embeddings;
using SpeechScoop.Storage;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.SynthesisLab.Embeddings;
using SpeechScoop.Web.Tests.Hosting;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.SynthesisLab;

/// <summary>What takes are compared with by embeddings: recordings of speakers, and reference sets.</summary>
public sealed class EmbeddingsTests : IAsyncDisposable
{
    private readonly ScoopApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<(HttpClient Http, string Run, string Recordings)> StoreAsync(string? attribute = "clone")
    {
        var http = app.OwnerClient();
        var (database, library) = (app.Services.GetRequiredService<Database>(), app.Services.GetRequiredService<ClipLibrary>());
        async Task<string> Add(Audio.AudioClip clip) => (await library.AddAsync(clip, "sound")).Value.Sha256;
        return (http, await SpokenRun.StoreAsync(database, Add, takes: 2, determinism: false, attribute: attribute), await SpokenRun.StoreRecordingsAsync(database, Add));
    }

    [Fact]
    public async Task Without_marks_or_an_embedder_or_recordings_the_answer_says_what_to_do()
    {
        var (http, run, _) = await StoreAsync(attribute: null);
        var unmarked = await http.GetFromJsonAsync<JsonElement>($"/api/synthesis-lab/{run}/cloning");
        Assert.Equal("marks", unmarked.GetProperty("missing").GetString());
        Assert.Contains("attribute clone", unmarked.GetProperty("reason").GetString(), StringComparison.Ordinal);

        var (_, marked, _) = await StoreAsync();
        var without = await http.GetFromJsonAsync<JsonElement>($"/api/synthesis-lab/{marked}/cloning");
        Assert.Equal("embedder", without.GetProperty("missing").GetString());
        Assert.Contains("models folder", without.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clones_stand_between_floor_and_ceiling_of_their_speakers_recordings()
    {
        app.Configure = services => services.AddSingleton<IEmbedders, SpeakerEmbedder>();
        var (http, run, recordings) = await StoreAsync();
        Assert.Equal("recordings", (await http.GetFromJsonAsync<JsonElement>($"/api/synthesis-lab/{run}/cloning")).GetProperty("missing").GetString());

        var found = await http.GetFromJsonAsync<JsonElement>($"/api/synthesis-lab/{run}/cloning?dataset={recordings}");
        Assert.Equal("nothing", found.GetProperty("missing").GetString());
        var calibration = found.GetProperty("calibration");
        Assert.True(calibration.GetProperty("ceiling").GetDouble() > calibration.GetProperty("floor").GetDouble());
        Assert.Equal((3, 6, 0), (calibration.GetProperty("speakers").GetInt32(), calibration.GetProperty("recordings").GetInt32(), calibration.GetProperty("equalErrorRate").GetDouble()));
        Assert.Equal(3, found.GetProperty("conditions").GetArrayLength());
        // One take of 24 has no audio.
        Assert.Equal(23, found.GetProperty("takes").GetInt32());
        var gap = found.GetProperty("conditions")[0];
        Assert.Equal(gap.GetProperty("inDomain").GetProperty("value").GetDouble() - gap.GetProperty("outOfDomain").GetProperty("value").GetDouble(), gap.GetProperty("gap").GetProperty("value").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task A_set_lies_near_itself_and_far_from_other_sounds()
    {
        var (http, run, recordings) = await StoreAsync(attribute: null);
        var found = await http.GetFromJsonAsync<JsonElement>($"/api/synthesis-lab/{run}/distances?dataset={recordings}");
        Assert.Equal(("log-mel-stats-1", 6), (found.GetProperty("embedder").GetString(), found.GetProperty("recordings").GetInt32()));
        Assert.All(found.GetProperty("conditions").EnumerateArray(), row =>
        {
            Assert.True(row.GetProperty("distance").GetDouble() > 1);
            Assert.True(row.GetProperty("distance").GetDouble() >= row.GetProperty("low").GetDouble());
            Assert.Contains(row.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.Contains("covariance is singular", StringComparison.Ordinal));
            Assert.NotNull(row.GetProperty("infinityProblem").GetString());
        });
    }

    [Fact]
    public async Task What_cannot_be_a_reference_is_named()
    {
        var (http, run, _) = await StoreAsync();
        Assert.Equal("dataset-missing", (await BenchApp.ProblemAsync(await http.GetAsync($"/api/synthesis-lab/{run}/distances"))).Code);
        Assert.Equal("dataset-not-found", (await BenchApp.ProblemAsync(await http.GetAsync($"/api/synthesis-lab/{run}/distances?dataset=nowhere"))).Code);
        Assert.Equal("embedder-not-found", (await BenchApp.ProblemAsync(await http.GetAsync($"/api/synthesis-lab/{run}/distances?dataset=nowhere&embedder=nobody"))).Code);
        var prompts = (await http.GetFromJsonAsync<JsonElement>("/api/datasets")).EnumerateArray().First(dataset => dataset.GetProperty("kind").GetString() == "prompts").GetProperty("id").GetString();
        Assert.Equal("dataset-without-audio", (await BenchApp.ProblemAsync(await http.GetAsync($"/api/synthesis-lab/{run}/distances?dataset={prompts}"))).Code);
        Assert.Equal("log-mel-stats", (await http.GetFromJsonAsync<JsonElement>("/api/synthesis-lab/embedders"))[0].GetProperty("id").GetString());
    }

    /// <summary>Takes the built-in embedding for one that tells voices apart.</summary>
    private sealed class SpeakerEmbedder : IEmbedders
    {
        public IReadOnlyList<EmbedderChoice> All => [new("voices", "Voices", "speaker")];

        public Task<Result<IEmbedder>> LoadAsync(string id, CancellationToken cancellation) => Task.FromResult(Result<IEmbedder>.Ok(LogMelStatistics.Instance));
    }
}
