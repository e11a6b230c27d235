using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;
using SpeechScoop.Web.Recognizers.Streaming;
using SpeechScoop.Web.Tests.Commands;
using SpeechScoop.Web.Tests.Live.Bench;
using SpeechScoop.Web.Tests.Runs;

namespace SpeechScoop.Web.Tests.Recognizers;

/// <summary>Event logs: recorded while a recognizer listens, stored, exported, scored again from the file alone, and compared.</summary>
public sealed class StreamingTests : IAsyncDisposable
{
    private readonly BenchApp app = new();

    private RunsClient Client => new(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_streamed_run_keeps_logs_on_the_clock_of_the_audio()
    {
        var (run, _) = await RunAsync(new { systemId = "ears-streaming", settings = new { stream = true } });
        var logs = await LogsAsync($"/api/runs/{run}/events");
        Assert.Equal(["r0", "r1"], logs.Select(log => log.Header.Item));
        Assert.All(logs, log => Assert.Equal(("ears-streaming", StreamingFeed.AudioClock, 0.1, "energy-1"), (log.Header.Recognizer, log.Header.Feed, log.Header.ChunkSeconds, log.Header.Speech!.By)));
        var second = logs[1];
        // Bursts of 0.2 s begin at 0.3, 0.8 and 1.3 s; the recording ends 0.3 s after the last.
        Assert.Equal((0.3, 1.5), (Math.Round(second.Header.Speech!.Start, 2), Math.Round(second.Header.Speech.End, 2)));
        Assert.Equal(["one", "one two", "one two three"], second.Events.Where(each => each.Kind is StreamingEventKind.Partial).Select(each => each.Text));
        Assert.All(second.Events, each => Assert.True(each.Wall >= each.Audio - 0.1001));
        // A word is there when the chunk that ends it was heard, not before.
        Assert.InRange(second.Events[0].Wall, 0.5, 0.9);
        var score = second.Score(NormaliserProfile.Basic).Value;
        Assert.Equal((0, 3, true), (score.Score.UnstableWords, score.Score.Words, score.IsFlushed));
        Assert.InRange(score.Score.FirstPartial!.Value, 0.2, 0.6);
        Assert.InRange(score.Score.Final!.Value, 0.25, 1);
        Assert.Equal("one two three", second.Text);
    }

    [Fact]
    public async Task In_silence_that_follows_a_recognizer_notices_itself_that_speech_is_over()
    {
        var (run, _) = await RunAsync(new { systemId = "ears-streaming", settings = new { stream = true, silence = 1.5 } });
        var log = (await LogsAsync($"/api/runs/{run}/events"))[1];
        Assert.Equal((3.3, 3.3), (log.Header.AudioSeconds, log.Events.Single(each => each.Kind is StreamingEventKind.End).Audio));
        var score = log.Score(NormaliserProfile.Basic).Value;
        // It ends a segment after half a second of quiet.
        Assert.False(score.IsFlushed);
        Assert.InRange(score.Score.Final!.Value, 0.45, 1);
        Assert.Equal((1.5, "one two three"), (Math.Round(log.Header.Speech!.End, 2), log.Text));
        Assert.All((await Client.OutputsAsync(run)).Outputs, output => Assert.True(output.AudioSeconds < 2));
        var dataset = await Client.RecordingsAsync(1);
        foreach (var settings in new object[] { new { silence = 1 }, new { stream = true, silence = 11 }, new { stream = true, silence = -1 } })
            Assert.Equal("odd-silence", (await Client.RefusedAsync("/api/runs", new { dataset = dataset.Id, kind = "recognition", plan = new { conditions = new[] { new { systemId = "ears-streaming", settings } } } })).Code);
    }

    [Fact]
    public async Task At_the_pace_of_speech_the_times_are_those_of_the_clock()
    {
        var (run, outputs) = await RunAsync(new { systemId = "ears-streaming", settings = new { stream = true, realTime = true } });
        var log = (await LogsAsync($"/api/outputs/{outputs[0]}/events"))[0];
        Assert.Equal(StreamingFeed.RealTime, log.Header.Feed);
        Assert.All(log.Events, each => Assert.True(each.Wall >= each.Audio));
        Assert.NotEmpty(run);
        var dataset = await Client.RecordingsAsync(1);
        var (_, code, message) = await Client.RefusedAsync("/api/runs", new { dataset = dataset.Id, kind = "recognition", plan = new { conditions = new[] { new { systemId = "ears-streaming", settings = new { realTime = true } } } } });
        Assert.Equal("real-time-without-stream", code);
        Assert.Contains("\"stream\": true", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_recordings_leave_no_log_and_say_so()
    {
        var (run, outputs) = await RunAsync(new { systemId = "ears-streaming" });
        var (status, code, message) = await BenchApp.ProblemAsync(await app.Http.GetAsync($"/api/runs/{run}/events"));
        Assert.Equal((HttpStatusCode.NotFound, "run-without-logs"), (status, code));
        Assert.Contains("small pieces", message, StringComparison.Ordinal);
        Assert.Equal("log-not-found", (await BenchApp.ProblemAsync(await app.Http.GetAsync($"/api/outputs/{outputs[0]}/events"))).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/api/runs/none/events")).StatusCode);
    }

    [Fact]
    public async Task The_comparison_shows_who_has_logs_and_why_others_have_none()
    {
        await RunAsync(new { systemId = "ears-streaming", settings = new { stream = true } }, new { systemId = "ears-narrow", settings = new { stream = true } }, new { systemId = "ears-streaming" }, new { systemId = "ears-patient" });
        var view = await Client.GetAsync<StreamingBoardView>("/api/recognizers/streaming?normaliser=basic");
        Assert.Equal((2, 0, "basic@1"), (view.Items, view.LeftOut, view.Normaliser));
        Assert.Equal(2, view.Systems.Count(system => system.Streaming is not null));
        var found = view.Systems.Single(system => system.Id == "ears-streaming?stream=True").Streaming!;
        Assert.Equal((StreamingFeed.AudioClock, 2, 2, 0, 4), (found.Feed, found.Logs, found.Final.Median!.N, found.UnstableWords, found.Words));
        Assert.InRange(found.FirstPartial.Median!.Value, 0.2, 0.6);
        // Two recordings are too few for an interval of the median.
        Assert.Null(found.FirstPartial.Median.Interval);
        Assert.Equal(0, found.Ratio!.Value);
        // At 8 kHz nothing of the bursts is left: no words, and so no times, for a reason.
        var deaf = view.Systems.Single(system => system.Id.StartsWith("ears-narrow", StringComparison.Ordinal)).Streaming!;
        Assert.Equal((null, null, null), (deaf.FirstPartial.Median, deaf.Final.Median, deaf.Ratio));
        Assert.Equal(new StreamingGap(StreamingLogScore.NoWords, 2), Assert.Single(deaf.Final.Missing));
        Assert.Contains(view.Systems, system => system.WhyNot?.Contains("works on whole recordings", StringComparison.Ordinal) is true);
        Assert.Contains(view.Systems, system => system.WhyNot?.Contains("was given whole recordings", StringComparison.Ordinal) is true);

        var page = await Client.GetAsync<StreamingPage>("/api/recognizers/streaming/items?normaliser=basic&sort=final&limit=1");
        Assert.Equal((2, 1, 2), (page.Total, page.Items.Count, page.Systems.Count));
        Assert.Contains(page.Items[0].Logs, log => log is { Events.Count: > 1, Score.Final: not null });
        Assert.Contains(page.Items[0].Logs, log => log is { Score: { Final: null, WhyNoFinal: StreamingLogScore.NoWords } });
        Assert.Equal(1, (await Client.GetAsync<StreamingPage>("/api/recognizers/streaming/items?search=r1")).Total);
    }

    [Fact]
    public async Task What_the_page_shows_is_computed_again_from_the_exported_logs_alone()
    {
        await RunAsync(new { systemId = "ears-streaming", settings = new { stream = true } });
        var shown = (await Client.GetAsync<StreamingBoardView>("/api/recognizers/streaming?normaliser=basic")).Systems.Single().Streaming!;
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.jsonl");
        try
        {
            await File.WriteAllTextAsync(path, await app.Http.GetStringAsync("/api/recognizers/export/streaming-logs.jsonl?normaliser=basic"));
            var (exitCode, output, errors) = await new Executable().RunAsync("score", "streaming", path, "--per-log", "--json");
            Assert.True(exitCode == 0, errors);
            var system = JsonDocument.Parse(output).RootElement.GetProperty("systems")[0].GetProperty("streaming");
            Assert.Equal(shown.Final.Median!.Value, system.GetProperty("final").GetProperty("median").GetProperty("value").GetDouble(), 12);
            Assert.Equal(shown.FirstPartial.P90!.Value, system.GetProperty("firstPartial").GetProperty("p90").GetProperty("value").GetDouble(), 12);
            Assert.Equal(shown.Ratio!.Value, system.GetProperty("ratio").GetProperty("value").GetDouble(), 12);
            Assert.Equal("audio-clock", system.GetProperty("feed").GetString());
        }
        finally
        {
            File.Delete(path);
        }
        var csv = await app.Http.GetStringAsync("/api/recognizers/export/streaming.csv?normaliser=basic");
        Assert.Contains(FormattableString.Invariant($"{shown.Final.Median.Value}"), csv, StringComparison.Ordinal);
        Assert.Equal(3, (await app.Http.GetStringAsync("/api/recognizers/export/streaming-recordings.csv")).TrimEnd().Split('\n').Length);
        Assert.Contains("Streaming", await app.Http.GetStringAsync("/api/recognizers/export/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_trial_keeps_its_log_and_shows_its_measures_once_labels_are_open()
    {
        var trial = await app.StartAsync("recognition", new { systems = new[] { new { system = "ears-streaming" }, new { system = "ears-patient" } }, blind = true });
        await using (var connection = await app.ConnectAsync())
            await connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(Voice.Saying(3))));
        var end = await app.EndOfAsync(trial.Id);
        Assert.All(end.Stimuli, stimulus => Assert.Null(stimulus.Streaming));
        foreach (var stimulus in end.Stimuli) Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync($"/api/outputs/{stimulus.OutputId}/events")).StatusCode);

        var revealed = await app.PostAsync($"/api/live/trials/{trial.Id}/reveal");
        var streamed = revealed.Stimuli.Single(stimulus => stimulus.System!.Id == "ears-streaming");
        Assert.Null(revealed.Stimuli.Single(stimulus => stimulus.System!.Id == "ears-patient").Streaming);
        var log = (await LogsAsync($"/api/outputs/{streamed.OutputId}/events"))[0];
        Assert.Equal((StreamingFeed.Live, trial.Id), (log.Header.Feed, log.Header.Item));
        Assert.Equal(streamed.Text, log.Text);
        Assert.Equal(StreamingScoreView.Of(log.Score(NormaliserProfile.Basic).Value, NormaliserProfile.Basic), streamed.Streaming);
        Assert.Equal("energy-1", streamed.Streaming!.Speech!.By);
        Assert.NotNull(streamed.Streaming.FirstPartial);
        Assert.NotNull(streamed.Streaming.Final);
    }

    [Fact]
    public async Task Logs_recorded_elsewhere_are_imported_with_their_transcripts_and_compared()
    {
        var dataset = await Client.RecordingsAsync(1, 2);
        static string Log(string item, string text) =>
            "{\"type\":\"header\",\"version\":1,\"recognizer\":\"Vendor S\",\"item\":\"" + item + "\",\"audioSeconds\":1.3,\"feed\":\"real-time\",\"speechStart\":0.25,\"speechEnd\":1,\"speechBy\":\"me\"}\n"
            + "{\"type\":\"partial\",\"audio\":0.5,\"wall\":0.75,\"segment\":0,\"text\":\"won\"}\n{\"type\":\"final\",\"audio\":1.3,\"wall\":1.5,\"segment\":0,\"text\":\"" + text + "\"}\n";
        using var form = new MultipartFormDataContent { { new StringContent(dataset.Id), "dataset" } };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(Log("r0", "one") + Log("r1", "one two"))), "files", "vendor.jsonl");
        var response = await Client.Http.PostAsync("/api/runs/import-hypotheses", form);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var run = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await Client.EndOfAsync(run);
        Assert.Equal(["one", "one two"], (await Client.OutputsAsync(run)).Outputs.Select(output => output.Text));
        Assert.Equal(["r0", "r1"], (await LogsAsync($"/api/runs/{run}/events")).Select(log => log.Header.Item));
        var system = Assert.Single((await Client.GetAsync<StreamingBoardView>("/api/recognizers/streaming?normaliser=basic")).Systems);
        Assert.Equal(("Vendor S", StreamingFeed.RealTime, 0.5, 0.5, 2), (system.Title, system.Streaming!.Feed, system.Streaming.FirstPartial.Median!.Value, system.Streaming.Final.Median!.Value, system.Streaming.UnstableWords));
    }

    private async Task<(string Run, string[] Outputs)> RunAsync(params object[] conditions)
    {
        var dataset = await Client.RecordingsAsync(1, 3);
        var run = await Client.CreateAsync(new { dataset = dataset.Id, kind = "recognition", plan = new { conditions } });
        await Client.EndOfAsync(run.Id);
        return (run.Id, [.. (await Client.OutputsAsync(run.Id)).Outputs.Select(output => output.Id)]);
    }

    private async Task<IReadOnlyList<StreamingLog>> LogsAsync(string path)
    {
        var response = await app.Http.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        Assert.Equal("application/jsonl", response.Content.Headers.ContentType!.MediaType);
        var document = StreamingLogReader.Read(new TranscriptInput("events.jsonl", Encoding.UTF8.GetBytes(await response.Content.ReadAsStringAsync())));
        Assert.Null(document.Error);
        return document.Logs;
    }
}
