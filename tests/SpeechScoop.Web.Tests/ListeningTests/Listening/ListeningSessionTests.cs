using System.Net;
using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.ListeningTests;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Listening;

public sealed class ListeningSessionTests(ScoopApp app) : IClassFixture<ScoopApp>
{
    private static readonly string[] Tones = ["1", "2", "3"];

    public static TheoryData<TrialDesign> Designs => [.. Enum.GetValues<TrialDesign>()];

    [Theory]
    [MemberData(nameof(Designs))]
    public async Task A_session_of_every_design_is_rated_to_its_end(TrialDesign design)
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, design, known => known with { Finish = new() { Message = "Thanks", CompletionCode = "C0DE" } }));
        var session = await test.StartAsync();
        var key = session.Text("key");
        Assert.Equal((0, session.Number("pageCount"), "running"), (session.Number("position"), session.Number("trialCount"), session.Text("outcome")));
        for (var index = 0; index < session.Number("pageCount"); index++)
        {
            var trial = (await test.PageAsync(key, index)).Body.GetProperty("trial");
            Assert.Equal((index + 1, session.Number("pageCount")), (trial.Number("number"), trial.Number("count")));
            var (early, problem) = await test.RespondAsync(key, index, new { });
            Assert.Equal((HttpStatusCode.Conflict, "ratings-missing"), (early, problem.Text("code")));
            await test.PlayAsync(key, index);
            foreach (var rating in Ratings(design, index, trial)) Assert.Equal(HttpStatusCode.OK, (await test.RateAsync(key, rating)).Status);
            Assert.Equal(Ratings(design, index, trial).Count(), (await test.PageAsync(key, index)).Body.GetProperty("trial").GetProperty("ratings").GetArrayLength());
            Assert.Equal(HttpStatusCode.OK, (await test.RespondAsync(key, index, new { })).Status);
        }
        session = (await test.GetAsync($"/api/listen/{test.Token}/sessions/{key}")).Body;
        Assert.Equal(("completed", "Thanks", "C0DE"), (session.Text("outcome"), session.GetProperty("finish").Text("message"), session.GetProperty("finish").Text("code")));

        var rows = (await TestRows.ReadAsync(
            test.Id, test.Definition, test.Store<ListeningSessionStore>(), test.Store<ListeningRatingStore>(), test.Store<ListeningResponseStore>())).Value;
        Assert.Equal(SessionOutcome.Completed, Assert.Single(rows.Sessions).Outcome);
        Assert.All(rows.Ratings, rating => Assert.Equal((design, rating.Trial), (rating.Design, rating.Item)));
        if (design is TrialDesign.Abx) Assert.All(rows.Ratings, rating => Assert.True(rating.Value is 0 or 1));
        if (design is TrialDesign.Transcription) Assert.All(rows.Ratings, rating => Assert.Equal("good morning", rating.Text));
    }

    [Fact]
    public async Task Whether_X_was_found_is_decided_on_the_server_and_not_told()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Abx));
        for (var listener = 0; listener < 8; listener++)
        {
            var key = (await test.StartAsync()).Text("key");
            var x = await test.Client.GetByteArrayAsync($"/api/listen/{test.Token}/sessions/{key}/pages/0/audio/X");
            var a = await test.Client.GetByteArrayAsync($"/api/listen/{test.Token}/sessions/{key}/pages/0/audio/A");
            await test.RateAsync(key, new { page = 0, label = "A", other = "B", scale = "abx" });
            Assert.Equal(x.AsSpan().SequenceEqual(a) ? 1 : 0, (await test.HistoryAsync())[^1].Value);
            Assert.False((await test.PageAsync(key, 0)).Body.GetProperty("trial").GetProperty("ratings")[0].TryGetProperty("value", out _));
        }
        Assert.Equal([0, 1], (await test.HistoryAsync()).Select(rating => rating.Value!.Value).Distinct().Order());
    }

    [Fact]
    public async Task A_known_key_or_listener_resumes_with_the_same_order_and_everything_rated()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Mushra));
        var first = await test.StartAsync(new() { ["PROLIFIC_PID"] = "p-1", ["evil"] = "dropped" });
        var key = first.Text("key");
        var page = (await test.PageAsync(key, 0)).Body.ToString();
        await test.RateAsync(key, new { page = 0, label = "A", scale = "mushra", value = 61 });
        Assert.Equal(key, (await test.StartAsync(new() { ["PROLIFIC_PID"] = "p-1" })).Text("key"));
        Assert.Equal(key, (await test.StartAsync(key: key)).Text("key"));
        Assert.Equal(key, (await test.StartAsync(key: key, token: await test.LinkAsync())).Text("key"));
        Assert.NotEqual(key, (await test.StartAsync(new() { ["PROLIFIC_PID"] = "p-2" })).Text("key"));
        Assert.NotEqual(key, (await test.StartAsync(key: "no-such-key")).Text("key"));
        var again = (await test.PageAsync(key, 0)).Body;
        Assert.Equal(61, again.GetProperty("trial").GetProperty("ratings")[0].GetProperty("value").GetDouble());
        Assert.Equal(page.Replace("\"ratings\":[]", "", StringComparison.Ordinal)[..200], again.ToString()[..200]);
        Assert.Equal("{\"PROLIFIC_PID\":\"p-1\"}", (await test.Store<ListeningSessionStore>().FindAsync(key)).Value.Parameters);
    }

    [Fact]
    public async Task Nothing_on_a_page_or_in_its_sound_tells_a_condition()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Mushra));
        var key = (await test.StartAsync()).Text("key");
        var body = (await test.PageAsync(key, 0)).Body;
        foreach (var secret in (string[])["secret", "\"one\"", "\"two\"", test.Definition.Sections.OfType<TrialSection>().First().Trials[0].Stimuli[0].Clip!])
            Assert.DoesNotContain(secret, body.ToString(), StringComparison.Ordinal);
        foreach (var stimulus in body.GetProperty("trial").GetProperty("stimuli").EnumerateArray())
        {
            using var sound = await test.Client.GetAsync(stimulus.Text("audio"));
            Assert.Equal(("audio/wav", "private, no-store"), (sound.Content.Headers.ContentType?.ToString(), string.Join(", ", sound.Headers.GetValues("Cache-Control").SelectMany(value => value.Split(", ")).Order().Reverse())));
            Assert.Equal((null, null, null), (sound.Headers.ETag, sound.Content.Headers.LastModified, sound.Content.Headers.ContentDisposition));
            var bytes = await sound.Content.ReadAsByteArrayAsync();
            Assert.Equal((1, 16), (bytes[20], bytes[34]));
        }
    }

    [Fact]
    public async Task Who_does_not_agree_leaves_and_who_fails_the_headphone_screen_is_sent_away_with_that_code()
    {
        var definition = await TestDefinitions.OfAsync(app, TrialDesign.Acr, known => known with
        {
            Sections = [new ConsentSection(), new HeadphoneSection { Questions = 3, PassMark = 3, Attempts = 2, Excludes = true }, .. known.Sections],
            Finish = new() { CompletionCode = "DONE", ScreenedOutCode = "OUT", ScreenedOutRedirect = "https://panel.example/back?cc={code}&pid={PROLIFIC_PID}&none={NONE}" },
        });
        var test = await OpenTest.CreateAsync(app, definition);
        var declined = (await test.RespondAsync((await test.StartAsync()).Text("key"), 0, new { agrees = false })).Body;
        Assert.Equal("declined", declined.Text("outcome"));
        Assert.False(declined.GetProperty("finish").TryGetProperty("code", out _));

        var key = (await test.StartAsync(new() { ["PROLIFIC_PID"] = "a&b=c" })).Text("key");
        await test.RespondAsync(key, 0, new { agrees = true });
        Assert.Equal(Tones.Length, (await test.PageAsync(key, 1)).Body.GetProperty("questions").GetArrayLength());
        var right = SpeechScoop.Web.ListeningTests.Listening.HeadphoneScreen.Questions(
            definition, (HeadphoneSection)definition.Sections[1], new("", "", "", 1, false, new([])), 1).Select(question => question.Quiet).ToArray();
        var wrong = right.Select(quiet => (quiet % 3) + 1).ToArray();
        var id = Guid.CreateVersion7().ToString();
        var once = (await test.RespondAsync(key, 1, new { choices = wrong }, id)).Body;
        Assert.Equal((1, 0, false, 1), (once.Number("position"), once.GetProperty("headphones").Number("right"), once.GetProperty("headphones").GetProperty("passed").GetBoolean(), once.GetProperty("headphones").Number("attemptsLeft")));
        Assert.Equal(once.ToString(), (await test.RespondAsync(key, 1, new { choices = wrong }, id)).Body.ToString());
        Assert.Equal("response-exists", (await test.RespondAsync(key, 1, new { choices = right }, id)).Body.Text("code"));
        var out2 = (await test.RespondAsync(key, 1, new { choices = wrong })).Body;
        Assert.Equal(("screened-out", "OUT", "https://panel.example/back?cc=OUT&pid=a%26b%3Dc&none="), (out2.Text("outcome"), out2.GetProperty("finish").Text("code"), out2.GetProperty("finish").Text("redirect")));

        var good = (await test.StartAsync(new() { ["PROLIFIC_PID"] = "good" })).Text("key");
        await test.RespondAsync(good, 0, new { agrees = true });
        var passes = Enumerable.Range(1, 20).Select(number => 0).ToArray();
        Assert.Equal("choices", (await test.RespondAsync(good, 1, new { choices = passes })).Body.Text("code"));
    }

    [Fact]
    public async Task Answers_about_the_listener_are_checked_and_reach_the_analysis()
    {
        var definition = await TestDefinitions.OfAsync(app, TrialDesign.Acr, known => known with
        {
            Sections =
            [
                new QuestionnaireSection { Fields = [new("age", "Age", FieldType.Number) { Minimum = 18, Maximum = 99 }, new("gear", "Gear", FieldType.Choice) { Choices = ["over-ear", "in-ear"], Optional = true }] },
                new VolumeSection(), .. known.Sections,
            ],
        });
        var test = await OpenTest.CreateAsync(app, definition);
        var key = (await test.StartAsync()).Text("key");
        foreach (var (answers, code) in ((object, string)[])[(new { }, "answer-missing"), (new { age = "seventeen" }, "answer-number"), (new { age = 17 }, "answer-number"), (new { age = "40", gear = "radio" }, "answer-choice"), (new { age = "40", shoe = 3 }, "answer-unknown")])
            Assert.Equal((HttpStatusCode.BadRequest, code), ((await test.RespondAsync(key, 0, answers)) is var (status, body) ? (status, body.Text("code")) : default));
        Assert.Equal(1, (await test.RespondAsync(key, 0, new { age = "40", gear = "in-ear" })).Body.Number("position"));
        Assert.Equal("volume", (await test.RespondAsync(key, 1, new { volume = 2 })).Body.Text("code"));
        using var loudest = await test.Client.GetAsync((await test.PageAsync(key, 1)).Body.Text("audio"));
        Assert.Equal(HttpStatusCode.OK, loudest.StatusCode);
        Assert.Equal(2, (await test.RespondAsync(key, 1, new { volume = 0.4 })).Body.Number("position"));
        var rows = (await TestRows.ReadAsync(test.Id, definition, test.Store<ListeningSessionStore>(), test.Store<ListeningRatingStore>(), test.Store<ListeningResponseStore>())).Value;
        Assert.Equal(new Dictionary<string, string> { ["age"] = "40", ["gear"] = "in-ear" }, rows.Sessions[0].Answers);
    }

    [Fact]
    public async Task An_arena_goes_on_as_long_as_the_listener_likes()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Arena));
        var session = await test.StartAsync();
        var (key, round) = (session.Text("key"), session.Number("pageCount"));
        async Task<JsonElement> PlayAsync(int from, int to)
        {
            JsonElement last = default;
            for (var page = from; page < to; page++)
            {
                Assert.Equal(HttpStatusCode.OK, (await test.RateAsync(key, new { page, label = "A", other = "B", scale = "preference", value = 1 })).Status);
                await test.PlayAsync(key, page);
                last = (await test.RespondAsync(key, page, new { })).Body;
            }
            return last;
        }
        var first = await PlayAsync(0, round);
        Assert.Equal(("completed", true), (first.Text("outcome"), first.GetProperty("canAddMore").GetBoolean()));
        var more = (await test.PostAsync($"/api/listen/{test.Token}/sessions/{key}/more", new { })).Body;
        Assert.Equal(("running", round), (more.Text("outcome"), more.Number("position")));
        Assert.True(more.Number("pageCount") > round);
        Assert.Equal("completed", (await PlayAsync(round, more.Number("pageCount"))).Text("outcome"));
        Assert.Equal(more.Number("pageCount"), (await test.HistoryAsync()).Count);
    }

    [Fact]
    public async Task A_preview_shows_the_draft_and_never_counts()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr), preview: true, publish: false);
        var session = await test.StartAsync();
        Assert.True(session.GetProperty("preview").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await test.RateAsync(session.Text("key"), new { page = 0, label = "A", scale = "acr", value = 4 })).Status);
        Assert.Empty(await test.HistoryAsync());
        Assert.Equal("draft", (await test.GetAsync($"/api/listen/{test.Token}")).Body.Text("status"));
        var (status, problem) = await test.PostAsync($"/api/listen/{await test.LinkAsync()}/sessions", new { });
        Assert.Equal((HttpStatusCode.Conflict, "test-draft"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task Events_arrive_once()
    {
        var test = await OpenTest.CreateAsync(app, await TestDefinitions.OfAsync(app, TrialDesign.Acr));
        var address = $"/api/listen/{test.Token}/sessions/{(await test.StartAsync()).Text("key")}/events/{Guid.CreateVersion7()}";
        var batch = new { events = new[] { new { type = "play", page = 0, label = "A", position = 0.5, at = "2026-11-25T12:00:00Z" } } };
        Assert.Equal(HttpStatusCode.NoContent, (await test.PutAsync(address, batch)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await test.PutAsync(address, batch)).Status);
        var stored = Assert.Single((await test.Store<ListeningEventStore>().OfTestAsync(test.Id)).Value);
        Assert.Contains("\"type\":\"play\"", stored.Events, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await test.PutAsync(address, new { events = new[] { new { type = "explode", page = 0, at = "2026-11-25T12:00:00Z" } } })).Status);
    }

    private static IEnumerable<object> Ratings(TrialDesign design, int page, JsonElement trial)
    {
        var labels = trial.GetProperty("stimuli").EnumerateArray().Select(stimulus => stimulus.Text("label")).ToArray();
        foreach (var scale in trial.GetProperty("scales").EnumerateArray().Select(scale => scale.Text("id")))
        {
            if (design is TrialDesign.Abx) yield return new { page, label = labels[1], other = labels[0], scale };
            else if (design is TrialDesign.Ccr) yield return new { page, label = labels[1], other = labels[0], scale, value = -2 };
            else if (StimulusOrder.ComparesTwo(design)) yield return new { page, label = labels[0], other = labels[1], scale, value = 0 };
            else if (design is TrialDesign.Transcription) yield return new { page, label = labels[0], scale, text = "good morning" };
            else foreach (var label in labels) yield return new { page, label, scale, value = 3, elapsedSeconds = 1.5, plays = 2, at = "2026-11-25T12:00:00Z" };
        }
    }
}
