using System.Text.Json;
using CsCheck;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class SessionPlannerTests
{
    private static readonly Trial Mushra = SampleTests.Of(TrialDesign.Mushra, "1", "reference", "a", "b", "c", "anchor35", "anchor70");

    [Fact]
    public void A_plan_follows_the_sections_and_is_the_same_for_the_same_session() => Gen.Select(Gen.Long, Gen.Int[0, 500]).Sample((seed, session) =>
    {
        var definition = SampleTests.Of(seed, new ConsentSection(), new TrialSection { Training = true, Trials = [Mushra with { Id = "practice" }] },
            new TextSection(), SampleTests.Trials(SampleTests.AllAcr(3, 4)) with { Repeats = 2, PerListener = 6 }, new QuestionnaireSection());

        var plan = SessionPlanner.Plan(definition, session, Coverage.None);
        Assert.Equal(JsonSerializer.Serialize(plan), JsonSerializer.Serialize(SessionPlanner.Plan(definition, session, Coverage.None)));
        Assert.Equal([0, 1, 2, .. Enumerable.Repeat(3, 8), 4], plan.Pages.Select(page => page.Section));
        Assert.Equal("practice", plan.Pages[1].Trial);
        Assert.Equal(2, plan.Pages.Count(page => page.Repeat));
        Assert.All(plan.Pages.Where(page => page.IsTrial), page => Assert.NotEmpty(page.Scales));
    });

    /// <summary>Pinned: a stored seed must bring back the same order in every later version.</summary>
    [Fact]
    public void A_seed_always_gives_the_same_plan()
    {
        var definition = SampleTests.Of(20261125, SampleTests.Trials([Mushra, .. SampleTests.AllAcr(1, 4)]));
        var pages = SessionPlanner.Plan(definition, 3, Coverage.None).Pages;
        Assert.Equal("a-3 a-1 Mushra-1 a-2 a-4", string.Join(' ', pages.Select(page => page.Trial)));
        Assert.Equal("c anchor70 anchor35 b reference a", string.Join(' ', pages.Single(page => page.Trial == Mushra.Id).Stimuli));
    }

    [Fact]
    public void Fixed_orders_are_kept_and_groups_stay_together_when_shuffled() => Gen.Select(Gen.Long, Gen.Int[0, 100]).Sample((seed, session) =>
    {
        var trials = SampleTests.AllAcr(1, 8).Select((trial, i) => trial with { Group = i is >= 2 and <= 4 ? "block" : null }).ToArray();
        Assert.Equal(trials.Select(trial => trial.Id), Ids(seed, session, new TrialSection { Order = TrialOrder.Fixed, Trials = trials }));

        var shuffled = Ids(seed, session, new TrialSection { Trials = trials, Repeats = 3 });
        var first = shuffled.IndexOf("a-3");
        Assert.Equal(["a-3", "a-4", "a-5"], shuffled.GetRange(first, 3));
        Assert.Equal(trials.Select(trial => trial.Id).Order(), shuffled.Distinct().Order());
    });

    [Fact]
    public void Repeats_come_after_their_first_showing_and_never_next_to_it() =>
        Gen.Select(Gen.Long, Gen.Int[2, 7], Gen.Int[1, 7], Gen.Enum<TrialOrder>()).Sample((seed, trials, repeats, order) =>
        {
            var section = new TrialSection { Trials = SampleTests.AllAcr(1, trials), Repeats = repeats, Order = order };
            var pages = SessionPlanner.Plan(SampleTests.Of(seed, section), 5, Coverage.None).Pages;
            Assert.Equal(trials + Math.Min(trials, repeats), pages.Count);
            for (var i = 0; i < pages.Count; i++)
            {
                Assert.Equal(pages.Take(i).Any(page => page.Trial == pages[i].Trial), pages[i].Repeat);
                if (i > 0) Assert.NotEqual(pages[i - 1].Trial, pages[i].Trial);
            }
        });

    [Fact]
    public void Every_stimulus_gets_a_label_once_and_the_hidden_reference_is_among_them() => Gen.Select(Gen.Long, Gen.Int[0, 100]).Sample((seed, session) =>
    {
        Assert.Equal(["a", "anchor35", "anchor70", "b", "c", "reference"], Page(Mushra).Stimuli.Order());
        Assert.Equal(["a", "reference"], Page(SampleTests.Of(TrialDesign.Bs1116, "1", "reference", "a")).Stimuli.Order());
        Assert.Equal(["a"], Page(SampleTests.Of(TrialDesign.Dcr, "1", "reference", "a")).Stimuli);
        Assert.Equal(Mushra.Stimuli.Select(stimulus => stimulus.Id), Page(Mushra with { Options = new() { ShuffleStimuli = false } }).Stimuli);

        PlannedPage Page(Trial trial) => Assert.Single(SessionPlanner.Plan(SampleTests.Of(seed, SampleTests.Trials(trial)), session, Coverage.None).Pages);
    });

    [Fact]
    public void Every_place_of_a_mushra_page_is_as_likely_for_every_stimulus()
    {
        var definition = SampleTests.Of(1, SampleTests.Trials(Mushra));
        var counts = Enumerable.Range(0, 6000).SelectMany(session => SessionPlanner.Plan(definition, session, Coverage.None).Pages[0].Stimuli.Index())
            .CountBy(place => place).ToList();

        // 36 cells of 1000 expected with fixed margins: chi-square with 25 degrees of freedom is below 52.6 with probability 0.999.
        Assert.Equal(36, counts.Count);
        Assert.InRange(counts.Sum(count => Math.Pow(count.Value - 1000, 2) / 1000), 0, 52.6);
    }

    [Theory]
    [InlineData(TrialDesign.Ab)]
    [InlineData(TrialDesign.Ccr)]
    [InlineData(TrialDesign.Abx)]
    public void Pairs_come_in_both_orders_equally_often_within_a_session_and_over_two(TrialDesign design) => Gen.Select(Gen.Long, Gen.Int[0, 100]).Sample((seed, block) =>
    {
        var section = SampleTests.Trials([.. Enumerable.Range(0, 6).Select(i => SampleTests.Of(design, $"{i}", "a", "b"))]);
        var plans = Enumerable.Range(4 * block, 4).Select(session => SessionPlanner.Plan(SampleTests.Of(seed, section), session, Coverage.None)).ToList();

        Assert.All(plans, plan => Assert.Equal(3, plan.Pages.Count(page => page.Stimuli[0] == "a")));
        foreach (var trial in section.Trials)
        {
            var pages = plans.Select(plan => plan.Pages.Single(page => page.Trial == trial.Id)).ToList();
            Assert.Equal(1, pages.Take(2).Count(page => page.Stimuli[0] == "a"));
            // Over four sessions X is the first and the second presented, a and b, once each.
            if (design == TrialDesign.Abx) Assert.Equal(4, pages.Select(page => (page.Stimuli[0], page.X)).Distinct().Count());
        }
        if (design == TrialDesign.Abx) Assert.All(plans, plan => Assert.Equal(3, plan.Pages.Count(page => page.X == "a")));
    });

    [Fact]
    public void P835_asks_signal_or_background_first_in_turn_and_overall_last() => Gen.Select(Gen.Long, Gen.Int[0, 100]).Sample((seed, block) =>
    {
        var section = SampleTests.Trials([.. Enumerable.Range(0, 3).Select(i => SampleTests.Of(TrialDesign.P835, $"{i}", "a"))]);
        var orders = Enumerable.Range(2 * block, 2).Select(session =>
            Assert.Single(SessionPlanner.Plan(SampleTests.Of(seed, section), session, Coverage.None).Pages.Select(page => string.Join(' ', page.Scales)).Distinct()));
        Assert.Equal(["bak sig ovrl", "sig bak ovrl"], orders.Order());
    });

    [Fact]
    public void Own_scales_are_asked_in_their_order()
    {
        var trial = SampleTests.Of(TrialDesign.Likert, "1", "a", "b") with { Scales = [new() { Id = "warm" }, new() { Id = "loud" }] };
        Assert.Equal(["warm", "loud"], SessionPlanner.Plan(SampleTests.Of(1, SampleTests.Trials(trial)), 0, Coverage.None).Pages[0].Scales);
    }

    private static List<string?> Ids(long seed, int session, TrialSection section) =>
        [.. SessionPlanner.Plan(SampleTests.Of(seed, section), session, Coverage.None).Pages.Select(page => page.Trial)];
}
