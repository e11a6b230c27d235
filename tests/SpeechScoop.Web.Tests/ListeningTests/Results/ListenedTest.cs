using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.ListeningTests;

namespace SpeechScoop.Web.Tests.ListeningTests.Results;

/// <summary>A published test with simulated listeners, put into the stores as the listener's page would.</summary>
internal sealed class ListenedTest(Database database, ListeningTestDefinition definition)
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private int ratings;

    public string Id { get; } = Guid.CreateVersion7().ToString();

    /// <summary>The token by which listeners come in.</summary>
    public string Link => $"link-of-{Id}";

    private ListeningTestStore Tests => new(database);

    private ListeningSessionStore Sessions => new(database);

    /// <summary>A MUSHRA test of two codecs on three items, after a questionnaire and a page of practice.</summary>
    public static ListeningTestDefinition Mushra(string firstTitle = "Codec one") => new()
    {
        Title = "Codecs <at> 6 kbit/s",
        Seed = 7,
        Conditions =
        [
            new("reference", "Reference", StimulusRole.Reference), new("one", firstTitle), new("two", "Codec two"), new("anchor35", "Anchor 3.5 kHz", StimulusRole.Anchor35),
        ],
        Sections =
        [
            new QuestionnaireSection { Fields = [new("age", "How old are you?", FieldType.Number)] },
            new TrialSection { Training = true, Trials = [Trial("practice", "p")] },
            new TrialSection { Quota = 10, Trials = [Trial("t1", "i1"), Trial("t2", "i2"), Trial("t3", "i3")] },
        ],
    };

    /// <summary>One trial of each other design on one item, in the order of the pages.</summary>
    public static ListeningTestDefinition Mixed(string firstTitle = "Codec one") => Mushra(firstTitle) with
    {
        Title = "Everything else",
        Sections =
        [
            new TrialSection
            {
                Trials =
                [
                    Pair("acr", TrialDesign.Acr, "1"), Pair("p835", TrialDesign.P835, "2"), Pair("ccr", TrialDesign.Ccr, "r", "1"), Pair("ab", TrialDesign.Ab, "1", "2"),
                    Pair("abx", TrialDesign.Abx, "1", "2"), Pair("bs1116", TrialDesign.Bs1116, "r", "1"), Pair("likert", TrialDesign.Likert, "1", "2"), Pair("arena", TrialDesign.Arena, "1", "2"),
                ],
            },
        ],
    };

    private static Trial Pair(string id, TrialDesign design, params string[] stimuli)
    {
        var full = Trial(id, "i1");
        return full with { Design = design, Stimuli = [.. full.Stimuli.Where(stimulus => stimuli.Contains(stimulus.Id))] };
    }

    private static Trial Trial(string id, string item) => new()
    {
        Id = id, Design = TrialDesign.Mushra, Item = item,
        Stimuli =
        [
            new() { Id = "r", Condition = "reference", Role = StimulusRole.Reference, Clip = new('a', 64) },
            new() { Id = "1", Condition = "one", Clip = new('b', 64), Provenance = new() { SystemId = "codec-one", SystemVersion = "1.2.0", BitRate = 6000, Settings = "{\"books\":8}" } },
            new() { Id = "2", Condition = "two", Clip = new('c', 64) },
            new() { Id = "a", Condition = "anchor35", Role = StimulusRole.Anchor35, Clip = new('d', 64) },
        ],
    };

    public async Task PublishAsync()
    {
        var json = DefinitionJson.Write(definition);
        Assert.Null((await Tests.CreateAsync(new()
        {
            Id = Id, Lineage = Id, Version = 1, Title = definition.Title, Definition = json, Status = ListeningTestStatus.Draft, CreatedAt = Noon, ChangedAt = Noon,
        })).Error);
        Assert.Null((await Tests.PublishAsync(Id, DefinitionJson.Hash(definition), json, Noon)).Error);
        Assert.Null((await new ListeningLinkStore(database).CreateAsync(new() { Token = Link, TestId = Id, CreatedAt = Noon })).Error);
    }

    /// <summary>Starts a session whose pages are the definition's, in order.</summary>
    public async Task<ListeningSession> StartAsync(string listener, Dictionary<string, string>? parameters = null)
    {
        PlannedPage[] pages = [.. definition.Sections.SelectMany((section, index) => section is TrialSection trials
            ? trials.Trials.Select(trial => new PlannedPage(index, trial.Id)
            {
                Stimuli = [.. trial.Stimuli.Select(stimulus => stimulus.Id)], Scales = [.. StandardScales.For(trial, definition.Language).Select(scale => scale.Id)],
            })
            : [new PlannedPage(index)])];
        var started = await Sessions.StartAsync(new()
        {
            Id = $"s-{Id}-{listener}", Key = $"key-of-the-session-{Id}-{listener}", TestId = Id, Link = Link, Number = 0, Listener = listener, Preview = false, Plan = "", Position = 0,
            Outcome = SessionOutcome.Running, Parameters = JsonSerializer.Serialize(parameters ?? []), Agent = "{}", CreatedAt = Noon,
        }, (_, _) => Task.FromResult<Result<string>>(PlanJson.Write(new(pages))));
        Assert.Null(started.Error);
        return started.Value;
    }

    public async Task AnswerAsync(ListeningSession session, string age) => Assert.Null((await new ListeningResponseStore(database).AddAsync(
        new() { Id = Guid.CreateVersion7().ToString(), SessionId = session.Id, Page = 0, Answers = JsonSerializer.Serialize(new { age }), CreatedAt = Noon }, session.Key, 1)).Error);

    /// <summary>Completes a page with a comment.</summary>
    public async Task CommentAsync(ListeningSession session, int page, string comment)
    {
        await new ListeningSessionStore(database).SetPositionAsync(session.Key, page);
        Assert.Null((await new ListeningResponseStore(database).AddAsync(
            new() { Id = Guid.CreateVersion7().ToString(), SessionId = session.Id, Page = page, Answers = JsonSerializer.Serialize(new { comment }), CreatedAt = Noon }, session.Key, page + 1)).Error);
    }

    /// <summary>Ends a session as completed.</summary>
    public async Task FinishAsync(ListeningSession session) => Assert.Null((await Sessions.FinishAsync(session.Key, SessionOutcome.Completed, Noon.AddHours(1))).Error);

    public async Task RateAsync(ListeningSession session, int page, string trial, string stimulus, double value, string scale = "mushra", string? other = null)
    {
        await new ListeningSessionStore(database).SetPositionAsync(session.Key, page);
        Assert.Null((await new ListeningRatingStore(database).AddAsync(new()
        {
            Id = Guid.CreateVersion7().ToString(), SessionId = session.Id, Page = page, Trial = trial, Stimulus = stimulus, OtherStimulus = other, Scale = scale, Value = value,
            ElapsedSeconds = 12.5, Plays = 3, CreatedAt = Noon.AddSeconds(ratings++),
        })).Error);
    }

    /// <summary>Lets listeners rate everything: codec one about 70, codec two about 50, with offsets of listeners and items.</summary>
    public async Task SimulateAsync(int listeners, bool withCareless = true)
    {
        var random = new SeededRandom(1);
        for (var k = 0; k < listeners; k++)
        {
            var session = await StartAsync($"listener {k}", new() { ["PROLIFIC_PID"] = $"listener {k}" });
            await AnswerAsync(session, $"{20 + k}");
            foreach (var (stimulus, value) in ((string, double)[])[("r", 100), ("1", 1), ("2", 99), ("a", 0)]) await RateAsync(session, 1, "practice", stimulus, value);
            var careless = withCareless && k == 0;
            for (var t = 1; t <= 3; t++)
            {
                foreach (var (stimulus, value) in ((string, double)[])[("r", careless ? 40 : 98), ("1", careless ? 20 : 70), ("2", careless ? 80 : 50), ("a", 15)])
                    await RateAsync(session, t + 1, $"t{t}", stimulus, Math.Clamp(Math.Round(value + (2 * t) + (k % 3) + (24 * (random.NextDouble() - 0.5))), 0, 100));
            }
            await Sessions.FinishAsync(session.Key, SessionOutcome.Completed, Noon.AddHours(1));
        }
    }

    /// <summary>Lets listeners answer every page of <see cref="Mixed"/>.</summary>
    public async Task SimulateMixedAsync(int listeners)
    {
        var random = new SeededRandom(2);
        for (var k = 0; k < listeners; k++)
        {
            var session = await StartAsync($"listener {k}");
            await RateAsync(session, 0, "acr", "1", 3 + random.Next(3), "acr");
            foreach (var scale in (string[])["sig", "bak", "ovrl"]) await RateAsync(session, 1, "p835", "2", 2 + random.Next(3), scale);
            await RateAsync(session, 2, "ccr", k % 2 == 0 ? "1" : "r", (k % 2 == 0 ? -1 : 1) * (1 + random.Next(2)), "ccr", k % 2 == 0 ? "r" : "1");
            await RateAsync(session, 3, "ab", "1", random.Next(4) == 0 ? -1 : random.Next(4) == 0 ? 0 : 1, "preference", "2");
            await RateAsync(session, 4, "abx", "1", random.Next(4) == 0 ? 0 : 1, "abx", "2");
            await RateAsync(session, 5, "bs1116", "r", 4.5 + (0.1 * random.Next(6)), "bs1116");
            await RateAsync(session, 5, "bs1116", "1", 3 + (0.1 * random.Next(11)), "bs1116");
            foreach (var (stimulus, value) in ((string, int)[])[("1", 4), ("2", 3)]) await RateAsync(session, 6, "likert", stimulus, value - 1 + random.Next(3), "natural");
            await RateAsync(session, 7, "arena", "1", random.Next(3) == 0 ? -1 : 1, "preference", "2");
            await Sessions.FinishAsync(session.Key, SessionOutcome.Completed, Noon.AddHours(1));
        }
    }
}
