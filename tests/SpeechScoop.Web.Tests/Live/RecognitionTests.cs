using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using SpeechScoop.Audio.Files;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Live;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Live;

public sealed class RecognitionTests
{
    [Fact]
    public async Task Two_recognizers_hear_one_stream_and_the_last_word_is_not_lost()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        await using var connection = await app.ConnectAsync();
        var watcher = new Watcher(connection);
        await connection.InvokeAsync("Watch", trial.Id);
        var audio = Voice.Saying(4);
        Assert.Equal(audio.Length / 2, await connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(audio))));
        await watcher.Closed;
        Assert.Equal("one two three four", watcher.TextOf("A"));
        Assert.Equal("one two three four", watcher.TextOf("B"));
        Assert.NotEmpty(watcher.Partials);
        Assert.All(watcher.Partials, partial => Assert.InRange(partial.Delay, 0, 30));

        var end = await app.ReadAsync(trial.Id);
        Assert.Equal(LiveTrialStatus.Done, end.Status);
        Assert.Equal(["ears-streaming", "ears-narrow"], end.Stimuli.Select(stimulus => stimulus.System!.Id));
        Assert.All(end.Stimuli, stimulus =>
        {
            Assert.Equal("one two three four", stimulus.Text);
            Assert.Equal(4, stimulus.Words!.Count);
            Assert.Equal(audio.Length / 32_000.0, stimulus.Seconds!.Value, 6);
            Assert.True(stimulus.ProcessingSeconds > 0);
        });
        var final = watcher.Finals.First(final => final.Label == "A");
        Assert.Equal(final.Words.Length, final.Starts.Length);
        Assert.Equal(0.35, final.Starts[1], 2);
    }

    [Fact]
    public async Task A_recognizer_for_whole_recordings_answers_at_the_end()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", new { systems = new[] { new { system = "ears-patient" } }, blind = false });
        await using var connection = await app.ConnectAsync();
        await connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(Voice.Saying(3))));
        var end = await app.EndOfAsync(trial.Id);
        Assert.Equal(("one two three", 0.005), (end.Stimuli[0].Text, end.Stimuli[0].ProcessingSeconds));
    }

    [Fact]
    public async Task A_closed_word_list_reaches_the_recognizer()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", new { systems = new[] { new { system = "ears-streaming", words = new[] { "yes", "no" } } }, blind = false });
        await using var connection = await app.ConnectAsync();
        await connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(Voice.Saying(3))));
        Assert.Equal("yes no yes", (await app.EndOfAsync(trial.Id)).Stimuli[0].Text);
    }

    [Fact]
    public async Task Words_and_systems_that_are_none_are_refused()
    {
        await using var app = new BenchApp();
        foreach (var odd in new[] { null, " ", new string('a', 101) })
        {
            var refused = await app.RefusedAsync("/api/live/trials/recognition", new { systems = new[] { new { system = "ears-streaming", words = new[] { "yes", odd } } } });
            Assert.Equal("odd-word", refused.Code);
        }
        Assert.Equal("system-missing", (await app.RefusedAsync("/api/live/trials/recognition", new { systems = new object?[] { null } })).Code);
    }

    [Fact]
    public async Task A_trial_without_any_audio_ends_and_says_why()
    {
        await using var app = new BenchApp(("SpeechScoop:Live:FirstAudioWait", "00:00:00.2"));
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        var end = await app.EndOfAsync(trial.Id);
        Assert.Equal(LiveTrialStatus.Cancelled, end.Status);
        Assert.All(end.Stimuli, stimulus => Assert.Contains("Allow the microphone", stimulus.Error));
    }

    [Fact]
    public async Task Two_browsers_at_once_do_not_mix()
    {
        await using var app = new BenchApp();
        await using var left = await app.ConnectAsync();
        await using var right = await app.ConnectAsync();
        var trials = await Task.WhenAll(app.StartAsync("recognition", BenchApp.BothEars), app.StartAsync("recognition", BenchApp.BothEars));
        await Task.WhenAll(
            left.InvokeAsync<long>("UploadAudio", trials[0].Id, 0L, Voice.Stream(Voice.Frames(Voice.Saying(2)))),
            right.InvokeAsync<long>("UploadAudio", trials[1].Id, 0L, Voice.Stream(Voice.Frames(Voice.Saying(5)))));
        Assert.Equal("one two", (await app.EndOfAsync(trials[0].Id)).Stimuli[0].Text);
        Assert.Equal("one two three four five", (await app.EndOfAsync(trials[1].Id)).Stimuli[0].Text);
    }

    [Fact]
    public async Task A_watcher_that_comes_late_gets_everything_so_far()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        await using var speaker = await app.ConnectAsync();
        var early = new Watcher(speaker);
        await speaker.InvokeAsync("Watch", trial.Id);
        var sent = new TaskCompletionSource();
        var said = Voice.Frames([.. Voice.Saying(2), .. Voice.Silence(1)]).ToArray();
        _ = speaker.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.OpenStream(said, sent));
        while (early.Finals.Count < 2) await Task.Delay(10);

        await using var late = await app.ConnectAsync();
        var watcher = new Watcher(late);
        await late.InvokeAsync("Watch", trial.Id);
        while (watcher.Finals.Count < 2) await Task.Delay(10);
        Assert.Equal("one two", watcher.TextOf("A"));
        await app.PostAsync($"/api/live/trials/{trial.Id}/cancel");
        await watcher.Closed;

        await using var later = await app.ConnectAsync();
        var last = new Watcher(later);
        await later.InvokeAsync("Watch", trial.Id);
        await last.Closed;
    }

    [Fact]
    public async Task A_recognizer_that_fails_fails_alone_and_behind_labels_says_nothing_of_itself()
    {
        await using var app = new BenchApp();
        var trial = await app.StartAsync("recognition", new { systems = new[] { new { system = "ears-deaf" }, new { system = "ears-streaming" } }, blind = true });
        await using var connection = await app.ConnectAsync();
        var watcher = new Watcher(connection);
        await connection.InvokeAsync("Watch", trial.Id);
        await connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(Voice.Saying(2))));
        await watcher.Closed;
        Assert.Equal(TrialDisclosure.HiddenFailure, Assert.Single(watcher.Failures).Value);
        Assert.True(double.IsNaN(Assert.Single(watcher.Finished).Value.Processing));
        var hidden = await app.ReadAsync(trial.Id);
        Assert.Equal("one two", Assert.Single(hidden.Stimuli, stimulus => stimulus.Status is OutputStatus.Done).Text);
        var revealed = await app.PostAsync($"/api/live/trials/{trial.Id}/reveal");
        Assert.Contains("model.onnx could not be loaded", Assert.Single(revealed.Stimuli, stimulus => stimulus.System!.Id == "ears-deaf").Error);
    }

    [Fact]
    public async Task Kept_audio_is_what_was_sent_to_the_bit_and_unkept_audio_is_nowhere()
    {
        await using var app = new BenchApp();
        var audio = Voice.Saying(2);
        foreach (var keep in new[] { false, true })
        {
            var trial = await app.StartAsync("recognition", new { systems = new[] { new { system = "ears-streaming" } }, blind = false, keepAudio = keep });
            await using var connection = await app.ConnectAsync();
            await connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(audio)));
            var end = await app.EndOfAsync(trial.Id);
            var files = Directory.GetFiles(Path.Combine(app.DataPath, "audio"), "*", SearchOption.AllDirectories);
            if (!keep)
            {
                Assert.Null(end.Clip);
                Assert.Empty(files);
                continue;
            }
            var wav = await app.Http.GetByteArrayAsync($"/api/clips/{end.Clip}.wav");
            Assert.Equal(audio, wav[44..]);
            Assert.Equal(audio.Length / 2, WavReader.Read(wav).Value.Length);
            Assert.Single(files);
        }
    }

    [Fact]
    public async Task A_trial_ends_at_its_longest_and_keeps_what_was_said()
    {
        await using var app = new BenchApp(("SpeechScoop:Live:MaximumAudio", "00:00:01"));
        var trial = await app.StartAsync("recognition", BenchApp.BothEars);
        await using var connection = await app.ConnectAsync();
        var refusal = await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(Voice.Saying(9)))));
        Assert.Contains("trial-too-long", refusal.Message);
        var end = await app.EndOfAsync(trial.Id);
        Assert.All(end.Stimuli, stimulus => Assert.Equal(("one two three", 1.0), (stimulus.Text, stimulus.Seconds)));
    }

    [Fact]
    public async Task The_hub_needs_the_owner_key()
    {
        await using var app = new BenchApp();
        using var stranger = app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = app.Address });
        var response = await stranger.PostAsync("/hubs/live/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_server_that_stops_keeps_what_was_understood_and_one_that_died_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("scoop-restart-").FullName;
        string stopped;
        await using (var app = new BenchApp { DataPath = folder, KeepsData = true })
        {
            stopped = (await app.StartAsync("recognition", BenchApp.BothEars)).Id;
            await using var connection = await app.ConnectAsync();
            var sent = new TaskCompletionSource();
            _ = connection.InvokeAsync<long>("UploadAudio", stopped, 0L, Voice.OpenStream(Voice.Frames(Voice.Saying(2)), sent));
            while (await connection.InvokeAsync<long>("Received", stopped) < 8800) await Task.Delay(10);
        }
        await using var again = new BenchApp { DataPath = folder };
        var trial = await again.ReadAsync(stopped);
        Assert.NotEqual(LiveTrialStatus.Running, trial.Status);
        Assert.All(trial.Stimuli, stimulus => Assert.Equal("one two", stimulus.Text));
    }
}
