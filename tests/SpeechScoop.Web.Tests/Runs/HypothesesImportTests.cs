using System.Net;
using System.Text.Json;
using SpeechScoop.Web.Runs;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Runs;

public sealed class HypothesesImportTests : IAsyncDisposable
{
    private readonly BenchApp app = new();

    private RunsClient Client => new(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_vendors_file_is_shown_before_it_is_stored_and_then_scored()
    {
        var dataset = await Client.RecordingsAsync(2, 3);
        var preview = await PostAsync(dataset.Id, ("preview", "true"), ("vendor.trn", "one two (r0)\none too three (r1)\n"));
        Assert.Equal((2, 0, 0), (preview.GetProperty("matched").GetInt32(), preview.GetProperty("missing").GetInt32(), preview.GetProperty("unmatched").GetInt32()));
        Assert.Equal("trn", preview.GetProperty("formats")[0].GetString());
        Assert.Equal("vendor", preview.GetProperty("systems")[0].GetString());
        Assert.Equal("one too three", preview.GetProperty("first")[1].GetProperty("hypothesis").GetString());
        Assert.Empty(await Client.GetAsync<RunView[]>("/api/runs"));

        var run = await PostAsync(dataset.Id, ("system", "Vendor A"), ("vendor.trn", "one two (r0)\none too three (r1)\n"));
        var done = await Client.EndOfAsync(run.GetProperty("id").GetString()!);
        Assert.Equal("import:Vendor-A", done.Plan.Conditions[0].SystemId);
        var outputs = (await Client.OutputsAsync(done.Id)).Outputs;
        Assert.Equal([0.0, 1.0 / 3], outputs.Select(output => output.Measurements["wer"]));
        var summary = await Client.GetAsync<JsonElement>($"/api/runs/{done.Id}/summary");
        Assert.Equal((1, 5), (summary[0].GetProperty("metrics").GetProperty("wer").GetProperty("errors").GetInt32(), summary[0].GetProperty("metrics").GetProperty("wer").GetProperty("referenceLength").GetInt32()));
    }

    [Fact]
    public async Task Problems_are_named_and_nothing_is_stored()
    {
        var dataset = await Client.RecordingsAsync(2, 3);
        var preview = await PostAsync(dataset.Id, ("preview", "true"), ("v.trn", "one (R0)\nno id\n"));
        var problems = preview.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("place").GetString()).ToArray();
        Assert.Contains("v.trn, line 2", problems);
        using var form = Form(dataset.Id, ("v.trn", "one (r0)\ntwo (R1)\n"));
        var response = await Client.Http.PostAsync("/api/runs/import-hypotheses", form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains("r1", body.GetProperty("problems").ToString(), StringComparison.Ordinal);
        Assert.Empty(await Client.GetAsync<RunView[]>("/api/runs"));
    }

    [Fact]
    public async Task Folders_name_systems_and_responses_of_vendors_are_read_one_a_recording()
    {
        var dataset = await Client.RecordingsAsync(2);
        var preview = await PostAsync(dataset.Id, ("preview", "true"), ("A/r0.json", "{\"text\": \"one two\"}"), ("B/r0.json", "{\"results\": {\"channels\": [{\"alternatives\": [{\"transcript\": \"one\", \"words\": [{\"word\": \"one\", \"start\": 0, \"end\": 1}]}]}]}}"));
        Assert.Equal(["A", "B"], preview.GetProperty("systems").EnumerateArray().Select(system => system.GetString()));
        Assert.Equal(["deepgram", "openai"], preview.GetProperty("formats").EnumerateArray().Select(format => format.GetString()));
        Assert.Equal(1, preview.GetProperty("first")[1].GetProperty("timedWords").GetInt32());
        var nameless = await PostAsync(dataset.Id, ("preview", "true"), ("r0.json", "{\"text\": \"one two\"}"));
        Assert.Contains("names no system", nameless.GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_vendors_holds_a_table_of_each_and_parts_of_one_system_stay_together()
    {
        var dataset = await Client.RecordingsAsync(2, 3);
        const string Table = "key,text\nr0,one two\nr1,one\n";
        var both = await PostAsync(dataset.Id, ("preview", "true"), ("vendors/bolt.csv", Table), ("vendors/cirrus.csv", Table));
        AssertSystems(both, "bolt", "cirrus");
        var mixed = await PostAsync(dataset.Id, ("preview", "true"), ("vendors/bolt.csv", Table), ("vendors/acme/r0.json", "{\"text\": \"one\"}"), ("vendors/acme/r1.json", "{\"text\": \"one\"}"));
        AssertSystems(mixed, "acme", "bolt");
        var parts = await PostAsync(dataset.Id, ("preview", "true"), ("bolt/part1.csv", "key,text\nr0,one two\n"), ("bolt/part2.csv", "key,text\nr1,one\n"));
        AssertSystems(parts, "bolt");

        static void AssertSystems(JsonElement preview, params string[] systems)
        {
            Assert.Equal(systems, preview.GetProperty("systems").EnumerateArray().Select(system => system.GetString()!).Order(StringComparer.Ordinal));
            Assert.Empty(preview.GetProperty("problems").EnumerateArray());
        }
    }

    private async Task<JsonElement> PostAsync(string dataset, params (string Name, string Text)[] parts)
    {
        using var form = Form(dataset, parts);
        var response = await Client.Http.PostAsync("/api/runs/import-hypotheses", form);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static MultipartFormDataContent Form(string dataset, params (string Name, string Text)[] parts)
    {
        var form = new MultipartFormDataContent { { new StringContent(dataset), "dataset" } };
        foreach (var (name, text) in parts)
        {
            if (name.Contains('.', StringComparison.Ordinal)) form.Add(new StringContent(text), "files", name);
            else form.Add(new StringContent(text), name);
        }
        return form;
    }
}
