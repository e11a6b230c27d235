using System.Net;
using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Listening;

/// <summary>A page is left only when everything on it was played: the server holds to it, whatever the page in the browser says.</summary>
public sealed class PlayRuleTests : IDisposable
{
    private readonly ScoopApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<(OpenTest Test, string Key)> OpenAsync(TrialDesign design, TrialOptions? options = null)
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, design, options: options));
        return (test, (await test.StartAsync()).Text("key"));
    }

    [Fact]
    public async Task A_mushra_page_with_unplayed_sounds_is_refused_by_name_until_their_log_arrives()
    {
        var (test, key) = await OpenAsync(TrialDesign.Mushra);
        foreach (var label in (string[])["A", "B", "C"]) await test.RateAsync(key, new { page = 0, label, scale = "mushra", value = 50, plays = label == "A" ? 2 : 0 });
        await test.PlayAsync(key, 0, "switch", "B");
        await test.PlayAsync(key, 1, "play", "C");
        var id = Guid.CreateVersion7().ToString();
        var (status, problem) = await test.RespondAsync(key, 0, new { }, id);
        Assert.Equal((HttpStatusCode.Conflict, "not-played", "Not played yet: reference, C. Listen to each, then go on."), (status, problem.Text("code"), problem.Text("detail")));
        await test.PlayAsync(key, 0, "play", "reference", "C");
        Assert.Equal((HttpStatusCode.OK, 1), await test.RespondAsync(key, 0, new { }, id) is var (again, body) ? (again, body.Number("position")) : default);
        // Sent again after all, it is what was stored.
        Assert.Equal(HttpStatusCode.OK, (await test.RespondAsync(key, 0, new { }, id)).Status);
    }

    [Fact]
    public async Task Both_sounds_of_a_pair_and_X_must_be_played()
    {
        var (test, key) = await OpenAsync(TrialDesign.Abx);
        await test.RateAsync(key, new { page = 0, label = "A", other = "B", scale = "abx", plays = 3 });
        Assert.StartsWith("Not played yet: B, X.", (await test.RespondAsync(key, 0, new { })).Body.Text("detail"), StringComparison.Ordinal);
        await test.PlayAsync(key, 0, "switch", "B", "X");
        Assert.Equal(HttpStatusCode.OK, (await test.RespondAsync(key, 0, new { })).Status);
    }

    [Fact]
    public async Task Where_sounds_must_be_played_to_the_end_starting_them_is_not_enough()
    {
        var (test, key) = await OpenAsync(TrialDesign.Acr, new() { MustPlay = PlayRule.ToTheEnd });
        await test.RateAsync(key, new { page = 0, label = "A", scale = "acr", value = 4, plays = 5 });
        await test.PlayAsync(key, 0, "play", "A");
        Assert.StartsWith("Not played to the end yet: A.", (await test.RespondAsync(key, 0, new { })).Body.Text("detail"), StringComparison.Ordinal);
        await test.PlayAsync(key, 0, "heard", "A");
        Assert.Equal(HttpStatusCode.OK, (await test.RespondAsync(key, 0, new { })).Status);
    }

    [Fact]
    public async Task A_page_that_demands_no_playing_and_no_rating_may_be_left_at_once()
    {
        var (test, key) = await OpenAsync(TrialDesign.Acr, new() { MustPlay = PlayRule.None, MustRate = false });
        Assert.Equal(HttpStatusCode.OK, (await test.RespondAsync(key, 0, new { })).Status);
        var (strict, other) = await OpenAsync(TrialDesign.Acr, new() { MustRate = false });
        Assert.Equal("not-played", (await strict.RespondAsync(other, 0, new { })).Body.Text("code"));
    }

    [Fact]
    public async Task A_page_says_what_was_played_in_an_earlier_visit_and_other_sessions_plays_do_not_count()
    {
        var (test, key) = await OpenAsync(TrialDesign.Mushra);
        await test.PlayAsync(key, 0, "play", "A");
        await test.PlayAsync(key, 0, "heard", "A");
        await test.PlayAsync((await test.StartAsync()).Text("key"), 0, "play", "B");
        await test.RateAsync(key, new { page = 0, label = "C", scale = "mushra", value = 50, plays = 1 });
        var trial = (await test.PageAsync(key, 0)).Body.GetProperty("trial");
        Assert.Equal(["A", "C"], trial.GetProperty("started").EnumerateArray().Select(label => label.GetString()).Order());
        Assert.Equal(["A"], trial.GetProperty("whole").EnumerateArray().Select(label => label.GetString()));
    }
}
