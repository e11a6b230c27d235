using System.Net;
using System.Text;
using Dapper;
using SpeechScoop.Audio.Files;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Live;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Live;

public sealed class SynthesisTests
{
    private const string Text = "Say <b>this</b> & that: naïve 😀.";

    private static object Request(string text = Text, bool blind = true) =>
        new { text, blind, systems = new[] { new { system = "voice-low", seed = 1 }, new { system = "voice-high", seed = 2 } } };

    [Fact]
    public async Task Nothing_tells_the_systems_apart_before_the_reveal()
    {
        await using var app = new BenchApp();
        var id = (await app.StartAsync("synthesis", Request())).Id;
        await app.EndOfAsync(id);
        var hidden = await app.Http.GetStringAsync($"/api/live/trials/{id}");
        foreach (var tell in new[] { "voice-", "Title of", "\"id\":\"voice", "1.0.0" }) Assert.DoesNotContain(tell, hidden);
        var trial = await app.ReadAsync(id);
        Assert.Null(trial.Seed);
        Assert.Equal(Text, trial.Text);
        Assert.All(trial.Stimuli, stimulus =>
        {
            Assert.Null(stimulus.System);
            Assert.Null(stimulus.Settings);
            Assert.Null(stimulus.ProcessingSeconds);
            Assert.Null(stimulus.RealTimeFactor);
            Assert.Null(stimulus.FirstAudioSeconds);
        });

        var answers = new List<HttpResponseMessage>();
        foreach (var label in new[] { "A", "B" }) answers.Add(await app.Http.GetAsync($"/api/live/trials/{id}/stimuli/{label}/audio"));
        var clips = new List<Audio.AudioClip>();
        foreach (var answer in answers)
        {
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Null(answer.Headers.ETag);
            Assert.Null(answer.Content.Headers.LastModified);
            Assert.Null(answer.Content.Headers.ContentDisposition);
            clips.Add(WavReader.Read(await answer.Content.ReadAsByteArrayAsync()).Value);
        }
        Assert.Equal(answers[0].Headers.Concat(answers[0].Content.Headers).Select(header => header.Key), answers[1].Headers.Concat(answers[1].Content.Headers).Select(header => header.Key));
        Assert.Equal(clips[0].SampleRate, clips[1].SampleRate);
        Assert.Equal(0, clips[0].Length % (clips[0].SampleRate / 10));
        Assert.Equal(trial.Stimuli[0].Seconds, trial.Stimuli[1].Seconds);

        var revealed = await app.PostAsync($"/api/live/trials/{id}/reveal");
        Assert.Equal(["voice-high", "voice-low"], revealed.Stimuli.Select(stimulus => stimulus.System!.Id).Order());
        Assert.All(revealed.Stimuli, stimulus => Assert.Equal(0.02, stimulus.ProcessingSeconds));
        Assert.NotNull(revealed.Seed);
    }

    [Fact]
    public async Task Labels_come_in_either_order_when_blind_and_in_the_order_given_when_open()
    {
        await using var app = new BenchApp();
        var first = new HashSet<string>();
        for (var i = 0; i < 40 && first.Count < 2; i++)
        {
            var id = (await app.StartAsync("synthesis", Request("hm"))).Id;
            await app.EndOfAsync(id);
            first.Add((await app.PostAsync($"/api/live/trials/{id}/reveal")).Stimuli[0].System!.Id);
        }
        Assert.Equal(2, first.Count);
        for (var i = 0; i < 3; i++)
            Assert.Equal(["voice-low", "voice-high"], (await app.StartAsync("synthesis", Request("hm", blind: false))).Stimuli.Select(stimulus => stimulus.System!.Id));
    }

