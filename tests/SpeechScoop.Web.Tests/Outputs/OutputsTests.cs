using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Outputs;

public sealed class OutputsTests
{
    [Fact]
    public async Task A_kept_result_is_found_again_with_its_audio_and_can_be_let_go()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("synthesis", new { text = "find me <i>again</i>", systems = new[] { new { system = "voice-low", seed = 7 } }, blind = false });
        await app.EndOfAsync(trial.Id);
        var kept = await app.PostAsync($"/api/live/trials/{trial.Id}/stimuli/A/keep", new { kept = true });
        Assert.True(kept.Stimuli[0].Kept);
        var item = Assert.Single(await ListAsync(app, "?kept=true&search=FIND ME <i>"));
        Assert.Equal("find me <i>again</i>", item.GetProperty("prompt").GetString());
        Assert.Equal(("voice-low", "Title of voice-low"), (item.GetProperty("system").GetProperty("id").GetString(), item.GetProperty("system").GetProperty("title").GetString()));
        Assert.Equal(7, item.GetProperty("settings").GetProperty("seed").GetInt32());
        var id = item.GetProperty("id").GetString();
        Assert.Equal("audio/wav", (await app.Http.GetAsync($"/api/outputs/{id}/audio")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(10, (await app.Http.GetFromJsonAsync<JsonElement>($"/api/outputs/{id}/peaks?count=10")).GetProperty("max").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await app.Http.DeleteAsync($"/api/outputs/{id}/keep")).StatusCode);
        Assert.Empty(await ListAsync(app, "?kept=true"));
        Assert.Single(await ListAsync(app, "?kind=synthesizer&system=voice-low"));
        Assert.Empty(await ListAsync(app, "?kind=recognizer"));
        Assert.Equal("unknown-kind", (await BenchApp.ProblemAsync(await app.Http.GetAsync("/api/outputs?kind=choir"))).Code);
    }

    [Fact]
    public async Task A_result_that_was_let_go_can_be_kept_again()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("synthesis", new { text = "keep me", systems = new[] { new { system = "voice-low" } }, blind = false });
        var id = (await app.EndOfAsync(trial.Id)).Stimuli[0].OutputId;
        var kept = await app.Http.PutAsJsonAsync($"/api/outputs/{id}/keep", new { });
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.True((await kept.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("kept").GetBoolean());
        Assert.Single(await ListAsync(app, "?kept=true"));
        Assert.Equal("output-not-found", (await BenchApp.ProblemAsync(await app.Http.PutAsJsonAsync("/api/outputs/none/keep", new { }))).Code);
    }

    [Fact]
    public async Task Outputs_of_a_blind_trial_stay_out_of_sight_until_the_reveal()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("synthesis", new { text = "hidden", systems = new[] { new { system = "voice-low" } }, blind = true });
        var output = (await app.EndOfAsync(trial.Id)).Stimuli[0].OutputId;
        Assert.Empty(await ListAsync(app, ""));
        foreach (var path in new[] { "", "/audio", "/peaks" })
            Assert.Equal("output-not-found", (await BenchApp.ProblemAsync(await app.Http.GetAsync($"/api/outputs/{output}{path}"))).Code);
        await app.PostAsync($"/api/live/trials/{trial.Id}/reveal");
        Assert.Single(await ListAsync(app, ""));
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync($"/api/outputs/{output}/audio")).StatusCode);
    }

    [Fact]
    public async Task Pages_are_followed_by_next()
    {
        await using var app = new BenchApp();
        for (var i = 0; i < 3; i++)
            await app.EndOfAsync((await app.StartAsync("synthesis", new { text = $"number {i}", systems = new[] { new { system = "voice-low" } }, blind = false })).Id);
        var first = await app.Http.GetFromJsonAsync<JsonElement>("/api/outputs?limit=2");
        var second = await app.Http.GetFromJsonAsync<JsonElement>($"/api/outputs?limit=2&before={first.GetProperty("next").GetString()}");
        Assert.Equal(["number 2", "number 1"], first.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("prompt").GetString()));
        Assert.Equal(["number 0"], second.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("prompt").GetString()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    private static async Task<JsonElement[]> ListAsync(BenchApp app, string query) =>
        [.. (await app.Http.GetFromJsonAsync<JsonElement>($"/api/outputs{query}")).GetProperty("items").EnumerateArray()];
}
