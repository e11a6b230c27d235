using System.Net;
using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Web.Tests.Live.Bench;
using SpeechScoop.Web.Tests.Runs;

namespace SpeechScoop.Web.Tests.SynthesisLab;

/// <summary>Takes that were made elsewhere are looked into like any others.</summary>
public sealed class ImportedTakesTests : IAsyncDisposable
{
    private readonly BenchApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Folders_of_takes_have_failures_and_spread_but_no_determinism_and_no_speed()
    {
        var client = new RunsClient(app);
        var dataset = await client.PromptsAsync("one two", "one two three");
        using var form = new MultipartFormDataContent { { new StringContent(dataset.Id), "dataset" }, { new StringContent("ears-patient"), "recognizer" } };
        foreach (var (path, words) in ((string, int)[])[("Alto/p001.take 1.wav", 2), ("Alto/p001.take 2.wav", 1), ("Alto/p002.take 1.wav", 3), ("Alto/p002.take 2.wav", 1)])
            form.Add(new ByteArrayContent(WavWriter.ToBytes(RunsClient.Bursts(words), WavFormat.Pcm16)), "file", path);
        var response = await app.Http.PostAsync("/api/runs/import", form);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var id = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await client.EndOfAsync(id);

        var view = await client.GetAsync<JsonElement>($"/api/synthesis-lab/{id}");
        Assert.True(view.GetProperty("run").GetProperty("imported").GetBoolean());
        Assert.Equal(2, view.GetProperty("run").GetProperty("takes").GetInt32());
        Assert.Equal("Alto", view.GetProperty("conditions")[0].GetProperty("title").GetString());
        var analysis = view.GetProperty("analysis");
        Assert.Equal((4, 0, 0, 0), (analysis.GetProperty("takes").GetInt32(), analysis.GetProperty("repetitions").GetInt32(), analysis.GetProperty("determinism").GetArrayLength(), analysis.GetProperty("speed").GetArrayLength()));
        // Two words of three are missing in one take; one word of two is not enough to call it truncated.
        Assert.Equal(1, analysis.GetProperty("failures")[0].GetProperty("all").GetProperty("failed").GetInt32());
        var spread = analysis.GetProperty("spread").EnumerateArray().Single(row => row.GetProperty("metric").GetString() == "wer");
        Assert.True(spread.GetProperty("within").GetProperty("value").GetDouble() > 0);
    }
}
