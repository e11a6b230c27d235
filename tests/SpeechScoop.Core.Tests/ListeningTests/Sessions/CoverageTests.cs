using CsCheck;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class CoverageTests
{
    [Fact]
    public void Every_quota_is_met_by_as_few_sessions_as_can_meet_it() =>
        Gen.Select(Gen.Long, Gen.Int[1, 3], Gen.Int[2, 6], Gen.Int[1, 5], Gen.Int[1, 18]).Sample((seed, conditions, items, quota, perListener) =>
        {
            var trials = SampleTests.AllAcr(conditions, items);
            var size = Math.Min(perListener, trials.Length);
            var definition = SampleTests.Of(seed, SampleTests.Trials(trials) with { PerListener = size, Quota = quota });
            var plans = Sessions(definition, ((trials.Length * quota) + size - 1) / size);

            Assert.All(plans, plan => Assert.Equal(size, plan.Pages.Select(page => page.Trial).Distinct().Count()));
            var matrix = CoverageMatrix.Of(definition, Coverage.Of(definition, plans));
            Assert.Equal(trials.Length, matrix.Cells.Count);
            Assert.All(matrix.Cells, cell => Assert.InRange(cell.Given, quota, quota + 1));
            Assert.All(matrix.Cells, cell => Assert.Equal(quota, cell.Planned));
        });

    [Fact]
    public void What_lacks_most_is_drawn_first()
    {
        var trials = SampleTests.AllAcr(2, 3);
        var definition = SampleTests.Of(7, SampleTests.Trials(trials) with { PerListener = 2, Quota = 4 });
        var coverage = new Coverage(trials.Where(trial => trial.Id is not ("a-2" or "b-3")).Select(trial => new CoverageCount(trial.Id, trial.Stimuli[0].Id, null, 3)));

        Assert.Equal(["a-2", "b-3"], SessionPlanner.Plan(definition, 0, coverage).Pages.Select(page => page.Trial!).Order());
    }

    [Fact]
    public void A_subset_gets_one_trap_and_one_gold_clip_besides_and_not_first() => Gen.Select(Gen.Long, Gen.Int[0, 50]).Sample((seed, session) =>
    {
        Trial[] checks = [.. Enumerable.Range(0, 3).SelectMany(i => new[]
        {
            SampleTests.Acr("a", $"trap{i}") with { Check = new(CheckKind.Trap, 2) }, SampleTests.Acr("a", $"gold{i}") with { Check = new(CheckKind.Gold, 5, 1) },
        })];
        var definition = SampleTests.Of(seed, SampleTests.Trials([.. SampleTests.AllAcr(3, 5), .. checks]) with { PerListener = 10 });
        var ids = SessionPlanner.Plan(definition, session, Coverage.None).Pages.Select(page => page.Trial!).ToList();

        Assert.Equal(12, ids.Count);
        Assert.Single(ids, id => id.Contains("trap", StringComparison.Ordinal));
        Assert.Single(ids, id => id.Contains("gold", StringComparison.Ordinal));
        Assert.DoesNotContain(checks, check => check.Id == ids[0]);
    });

    [Fact]
    public void Ratings_of_a_page_count_once_and_practice_and_repeats_do_not()
    {
        var rating = new TestRating
        {
            Id = "1", Session = "s", Listener = "l", Page = 3, Trial = "t", Design = TrialDesign.P835, Item = "1", Stimulus = "a", Condition = "a",
            Role = StimulusRole.System, Scale = "sig", Value = 3, CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var pair = rating with { Trial = "p", Page = 4, Stimulus = "b", OtherStimulus = "a", Scale = "preference" };
        var coverage = Coverage.Of([rating, rating with { Id = "2", Scale = "bak" }, rating with { Id = "3", Page = 5, Repeat = true },
            rating with { Id = "4", Page = 6, Training = true }, pair, pair with { Id = "5", Session = "s2", Stimulus = "a", OtherStimulus = "b" }]);

        Assert.Equal(1, coverage.Of("t", "a"));
        Assert.Equal(2, coverage.OfPair("p", "a", "b"));
        Assert.Equal(2, coverage.OfPair("p", "b", "a"));
        Assert.Equal(2, coverage.Of("p", "a"));
    }

    [Fact]
    public void Arenas_compare_every_pair_of_conditions_equally_often_and_go_on() => Gen.Select(Gen.Long, Gen.Int[3, 5]).Sample((seed, systems) =>
    {
        string[] names = [.. Enumerable.Range(0, systems).Select(i => ((char)('a' + i)).ToString())];
        var definition = SampleTests.Of(seed, new TrialSection { PerListener = 4, Trials = [SampleTests.Of(TrialDesign.Arena, "1", names), SampleTests.Of(TrialDesign.Arena, "2", names)] });
        var plans = Sessions(definition, 12);

        var counts = plans.SelectMany(plan => plan.Pages).CountBy(page => string.Concat(page.Stimuli.Order())).Select(pair => pair.Value).ToList();
        Assert.Equal(systems * (systems - 1) / 2, counts.Count);
        Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        Assert.All(plans, plan => Assert.Equal(plan.Pages.Count, plan.Pages.Select(page => (page.Trial, string.Concat(page.Stimuli.Order()))).Distinct().Count()));

        var more = SessionPlanner.AppendRound(definition, 0, plans[0], Coverage.None);
        Assert.True(SessionPlanner.CanAppendRound(definition));
        Assert.Equal(plans[0].Pages, more.Pages.Take(4));
        Assert.Equal(8, more.Pages.Count);
        if (systems > 3) Assert.Equal(8, more.Pages.Select(page => (page.Trial, string.Concat(page.Stimuli.Order()))).Distinct().Count());
    });

    [Fact]
    public void Only_arenas_go_on()
    {
        var definition = SampleTests.Of(1, SampleTests.Trials(SampleTests.AllAcr(2, 2)));
        var plan = SessionPlanner.Plan(definition, 0, Coverage.None);
        Assert.False(SessionPlanner.CanAppendRound(definition));
        Assert.Same(plan, SessionPlanner.AppendRound(definition, 0, plan, Coverage.None));
    }

    private static List<SessionPlan> Sessions(ListeningTestDefinition definition, int count)
    {
        var plans = new List<SessionPlan>();
        for (var session = 0; session < count; session++) plans.Add(SessionPlanner.Plan(definition, session, Coverage.Of(definition, plans)));
        return plans;
    }
}
