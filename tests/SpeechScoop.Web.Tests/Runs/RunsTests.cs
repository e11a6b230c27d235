using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using SpeechScoop.Audio.Files;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Datasets;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Runs;
using SpeechScoop.Web.Tests.Hosting;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Runs;

public sealed class RunsTests : IAsyncDisposable
{
    private readonly BenchApp app = new();

    private RunsClient Client => new(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_recognition_run_writes_down_scores_and_times_every_recording()
    {
        var dataset = await Client.RecordingsAsync(1, 3, 2);
        var run = await Client.CreateAsync(new { dataset = dataset.Name, kind = "recognition", plan = new { conditions = new object[] { new { systemId = "ears-streaming", settings = new { stream = true } }, new { systemId = "ears-patient" } } } });
        Assert.Equal((6, dataset.Id, 3), (run.Progress.Total, run.Dataset.Id, run.Dataset.Items));

        var done = await Client.EndOfAsync(run.Id);

        Assert.Equal(new RunProgress(6, 0, 0, 6, 0, 0, 6), done.Progress);
        Assert.Equal(Environment.ProcessorCount, done.Environment!.Cores);
        Assert.NotNull(done.SecondsPerOutput);
        var page = await Client.OutputsAsync(run.Id, "?condition=1&sort=-wer");
        Assert.Equal(3, page.Total);
        Assert.All(page.Outputs, output => Assert.Equal((output.Item.Text, 1, 0.0), (output.Text, output.Condition, output.Measurements["wer"])));
        Assert.All(page.Outputs, output => Assert.True(output is { AudioSeconds: > 0, ProcessingSeconds: > 0, FirstResultSeconds: > 0, Item.HasAudio: true }));
        var summary = await Client.GetAsync<ConditionSummaryView[]>($"/api/runs/{run.Id}/summary");
        Assert.Equal([0, 1], summary.Select(condition => condition.Condition));
        Assert.Equal((3, 0.0, 6L), (summary[0].Done, summary[0].Metrics["wer"].Value, summary[0].Metrics["wer"].ReferenceLength));
    }

    [Fact]
    public async Task A_synthesis_run_speaks_takes_and_has_them_written_down()
    {
        var dataset = await Client.PromptsAsync("one two", "three");
        var run = await Client.CreateAsync(new
        {
            dataset = dataset.Id,
            kind = "synthesis",
            seed = 5,
            plan = new { conditions = new object[] { new { systemId = "voice-low", settings = new { temperature = 0.5 } }, new { systemId = "voice-low" } }, takes = 2, metrics = new[] { "stoi" }, recognizer = "ears-patient" },
        });
        var done = await Client.EndOfAsync(run.Id);
        Assert.Equal(new RunProgress(8, 0, 0, 8, 0, 0, 8), done.Progress);
        Assert.Equal(["temperature 0.5"], done.Conditions[0].Phrases);
        var outputs = (await Client.OutputsAsync(run.Id)).Outputs;
        Assert.All(outputs, output => Assert.True(output is { HasAudio: true, FirstResultSeconds: >= 0, Text: not null }));
        Assert.All(outputs, output => Assert.True(output.Measurements.ContainsKey("wer") && output.Measurements.ContainsKey("cer")));
        // STOI compares with a reference, which a prompt does not have.
        Assert.All(outputs, output => Assert.Contains("reference", output.NotMeasured["stoi"]));
        // Conditions share seeds; takes and items do not.
        Assert.Equal(outputs[0].Seed, outputs[2].Seed);
        Assert.Equal(4, outputs.Select(output => output.Seed).Distinct().Count());
        using var audio = await app.Http.GetAsync($"/api/outputs/{outputs[0].Id}/audio");
        Assert.Equal("audio/wav", audio.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_reconstruction_run_measures_against_the_original_with_packs_and_baselines()
    {
        var dataset = await Client.RecordingsAsync(4);
        var run = await Client.CreateAsync(new
        {
            dataset = dataset.Id,
            kind = "reconstruction",
            plan = new { conditions = new object[] { new { systemId = "codec-steps", settings = new { codebooks = 2 } }, new { systemId = "baseline/mu-law", settings = new { bits = 8 } } }, metrics = new[] { "stoi" } },
        });
        var done = await Client.EndOfAsync(run.Id);
        Assert.Equal(2, done.Progress.Done);
        var outputs = (await Client.OutputsAsync(run.Id)).Outputs;
        Assert.All(outputs, output => Assert.True(output.HasAudio && (output.Measurements.ContainsKey("stoi") || output.NotMeasured.ContainsKey("stoi"))));
        Assert.Equal(800, outputs[0].BitRate);
    }

    [Fact]
    public async Task A_failure_is_a_row_with_a_sentence_and_can_be_tried_again()
    {
        var dataset = await Client.PromptsAsync("fine", "this is unspeakable");
        var run = await Client.CreateAsync(new { dataset = dataset.Id, kind = "synthesis", plan = new { conditions = new[] { new { systemId = "voice-low" } } } });
        var done = await Client.EndOfAsync(run.Id);
        Assert.Equal((RunStatus.Done, 1, 1), (done.Status, done.Progress.Done, done.Progress.Failed));
        var failed = Assert.Single((await Client.OutputsAsync(run.Id, "?status=failed")).Outputs);
        Assert.Equal((false, 1), (failed.HasAudio, failed.Attempts));
        Assert.EndsWith(".", failed.Error, StringComparison.Ordinal);

        await Client.PostAsync<RunView>($"/api/runs/{run.Id}/retry");
        Assert.Equal(1, (await Client.EndOfAsync(run.Id)).Progress.Failed);
        var (status, code, _) = await Client.RefusedAsync($"/api/runs/{run.Id}/pause", new { });
        Assert.Equal((HttpStatusCode.Conflict, "run-status"), (status, code));
    }

    [Fact]
    public async Task A_run_is_paused_resumed_and_cancelled_and_what_was_done_stays()
    {
        var dataset = await Client.PromptsAsync([.. Enumerable.Range(0, 50).Select(i => $"prompt {i}")]);
        app.Catalog.Low.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = await Client.CreateAsync(new { dataset = dataset.Id, kind = "synthesis", plan = new { conditions = new[] { new { systemId = "voice-low" } }, concurrency = 1 } });
        await Client.UntilAsync(run.Id, now => now.Progress.Running == 1);
        Assert.Equal(RunStatus.Paused, (await Client.PostAsync<RunView>($"/api/runs/{run.Id}/pause")).Status);
        app.Catalog.Low.Hold.SetResult();
        // What was in the making is finished, nothing else is begun.
        var paused = await Client.UntilAsync(run.Id, now => now.Progress.Running == 0);
        Assert.Equal((RunStatus.Paused, 1, 49), (paused.Status, paused.Progress.Done, paused.Progress.Queued));

        app.Catalog.Low.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Client.PostAsync<RunView>($"/api/runs/{run.Id}/resume");
        await Client.UntilAsync(run.Id, now => now.Progress.Running == 1);
        var (_, code, _) = await BenchApp.ProblemAsync(await app.Http.DeleteAsync($"/api/runs/{run.Id}"));
        Assert.Equal("run-running", code);
        var cancelled = await Client.PostAsync<RunView>($"/api/runs/{run.Id}/cancel");
        Assert.Equal((RunStatus.Cancelled, 1, 49), (cancelled.Status, cancelled.Progress.Done, cancelled.Progress.Cancelled));

        // Tried again, everything is made.
        app.Catalog.Low.Hold.TrySetResult();
        await Client.PostAsync<RunView>($"/api/runs/{run.Id}/retry");
        Assert.Equal(50, (await Client.EndOfAsync(run.Id)).Progress.Done);
        Assert.Equal(HttpStatusCode.NoContent, (await app.Http.DeleteAsync($"/api/runs/{run.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync($"/api/runs/{run.Id}")).StatusCode);
    }

    [Fact]
    public async Task Two_runs_go_on_side_by_side()
    {
        var dataset = await Client.PromptsAsync("one", "two");
        app.Catalog.Low.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = await Client.CreateAsync(new { dataset = dataset.Id, kind = "synthesis", plan = new { conditions = new[] { new { systemId = "voice-low" } }, concurrency = 1 } });
        var other = await Client.CreateAsync(new { dataset = dataset.Id, kind = "synthesis", plan = new { conditions = new[] { new { systemId = "voice-high" } } } });
        if (Environment.ProcessorCount > 1) Assert.Equal(2, (await Client.EndOfAsync(other.Id)).Progress.Done);
        app.Catalog.Low.Hold.SetResult();
        Assert.Equal(2, (await Client.EndOfAsync(held.Id)).Progress.Done);
        Assert.Equal(2, (await Client.GetAsync<RunView[]>("/api/runs?kind=synthesis")).Length);
        Assert.Empty(await Client.GetAsync<RunView[]>("/api/runs?kind=recognition"));
    }

    [Theory]
    [InlineData("""{"kind":"synthesis","plan":{"conditions":[{"systemId":"voice-low"}]}}""", "dataset-missing")]
    [InlineData("""{"dataset":"nowhere","kind":"synthesis","plan":{"conditions":[{"systemId":"voice-low"}]}}""", "dataset-not-found")]
    [InlineData("""{"dataset":"D","kind":"recognition","plan":{"conditions":[{"systemId":"ears-patient"}]}}""", "dataset-kind")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[]}}""", "conditions-missing")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[{"systemId":"nobody"}]}}""", "system-unknown")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[{"systemId":"ears-patient"}]}}""", "system-kind")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[{"systemId":"broken"}]}}""", "system-not-ready")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[{"systemId":"voice-low","settings":{"rate":7}}]}}""", "rate-out-of-range")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[{"systemId":"voice-low","settings":{"colour":7}}]}}""", "setting-unknown")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[{"systemId":"voice-low"},{"systemId":"voice-low","settings":{"rate":null}}]}}""", "condition-twice")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[{"systemId":"voice-low"}],"takes":0}}""", "takes-out-of-range")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[{"systemId":"voice-low"}],"metrics":["beauty"]}}""", "metric-unknown")]
    [InlineData("""{"dataset":"D","kind":"synthesis","plan":{"conditions":[{"systemId":"voice-low"}],"recognizer":"voice-high"}}""", "system-kind")]
    public async Task What_cannot_run_is_refused_by_name(string request, string code)
    {
        var dataset = await Client.PromptsAsync("one");
        var (_, refused, message) = await Client.RefusedAsync("/api/runs", JsonSerializer.Deserialize<JsonElement>(request.Replace("\"D\"", $"\"{dataset.Id}\"", StringComparison.Ordinal)));
        Assert.Equal(code, refused);
        Assert.True(message.Length > 20);
    }

    [Fact]
    public async Task Outputs_are_paged_filtered_and_found()
    {
        var dataset = await Client.PromptsAsync([.. Enumerable.Range(0, 12).Select(i => $"prompt {i}")]);
        var run = await Client.CreateAsync(new { dataset = dataset.Id, kind = "synthesis", plan = new { conditions = new[] { new { systemId = "voice-low" }, new { systemId = "voice-high" } } } });
        await Client.EndOfAsync(run.Id);
        var page = await Client.OutputsAsync(run.Id, "?offset=20&limit=10");
        Assert.Equal((24, 20, 4), (page.Total, page.Offset, page.Outputs.Count));
        Assert.Equal(2, (await Client.OutputsAsync(run.Id, "?item=p005")).Total);
        Assert.Equal(12, (await Client.OutputsAsync(run.Id, "?condition=1")).Total);
        Assert.Equal(2, (await Client.OutputsAsync(run.Id, "?search=prompt%2011")).Total);
        Assert.Equal(0, (await Client.OutputsAsync(run.Id, $"?status={OutputStatus.Failed}")).Total);
        var (_, code, _) = await BenchApp.ProblemAsync(await app.Http.GetAsync($"/api/runs/{run.Id}/outputs?condition=7"));
        Assert.Equal("condition-unknown", code);
    }

    [Fact]
    public async Task Pages_that_watch_a_run_are_told_that_it_changed_and_strangers_to_it_are_refused()
    {
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(app.Address, "/hubs/runs"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(ScoopApp.Key)).Build();
        var changed = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.On<string>("Changed", id => changed.TrySetResult(id));
        await hub.StartAsync();
        var refused = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("Watch", "nothing"));
        Assert.Contains("run-not-found", refused.Message, StringComparison.Ordinal);
        await hub.InvokeAsync("Watch", "all", TestContext.Current.CancellationToken);
        var dataset = await Client.PromptsAsync("one");
        var run = await Client.CreateAsync(new { dataset = dataset.Id, kind = "synthesis", plan = new { conditions = new[] { new { systemId = "voice-low" } } } });
        Assert.Equal(run.Id, await changed.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_stretch_of_a_long_recording_is_recognized_and_heard_alone()
    {
        var clip = await Client.UploadAsync(RunsClient.Bursts(6), "long.wav");
        var dataset = await Client.PostAsync<DatasetSummary>("/api/datasets", new { name = "stretch", items = new[] { new { key = "middle", clip, start = 0.7, end = 1.7, text = "one two" } } });
        var run = await Client.CreateAsync(new { dataset = dataset.Id, kind = "recognition", plan = new { conditions = new[] { new { systemId = "ears-patient" } } } });
        await Client.EndOfAsync(run.Id);
        var output = Assert.Single((await Client.OutputsAsync(run.Id)).Outputs);
        Assert.Equal(("one two", 1.0), (output.Text, output.AudioSeconds!.Value));
        Assert.Equal(16_000, WavReader.Read(await app.Http.GetByteArrayAsync($"/api/outputs/{output.Id}/audio")).Value.Length);
    }
}
