using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SpeechScoop.Storage;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Ratings;
using SpeechScoop.Web.Tests.Live.Bench;

namespace SpeechScoop.Web.Tests.Ratings;

public sealed class RatingsTests
{
    [Fact]
    public async Task A_rating_acknowledged_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("scoop-ratings-").FullName;
        string trial;
        await using (var app = new BenchApp { DataPath = folder, KeepsData = true })
        {
            trial = await TrialAsync(app);
            Assert.Equal(HttpStatusCode.OK, (await PutAsync(app, Guid.CreateVersion7(), Body(trial))).StatusCode);
        }
        await using var again = new BenchApp { DataPath = folder };
        var rating = Assert.Single((await again.ReadAsync(trial)).Ratings);
        Assert.Equal(("A", "acr", 4, "Zoë <b>", true), (rating.Stimulus, rating.Scale, rating.Value, rating.Listener, rating.Blind));
    }

    [Fact]
    public async Task Sending_twice_is_harmless_and_another_answer_under_the_same_id_is_a_conflict()
    {
        await using var app = new BenchApp();
        var trial = await TrialAsync(app);
        var id = Guid.CreateVersion7();
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(app, id, Body(trial))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(app, id, Body(trial))).StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, "rating-exists"), await RefusedAsync(app, id, Body(trial, value: 5)));
        Assert.Equal(4, Assert.Single((await app.ReadAsync(trial)).Ratings).Value);
    }

    [Fact]
    public async Task A_changed_mind_counts_and_sessions_are_apart()
    {
        await using var app = new BenchApp();
        var trial = await TrialAsync(app);
        await PutAsync(app, Guid.CreateVersion7(), Body(trial, value: 2));
        await PutAsync(app, Guid.CreateVersion7(), Body(trial, value: 3));
        await PutAsync(app, Guid.CreateVersion7(), Body(trial, value: 5, session: "other"));
        Assert.Equal([3, 5], (await app.ReadAsync(trial)).Ratings.Select(rating => rating.Value));
        var own = await app.Http.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/live/trials/{trial}?session=other");
        Assert.Equal(5, Assert.Single(own.GetProperty("ratings").EnumerateArray()).GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task Ratings_after_the_reveal_are_marked_as_not_blind()
    {
        await using var app = new BenchApp();
        var trial = await TrialAsync(app);
        await app.PostAsync($"/api/live/trials/{trial}/reveal");
        var stored = await (await PutAsync(app, Guid.CreateVersion7(), Body(trial))).Content.ReadFromJsonAsync<RatingView>();
        Assert.False(stored!.Blind);
    }

    [Fact]
    public async Task A_preference_names_two_stimuli()
    {
        await using var app = new BenchApp();
        var trial = await TrialAsync(app);
        var response = await PutAsync(app, Guid.CreateVersion7(), Body(trial, scale: "preference", value: -1, other: "B"));
        Assert.Equal((HttpStatusCode.OK, "B"), (response.StatusCode, (await response.Content.ReadFromJsonAsync<RatingView>())!.Other));
    }

    [Fact]
    public async Task Answers_off_the_scale_or_about_nothing_are_refused()
    {
        await using var app = new BenchApp();
        var trial = await TrialAsync(app);
        foreach (var (body, status, code) in new[]
        {
            (Body(trial, value: 6), HttpStatusCode.BadRequest, "rating-out-of-range"),
            (Body(trial, value: 3.5), HttpStatusCode.BadRequest, "rating-out-of-range"),
            (Body(trial, scale: "stars"), HttpStatusCode.BadRequest, "unknown-scale"),
            (Body(trial, scale: "mushra", value: 50), HttpStatusCode.BadRequest, "scale-needs-reference"),
            (Body(trial, scale: "preference", value: 1), HttpStatusCode.BadRequest, "rating-needs-other"),
            (Body(trial, scale: "preference", value: 1, other: "A"), HttpStatusCode.BadRequest, "rating-same-stimulus"),
            (Body(trial, stimulus: "Z"), HttpStatusCode.NotFound, "stimulus-not-found"),
            (Body("nothing"), HttpStatusCode.NotFound, "trial-not-found"),
            (Body(trial, session: ""), HttpStatusCode.BadRequest, "session-name"),
            (Body(trial, session: new string('s', 201)), HttpStatusCode.BadRequest, "session-name"),
        })
            Assert.Equal((status, code), await RefusedAsync(app, Guid.CreateVersion7(), body));
        Assert.Equal("rating-id", (await BenchApp.ProblemAsync(await app.Http.PutAsJsonAsync("/api/ratings/one", Body(trial)))).Code);
        Assert.Empty((await app.ReadAsync(trial)).Ratings);
    }

    [Fact]
    public async Task A_stimulus_that_failed_cannot_be_rated()
    {
        await using var app = new BenchApp();
        var trial = await TrialAsync(app, "unspeakable");
        Assert.Equal((HttpStatusCode.Conflict, "stimulus-not-done"), await RefusedAsync(app, Guid.CreateVersion7(), Body(trial)));
    }

    [Fact]
    public async Task On_a_full_disk_a_rating_is_refused_aloud_nothing_rated_is_lost_and_the_server_lives()
    {
        await using var app = new BenchApp();
        app.Configure += services => services.AddSingleton(provider =>
            new OpenedDatabase(Database.Open(new DatabaseSettings(provider.GetRequiredService<SpeechScoopOptions>().DataPath, MaximumBytes: 220_000))));
        var trial = await TrialAsync(app);
        var stored = 0;
        (HttpStatusCode, string)? refused = null;
        for (var i = 0; i < 3000 && refused is null; i++)
        {
            var id = Guid.CreateVersion7();
            var body = Body(trial, session: $"session {i} {new string('x', 150)}");
            if ((await PutAsync(app, id, body)).StatusCode is HttpStatusCode.OK) stored++;
            else refused = await RefusedAsync(app, id, body);
        }
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "disk-full"), refused);
        Assert.Equal(stored, (await app.ReadAsync(trial)).Ratings.Count);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/health")).StatusCode);
    }

    private static async Task<string> TrialAsync(BenchApp app, string text = "hello")
    {
        var trial = await app.StartAsync("synthesis", new { text, systems = new[] { new { system = "voice-low" }, new { system = "voice-high" } }, blind = true });
        await app.EndOfAsync(trial.Id);
        return trial.Id;
    }

    private static object Body(string trial, string stimulus = "A", string scale = "acr", double value = 4, string? other = null, string session = "one") =>
        new { trial, stimulus, scale, value, other, listener = "Zoë <b>", session };

    private static Task<HttpResponseMessage> PutAsync(BenchApp app, Guid id, object body) => app.Http.PutAsJsonAsync($"/api/ratings/{id}", body);

    private static async Task<(HttpStatusCode, string)> RefusedAsync(BenchApp app, Guid id, object body)
    {
        var (status, code, _) = await BenchApp.ProblemAsync(await PutAsync(app, id, body));
        return (status, code);
    }
}
