using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.ListeningTests;
using SpeechScoop.Web.ListeningTests.Listening;
using SpeechScoop.Web.Tests.Hosting;

namespace SpeechScoop.Web.Tests.ListeningTests.Listening;

/// <summary>What others rated, kept up to date, is what reading everything again would give.</summary>
public sealed class SessionCoverageTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(60);

    private readonly ScoopApp app = new();

    public void Dispose() => app.Dispose();

    private static Task<ListeningTestDefinition> DefinitionAsync(ScoopApp app, TrialDesign design = TrialDesign.Mushra) => TestDefinitions.OfAsync(app, design, known => known with
    {
        Sections = [new ConsentSection(), .. known.Sections.Cast<TrialSection>().Select(section => section with { PerListener = 1, Quota = 5 })],
    }, options: new() { MustPlay = PlayRule.None, MustRate = false });

    [Fact]
    public async Task Sessions_that_begin_end_leave_and_grow_old_are_counted_as_if_all_were_read_again()
    {
        var test = await OpenTest.CreateAsync(app, await DefinitionAsync(app));
        var coverage = new SessionCoverage();
        var random = new SeededRandom(3);
        var keys = new List<string>();
        for (var round = 0; round < 12; round++)
        {
            for (var i = 0; i < 3; i++) keys.Add((await test.StartAsync()).Text("key"));
            var key = keys[random.Next(keys.Count)];
            var session = (await test.Store<ListeningSessionStore>().FindAsync(key)).Value;
            if (session.Outcome is SessionOutcome.Running)
            {
                await test.RespondAsync(key, session.Position, session.Position == 0 ? new { agrees = random.Next(4) > 0 } : new { });
                coverage.Touch(test.Id, session.Id);
            }
            // Halfway a day goes by: whoever runs then counts only as far as they came.
            await SameAsync(test, coverage, round < 6 ? session.CreatedAt.AddMinutes(1) : Now);
        }
    }

    [Fact]
    public async Task An_arena_that_goes_on_counts_its_further_rounds()
    {
        var test = await OpenTest.CreateAsync(app, await DefinitionAsync(app, TrialDesign.Arena));
        var coverage = new SessionCoverage();
        var session = await test.StartAsync();
        var key = session.Text("key");
        await test.RespondAsync(key, 0, new { agrees = true });
        for (var page = 1; page < session.Number("pageCount"); page++) await test.RespondAsync(key, page, new { });
        var id = (await test.Store<ListeningSessionStore>().FindAsync(key)).Value.Id;
        await SameAsync(test, coverage, (await test.Store<ListeningSessionStore>().FindAsync(key)).Value.CreatedAt);
        await test.PostAsync($"/api/listen/{test.Token}/sessions/{key}/more", new { });
        coverage.Touch(test.Id, id);
        await SameAsync(test, coverage, (await test.Store<ListeningSessionStore>().FindAsync(key)).Value.CreatedAt);
    }

    [Fact]
    public async Task Listeners_with_part_of_the_trials_get_them_evenly_whoever_ended()
    {
        var test = await OpenTest.CreateAsync(app, await DefinitionAsync(app));
        var trials = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            var key = (await test.StartAsync()).Text("key");
            trials.Add(PlanJson.Read((await test.Store<ListeningSessionStore>().FindAsync(key)).Value.Plan).Pages.Single(page => page.Trial is not null).Trial!);
        }
        Assert.Equal([4, 4], trials.GroupBy(trial => trial).Select(trial => trial.Count()));
    }

    [Fact]
    public async Task Tests_whose_plans_depend_on_nobody_read_nobody()
    {
        Assert.False(SessionCoverage.Matters(await TestDefinitions.OfAsync(app, TrialDesign.Mushra)));
        Assert.True(SessionCoverage.Matters(await DefinitionAsync(app)));
        Assert.True(SessionCoverage.Matters(await TestDefinitions.OfAsync(app, TrialDesign.Arena)));
    }

    private static async Task SameAsync(OpenTest test, SessionCoverage coverage, DateTimeOffset now)
    {
        var store = test.Store<ListeningSessionStore>();
        var kept = (await store.ReadEarlierAsync(test.Id, earlier => coverage.ReadAsync(new(test.Id, test.Definition), earlier, now))).Value;
        var anew = (await store.ReadEarlierAsync(test.Id, earlier => new SessionCoverage().ReadAsync(new(test.Id, test.Definition), earlier, now))).Value;
        var expected = Coverage.Of(test.Definition, (await store.OfTestAsync(test.Id)).Value.Select(session => (session, plan: PlanJson.Read(session.Plan))).Select(known => known.session.Outcome switch
        {
            SessionOutcome.Completed => known.plan,
            SessionOutcome.Running when now - known.session.CreatedAt < SessionCoverage.Sitting => known.plan,
            SessionOutcome.Running => new SessionPlan([.. known.plan.Pages.Take(known.session.Position)]),
            _ => new SessionPlan([]),
        }));
        foreach (var trial in test.Definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials))
            foreach (var stimulus in trial.Stimuli)
                Assert.Equal((expected.Of(trial.Id, stimulus.Id), expected.Of(trial.Id, stimulus.Id)), (kept.Of(trial.Id, stimulus.Id), anew.Of(trial.Id, stimulus.Id)));
    }
}