    [Fact]
    public async Task Behind_labels_no_stimulus_is_ready_before_all_are()
    {
        await using var app = new BenchApp();
        app.Catalog.High.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var id = (await app.StartAsync("synthesis", Request())).Id;
        // The other one is done: (1 + ½) / 2.
        var waiting = await app.UntilAsync(id, trial => trial.Stimuli[0].Progress >= 0.75);
        Assert.All(waiting.Stimuli, stimulus => Assert.Equal((OutputStatus.Running, 0.75, null), (stimulus.Status, stimulus.Progress, stimulus.Seconds)));
        foreach (var label in new[] { "A", "B" })
            Assert.Equal("stimulus-not-ready", (await BenchApp.ProblemAsync(await app.Http.GetAsync($"/api/live/trials/{id}/stimuli/{label}/audio"))).Code);
        Assert.Equal("trial-running", (await app.RefusedAsync($"/api/live/trials/{id}/reveal", new { })).Code);
        app.Catalog.High.Hold.SetResult();
        var end = await app.EndOfAsync(id);
        Assert.All(end.Stimuli, stimulus => Assert.Equal(OutputStatus.Done, stimulus.Status));
    }

    [Fact]
    public async Task Cancelling_keeps_what_is_finished()
    {
        await using var app = new BenchApp();
        app.Catalog.High.Hold = new TaskCompletionSource();
        var id = (await app.StartAsync("synthesis", Request(blind: false))).Id;
        await app.UntilAsync(id, trial => trial.Stimuli[0].Status is OutputStatus.Done);
        await app.PostAsync($"/api/live/trials/{id}/cancel");
        var end = await app.EndOfAsync(id);
        Assert.Equal(LiveTrialStatus.Cancelled, end.Status);
        Assert.Equal([OutputStatus.Done, OutputStatus.Cancelled], end.Stimuli.Select(stimulus => stimulus.Status));
        Assert.Equal("Stopped by the user.", end.Stimuli[1].Error);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync($"/api/live/trials/{id}/stimuli/A/audio")).StatusCode);
    }

    [Theory]
    [InlineData("unspeakable", "finds nothing to speak")]
    [InlineData("crash", "The server failed on this stimulus")]
    public async Task A_failure_is_told_in_full_only_after_the_reveal(string text, string message)
    {
        await using var app = new BenchApp();
        var id = (await app.StartAsync("synthesis", Request(text))).Id;
        var hidden = await app.EndOfAsync(id);
        Assert.All(hidden.Stimuli, stimulus => Assert.Equal((OutputStatus.Failed, TrialDisclosure.HiddenFailure), (stimulus.Status, stimulus.Error)));
        Assert.All((await app.PostAsync($"/api/live/trials/{id}/reveal")).Stimuli, stimulus => Assert.Contains(message, stimulus.Error));
    }

    [Fact]
    public async Task Twenty_thousand_characters_are_spoken_and_one_more_is_refused()
    {
        await using var app = new BenchApp();
        var long1 = string.Concat(Enumerable.Repeat("many words ", 1818))[..19_998] + "ok";
        var end = await app.EndOfAsync((await app.StartAsync("synthesis", new { text = long1, systems = new[] { new { system = "voice-low" } }, blind = false })).Id);
        Assert.Equal((OutputStatus.Done, 200.0), (end.Stimuli[0].Status, end.Stimuli[0].Seconds));
        Assert.Equal((HttpStatusCode.BadRequest, "text-too-long"), Short(await app.RefusedAsync("/api/live/trials/synthesis", Request(long1 + "!"))));
    }

    [Fact]
    public async Task Requests_that_make_no_sense_are_refused_with_their_reason()
    {
        await using var app = new BenchApp();
        const string Path = "/api/live/trials/synthesis";
        Assert.Equal((HttpStatusCode.BadRequest, "text-empty"), Short(await app.RefusedAsync(Path, Request(" \n\t "))));
        Assert.Equal((HttpStatusCode.BadRequest, "system-count"), Short(await app.RefusedAsync(Path, new { text = "x", systems = Array.Empty<object>() })));
        Assert.Equal((HttpStatusCode.BadRequest, "system-count"), Short(await app.RefusedAsync(Path, new { text = "x" })));
        Assert.Equal((HttpStatusCode.BadRequest, "system-unknown"), Short(await app.RefusedAsync(Path, One("<script>"))));
        Assert.Equal((HttpStatusCode.BadRequest, "system-kind"), Short(await app.RefusedAsync(Path, One("ears-streaming"))));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "system-not-ready"), Short(await app.RefusedAsync(Path, One("broken"))));
        Assert.Equal((HttpStatusCode.BadRequest, "rate-out-of-range"), Short(await app.RefusedAsync(Path, new { text = "x", systems = new[] { new { system = "voice-low", rate = 3.0 } } })));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Http.PostAsync(Path, new StringContent("{ not json", Encoding.UTF8, "application/json"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/api/live/trials/nothing")).StatusCode);

        static object One(string system) => new { text = "x", systems = new[] { new { system } } };
    }

    [Fact]
    public async Task As_many_trials_run_as_the_server_allows_and_no_more()
    {
        await using var app = new BenchApp(("SpeechScoop:Live:MaximumRunningTrials", "1"));
        app.Catalog.Low.Hold = new TaskCompletionSource();
        var id = (await app.StartAsync("synthesis", Request())).Id;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "too-many-trials"), Short(await app.RefusedAsync("/api/live/trials/synthesis", Request())));
        app.Catalog.Low.Hold.SetResult();
        await app.EndOfAsync(id);
        await app.StartAsync("synthesis", Request());
    }

    [Fact]
    public async Task A_finished_trial_is_there_after_a_restart_and_an_unfinished_one_says_what_happened()
    {
        var folder = Directory.CreateTempSubdirectory("scoop-restart-").FullName;
        string done, interrupted;
        await using (var app = new BenchApp { DataPath = folder, KeepsData = true })
        {
            done = (await app.StartAsync("synthesis", Request())).Id;
            await app.EndOfAsync(done);
            app.Catalog.High.Hold = new TaskCompletionSource();
            interrupted = (await app.StartAsync("synthesis", Request(blind: false))).Id;
            await app.UntilAsync(interrupted, trial => trial.Stimuli[0].Status is OutputStatus.Done);
        }
        await using var again = new BenchApp { DataPath = folder };
        Assert.All((await again.ReadAsync(done)).Stimuli, stimulus => Assert.Equal(OutputStatus.Done, stimulus.Status));
        Assert.Equal(HttpStatusCode.OK, (await again.Http.GetAsync($"/api/live/trials/{done}/stimuli/B/audio")).StatusCode);
        var after = await again.ReadAsync(interrupted);
        Assert.Equal(LiveTrialStatus.Cancelled, after.Status);
        Assert.Equal([OutputStatus.Done, OutputStatus.Cancelled], after.Stimuli.Select(stimulus => stimulus.Status));
        Assert.Contains("stopped", after.Stimuli[1].Error);
    }

    [Fact]
    public async Task A_trial_cut_off_by_a_crash_is_closed_at_the_next_start_and_its_finished_stimulus_stays()
    {
        var folder = Directory.CreateTempSubdirectory("scoop-crash-").FullName;
        string id;
        await using (var app = new BenchApp { DataPath = folder, KeepsData = true })
        {
            app.Catalog.High.Hold = new TaskCompletionSource();
            id = (await app.StartAsync("synthesis", Request(blind: false))).Id;
            await app.UntilAsync(id, trial => trial.Stimuli[0].Status is OutputStatus.Done);
        }
        using (var database = Database.Open(new DatabaseSettings(folder)).Value)
        {
            // As a killed process leaves it: nothing was closed.
            await database.WriteAsync<int>(async (c, t) => await c.ExecuteAsync("UPDATE output SET status = 'running', error = NULL WHERE status = 'cancelled'; UPDATE live_trial SET status = 'running'", transaction: t));
        }
        await using var again = new BenchApp { DataPath = folder };
        var after = await again.UntilAsync(id, trial => trial.Stimuli[1].Status is OutputStatus.Cancelled);
        Assert.Equal((LiveTrialStatus.Cancelled, OutputStatus.Done), (after.Status, after.Stimuli[0].Status));
        Assert.Equal("The server stopped before this was finished. Start the trial again.", after.Stimuli[1].Error);
    }

    private static (HttpStatusCode, string) Short((HttpStatusCode Status, string Code, string Message) problem)
    {
        Assert.NotEmpty(problem.Message);
        return (problem.Status, problem.Code);
    }
}
