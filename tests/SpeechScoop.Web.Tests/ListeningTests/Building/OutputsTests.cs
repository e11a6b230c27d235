using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.ListeningTests.Building;

public sealed class OutputsTests
{
    [Fact]
    public async Task Outputs_of_open_trials_become_a_test_that_carries_their_provenance()
    {
        await using var app = new BenchApp();
        await SpeakAsync(app, "hello there", blind: false);
        await SpeakAsync(app, "kept from sight", blind: true);
        var kind = Assert.Single((await app.Http.GetFromJsonAsync<JsonElement>("/api/listening-tests/outputs")).GetProperty("kinds").EnumerateArray());
        var item = Assert.Single(kind.GetProperty("items").EnumerateArray());
        var condition = Assert.Single(kind.GetProperty("conditions").EnumerateArray());
        Assert.Equal(("hello there", "Title of voice-low"), (item.GetProperty("title").GetString(), condition.GetProperty("title").GetString()));

        var test = await BuildingClient.ReadAsync(await PostAsync(app, [condition.GetProperty("id").GetString()!], [item.GetProperty("id").GetString()!]), HttpStatusCode.Created);
        var stimulus = test.GetProperty("definition").GetProperty("sections").EnumerateArray().Last().GetProperty("trials")[0].GetProperty("stimuli")[0];
        Assert.Equal("hello there", stimulus.GetProperty("transcript").GetString());
        var provenance = stimulus.GetProperty("provenance");
        Assert.Equal(("voice-low", 7), (provenance.GetProperty("systemId").GetString(), provenance.GetProperty("seed").GetInt32()));
        Assert.False(string.IsNullOrEmpty(provenance.GetProperty("outputId").GetString()));
    }

    [Fact]
    public async Task What_is_not_among_the_outputs_cannot_be_asked_for()
    {
        await using var app = new BenchApp();
        await SpeakAsync(app, "hello", blind: false);
        Assert.Equal("output-condition-unknown", (await BenchApp.ProblemAsync(await PostAsync(app, ["nobody"], ["hello"]))).Code);
        Assert.Equal("output-item-unknown", (await BenchApp.ProblemAsync(await PostAsync(app, ["voice-low"], ["nothing"]))).Code);
        Assert.Equal("material-empty", (await BenchApp.ProblemAsync(await PostAsync(app, ["voice-low"], []))).Code);
    }

    private static async Task SpeakAsync(BenchApp app, string text, bool blind) =>
        await app.EndOfAsync((await app.StartAsync("synthesis", new { text, systems = new[] { new { system = "voice-low", seed = 7 } }, blind })).Id);

    private static Task<HttpResponseMessage> PostAsync(BenchApp app, string[] conditions, string[] items) =>
        app.Http.PostAsJsonAsync("/api/listening-tests/from-outputs", new { kind = "synthesizer", design = "acr", options = new { title = "Voices" }, conditions, items });
}
