using Dapper;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Recognition;
using SpeechScoop.Storage;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Live;

public sealed class ScoringTests
{
    [Fact]
    public async Task A_reference_scores_every_transcript_and_stores_the_measurements_with_their_recipe()
    {
        await using var app = new BenchApp();
        var trial = await SayAsync(app, 4);
        var scored = await app.PostAsync($"/api/live/trials/{trial}/reference", new { text = "One, two THREE  five six" });
        Assert.Equal("One, two THREE  five six", scored.Reference);
        var score = scored.Stimuli[0].Score!;
        Assert.Equal((0.4, 1, 1, 0, 5), (score.Wer, score.Substitutions, score.Deletions, score.Insertions, score.ReferenceWords));
        Assert.Equal(3, score.Alignment.Count(token => token.Op is EditOperation.Correct));

        var rows = (await app.Services.GetRequiredService<Database>().ReadAsync(c => c.QueryAsync<(string, string, double, string)>("SELECT metric, recipe, value, details FROM measurement ORDER BY metric"))).Value.ToArray();
        Assert.Equal(["cer", "wer"], rows.Select(row => row.Item1));
        Assert.Equal((TranscriptScore.Of("a", "a").Recipe, 0.4), (rows[1].Item2, rows[1].Item3));
        Assert.Contains("\"substitutions\":1", rows[1].Item4);
    }

    [Fact]
    public async Task A_corrected_reference_measures_again()
    {
        await using var app = new BenchApp();
        var trial = await SayAsync(app, 2);
        await app.PostAsync($"/api/live/trials/{trial}/reference", new { text = "wrong" });
        var scored = await app.PostAsync($"/api/live/trials/{trial}/reference", new { text = "one two" });
        Assert.Equal(0, scored.Stimuli[0].Score!.Wer);
        Assert.Equal(4, (await app.Services.GetRequiredService<Database>().ReadAsync(c => c.ExecuteScalarAsync<int>("SELECT count(*) FROM measurement"))).Value);
    }

    [Fact]
    public async Task References_that_cannot_be_scored_are_refused()
    {
        await using var app = new BenchApp();
        var trial = await SayAsync(app, 1);
        Assert.Equal("reference-empty", (await app.RefusedAsync($"/api/live/trials/{trial}/reference", new { text = " " })).Code);
        Assert.Equal("reference-too-long", (await app.RefusedAsync($"/api/live/trials/{trial}/reference", new { text = new string('x', 20_001) })).Code);
        Assert.Equal("trial-not-found", (await app.RefusedAsync("/api/live/trials/nothing/reference", new { text = "x" })).Code);
        var spoken = (await app.StartAsync("synthesis", new { text = "x", systems = new[] { new { system = "voice-low" } } })).Id;
        await app.EndOfAsync(spoken);
        Assert.Equal("trial-kind", (await app.RefusedAsync($"/api/live/trials/{spoken}/reference", new { text = "x" })).Code);
        var running = await app.StartAsync("recognition", new { systems = new[] { new { system = "ears-streaming" } } });
        Assert.Equal("trial-running", (await app.RefusedAsync($"/api/live/trials/{running.Id}/reference", new { text = "x" })).Code);
    }

    private static async Task<string> SayAsync(BenchApp app, int words)
    {
        var trial = await app.StartAsync("recognition", new { systems = new[] { new { system = "ears-streaming" } }, blind = false });
        await using var connection = await app.ConnectAsync();
        await connection.InvokeAsync<long>("UploadAudio", trial.Id, 0L, Voice.Stream(Voice.Frames(Voice.Saying(words))));
        await app.EndOfAsync(trial.Id);
        return trial.Id;
    }
}
