using System.Net;
using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Runs;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Runs;

public sealed class RunImportTests : IAsyncDisposable
{
    private readonly BenchApp app = new();

    private RunsClient Client => new(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Folders_of_takes_become_a_run_that_is_measured_like_any_other()
    {
        var dataset = await Client.PromptsAsync("one", "one two");
        using var form = Form(dataset.Id, ("voices/Alto/p001.take 1.wav", 1), ("voices/Alto/p001.take 2.wav", 2), ("voices/Alto/p002.take 1.wav", 2), ("voices/Alto/p002.take 2.wav", 2));
        form.Add(new StringContent("ears-patient"), "recognizer");
        var run = await CreatedAsync(form);
        Assert.Equal((true, RunKind.Synthesis, 2, 4), (run.Imported, run.Kind, run.Plan.Takes, run.Progress.Total));

        var done = await Client.EndOfAsync(run.Id);

        Assert.Equal((4, 4, "Alto", null), (done.Progress.Done, done.Progress.Measured, done.Conditions[0].System.Title, done.Environment));
        var outputs = (await Client.OutputsAsync(run.Id)).Outputs;
        Assert.Equal([0.0, 1, 0, 0], outputs.Select(output => output.Measurements["wer"]));
        Assert.Equal("one two", outputs[1].Text);
    }

    [Fact]
    public async Task Unmatched_doubled_and_missing_files_are_all_named_and_nothing_is_stored()
    {
        var dataset = await Client.PromptsAsync("one", "two");
        using var form = Form(dataset.Id, ("a/p001.wav", 1), ("x/a/p001.wav", 1), ("a/p9.wav", 1));
        var response = await Client.Http.PostAsync("/api/runs/import", form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problems = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("place").GetString()).ToArray();
        Assert.Equal(["a/p9.wav", "x/a/p001.wav", "p002"], problems);
        Assert.Empty(await Client.GetAsync<RunView[]>("/api/runs"));
    }

    [Fact]
    public async Task Missing_files_may_count_as_failures()
    {
        var dataset = await Client.PromptsAsync("one", "two");
        using var form = Form(dataset.Id, ("p001.wav", 1));
        form.Add(new StringContent("Vendor, large"), "system");
        form.Add(new StringContent("true"), "allowMissing");
        var run = await Client.EndOfAsync((await CreatedAsync(form)).Id);
        Assert.Equal((RunStatus.Done, 1, 1), (run.Status, run.Progress.Done, run.Progress.Failed));
        Assert.Equal("import:Vendor-large", run.Plan.Conditions[0].SystemId);
        var (_, code, _) = await Client.RefusedAsync($"/api/runs/{run.Id}/retry", new { });
        Assert.Equal("run-imported", code);
    }

    [Fact]
    public async Task Transcripts_are_sent_where_they_belong()
    {
        var dataset = await Client.RecordingsAsync(2);
        var (_, code, message) = await Client.RefusedAsync("/api/runs/import", new { dataset = dataset.Name, kind = "recognition" });
        Assert.Equal("import-kind", code);
        Assert.Contains("/api/runs/import-hypotheses", message);
        using var form = Form(dataset.Id);
        form.Add(new StringContent("key,text\nr0,one two\n"), "file", "Vendor.csv");
        var answer = await (await Client.Http.PostAsync("/api/runs/import", form)).Content.ReadAsStringAsync();
        Assert.Contains("Vendor.csv", answer, StringComparison.Ordinal);
        Assert.Contains("import hypotheses", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_values_in_another_encoding_is_refused_with_its_line()
    {
        var dataset = await Client.PromptsAsync("one");
        var run = await Client.EndOfAsync((await Client.CreateAsync(new { dataset = dataset.Id, kind = "synthesis", plan = new { conditions = new[] { new { systemId = "voice-low" } } } })).Id);
        using var body = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes("output,pesq\nM\u00fcller,1"));
        Assert.Contains("pesq.csv, line 2: The byte 0xFC is not UTF-8", await (await Client.Http.PostAsync($"/api/runs/{run.Id}/measurements?name=pesq.csv", body)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_exported_as_a_table_and_as_json_lines()
    {
        var dataset = await Client.RecordingsAsync(2);
        var run = await Client.CreateAsync(new { dataset = dataset.Id, kind = "recognition", plan = new { conditions = new[] { new { systemId = "ears-streaming" } } } });
        await Client.EndOfAsync(run.Id);
        var csv = (await Client.Http.GetStringAsync($"/api/runs/{run.Id}/export")).Split("\r\n");
        Assert.StartsWith("output,key,system,", csv[0], StringComparison.Ordinal);
        Assert.Contains("wer,wer.recipe,attribute.domain", csv[0]);
        Assert.Contains(",one two,", csv[1]);
        var line = JsonDocument.Parse(await Client.Http.GetStringAsync($"/api/runs/{run.Id}/export?format=jsonl")).RootElement;
        Assert.Equal((0.0, "speech"), (line.GetProperty("measurements").GetProperty("wer").GetProperty("value").GetDouble(), line.GetProperty("attributes").GetProperty("domain").GetString()));
    }

    private static MultipartFormDataContent Form(string dataset, params (string Path, int Words)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(dataset), "dataset" } };
        foreach (var (path, words) in files) form.Add(new ByteArrayContent(WavWriter.ToBytes(RunsClient.Bursts(words), WavFormat.Pcm16)), "file", path);
        return form;
    }

    private async Task<RunView> CreatedAsync(MultipartFormDataContent form)
    {
        var response = await Client.Http.PostAsync("/api/runs/import", form);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await Client.ReadAsync(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task Values_of_another_program_join_the_measurements_of_a_run()
    {
        var dataset = await Client.PromptsAsync("one two", "three");
        var run = await Client.EndOfAsync((await Client.CreateAsync(new { dataset = dataset.Id, kind = "synthesis", plan = new { conditions = new[] { new { systemId = "voice-low" } } } })).Id);
        var export = await Client.Http.GetStringAsync($"/api/runs/{run.Id}/export?format=csv");
        var lines = export.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using var body = new StringContent(string.Join('\n', [lines[0] + ",pesq-wb", .. lines.Skip(1).Select((line, i) => $"{line},{i + 1}.5")]));
        var response = await Client.Http.PostAsync($"/api/runs/{run.Id}/measurements?name=pesq.csv", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var outputs = (await Client.OutputsAsync(run.Id)).Outputs;
        Assert.Equal([1.5, 2.5], outputs.Select(output => output.Measurements["external/pesq-wb"]));
        Assert.Contains("pesq.csv", await Client.Http.GetStringAsync($"/api/runs/{run.Id}/export?format=csv"), StringComparison.Ordinal);
        using var wrong = new StringContent("output,pesq\nnobody,1");
        Assert.Contains("matches no finished output", await (await Client.Http.PostAsync($"/api/runs/{run.Id}/measurements", wrong)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("external/pesq-wb", await Client.Http.GetStringAsync($"/api/synthesis-lab/{run.Id}"), StringComparison.Ordinal);
    }
}
