using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using SpeechScoop.Storage.Live;
using SpeechScoop.Web.Live;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Live;

/// <summary>Audio on its way to a trial: connections that break, uploads that take over from others, frames that are refused.</summary>
public sealed class RecognitionUploadTests
{
    [Fact]
    public async Task A_connection_lost_in_mid_utterance_resumes_where_it_was_and_no_sample_counts_twice()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        var audio = Voice.Saying(6);
        await using (var first = await app.ConnectAsync())
        {
            var sent = new TaskCompletionSource();
            _ = first.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.OpenStream(Voice.Frames(audio).Take(40), sent));
            await sent.Task;
            while (await first.InvokeAsync<long>("Received", trial.Id) < 40 * 320) await Task.Delay(10);
        }
        await using var second = await app.ConnectAsync();
        var watcher = new Watcher(second);
        await second.InvokeAsync("Watch", trial.Id);
        var received = await second.InvokeAsync<long>("Received", trial.Id);
        Assert.Equal(40 * 320, received);
        // Ten frames more than needed: the server takes each sample once.
        var resumed = received - 3200;
        await second.InvokeAsync<long>("UploadAudio", trial.Id, resumed, Voice.Stream(Voice.Frames(audio, resumed)));
        await watcher.Closed;
        Assert.Equal("one two three four five six", watcher.TextOf("A"));
        Assert.Equal("one two three four five six", (await app.ReadAsync(trial.Id)).Stimuli[1].Text);
    }

    [Fact]
    public async Task A_client_that_does_not_come_back_leaves_what_it_said()
    {
        await using var app = new BenchApp(("SpeechScoop:Live:ReconnectWait", "00:00:00.3"));
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        await using (var connection = await app.ConnectAsync())
        {
            var sent = new TaskCompletionSource();
            _ = connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.OpenStream(Voice.Frames(Voice.Saying(2)), sent));
            await sent.Task;
            while (await connection.InvokeAsync<long>("Received", trial.Id) < 8800) await Task.Delay(10);
        }
        var end = await app.EndOfAsync(trial.Id);
        Assert.Equal(LiveTrialStatus.Done, end.Status);
        Assert.All(end.Stimuli, stimulus => Assert.Equal("one two", stimulus.Text));
    }

    [Fact]
    public async Task A_newer_upload_takes_over_from_a_dead_one()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        var audio = Voice.Saying(3);
        await using var first = await app.ConnectAsync();
        await using var second = await app.ConnectAsync();
        var sent = new TaskCompletionSource();
        _ = first.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.OpenStream(Voice.Frames(audio).Take(10), sent));
        await sent.Task;
        while (await second.InvokeAsync<long>("Received", trial.Id) < 3200) await Task.Delay(10);
        await second.InvokeAsync<long>("UploadAudio", trial.Id, 3200L, Voice.Stream(Voice.Frames(audio, 3200)));
        Assert.Equal("one two three", (await app.EndOfAsync(trial.Id)).Stimuli[0].Text);
    }

    [Fact]
    public async Task The_end_of_an_upload_that_was_taken_over_does_not_end_the_trial()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        var audio = Voice.Saying(3);
        await using var first = await app.ConnectAsync();
        await using var second = await app.ConnectAsync();
        var (sent, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var old = first.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.OpenStream(Voice.Frames(audio).Take(10), sent, end.Task));
        await sent.Task;
        while (await second.InvokeAsync<long>("Received", trial.Id) < 3200) await Task.Delay(10);
        var (resent, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var taken = second.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.OpenStream(Voice.Frames(audio).Take(20), resent, go.Task));
        while (await second.InvokeAsync<long>("Received", trial.Id) < 6400) await Task.Delay(10);
        end.SetResult();
        await old;
        go.SetResult();
        Assert.Equal(6400, await taken);
        Assert.Equal("one", (await app.EndOfAsync(trial.Id)).Stimuli[0].Text);
    }

    [Fact]
    public async Task Frames_that_come_after_a_trial_was_stopped_end_their_upload_without_an_error()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        await using var speaker = await app.ConnectAsync();
        var watcher = new Watcher(speaker);
        await speaker.InvokeAsync("Watch", trial.Id);
        var (before, stopped) = (Voice.Frames([.. Voice.Saying(2), .. Voice.Silence(1)]).ToArray(), new TaskCompletionSource());
        var upload = speaker.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.BrokenStream(before, stopped.Task, Voice.Frames(Voice.Saying(1))));
        while (watcher.Finals.Count < 2) await Task.Delay(10);
        await app.PostAsync($"/api/live/trials/{trial.Id}/cancel");
        await watcher.Closed;
        stopped.SetResult();
        Assert.Equal(before.Sum(frame => frame.Length) / 2, await upload);
    }

    [Fact]
    public async Task Frames_that_are_odd_too_large_or_after_a_gap_are_refused_and_the_trial_lives_on()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        await using var connection = await app.ConnectAsync();
        foreach (var (from, frame, code) in new[] { (0L, new byte[641], "frame-odd"), (0L, new byte[20_000], "frame-too-large"), (500L, new byte[640], "audio-gap"), (-1L, new byte[640], "audio-gap") })
        {
            var refusal = await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<long>("UploadAudio", trial.Id, from, Voice.Stream([frame])));
            Assert.Contains(code, refusal.Message);
        }
        var unknown = await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<long>("Received", "no-such-trial"));
        Assert.Contains("trial-not-found", unknown.Message);
        await connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(Voice.Saying(1))));
        Assert.Equal("one", (await app.EndOfAsync(trial.Id)).Stimuli[0].Text);
        var closed = await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream([new byte[640]])));
        Assert.Contains("trial-closed", closed.Message);
    }

    [Fact]
    public async Task A_connection_has_a_limited_number_of_uploads()
    {
        await using var app = new BenchApp(("SpeechScoop:Live:MaximumUploadsPerConnection", "1"));
        var trials = await Task.WhenAll(app.StartAsync("recognition", BenchApp.BothEars), app.StartAsync("recognition", BenchApp.BothEars));
        await using var connection = await app.ConnectAsync();
        var sent = new TaskCompletionSource();
        _ = connection.InvokeAsync<long>("UploadAudio", trials[0].Id, 0L, Voice.OpenStream(Voice.Frames(Voice.Saying(1)), sent));
        while (await connection.InvokeAsync<long>("Received", trials[0].Id) == 0) await Task.Delay(10);
        var refusal = await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<long>("UploadAudio", trials[1].Id, 0L, Voice.Stream([new byte[640]])));
        Assert.Contains("too-many-uploads", refusal.Message);
    }
}
