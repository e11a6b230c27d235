using SpeechScoop.Statistics;

namespace SpeechScoop.Tests.Statistics;

public class BradleyTerryTests
{
    [Fact]
    public void Two_systems_have_the_odds_of_their_wins()
    {
        var found = BradleyTerry.Of(Repeat("a", "b", 30, 10), new() { Ridge = 0, Side = false })!;
        Assert.Equal(Math.Log(3), found.Systems[0].Strength - found.Systems[1].Strength, 1e-9);
        Assert.Equal(400 * Math.Log10(3), found.Systems[0].Points - found.Systems[1].Points, 1e-6);
        Assert.Equal(1000, found.Systems.Average(system => system.Points), 1e-9);
        Assert.Equal(new("a", "b", 30, 10, 0), Assert.Single(found.Pairs));
        Assert.Equal(0.75, found.Pairs[0].RateA);
        Assert.True(found.IsFinite);
        Assert.Equal(40, found.Systems[0].Choices);
    }

    [Fact]
    public void Known_strengths_side_and_ties_come_back_from_many_choices()
    {
        double[] truth = [0, 0.5, 1.0, 1.5, -0.8];
        var random = new SeededRandom(7);
        var found = BradleyTerry.Of(Simulate(random, truth, listeners: 400, choices: 50, advantage: 0.3, nu: 0.5), new() { Resamples = 0 })!;
        var mean = truth.Average();
        Assert.All(found.Systems, system => Assert.InRange(system.Strength - (truth[system.System[0] - 'a'] - mean), -0.05, 0.05));
        Assert.InRange(found.FirstAdvantage!.Value.Value, 0.25, 0.35);
        Assert.InRange(found.TieRate, 0.19, 0.21); // 0.5 / 2.5
        Assert.Equal(["d", "c", "b", "a", "e"], found.Systems.OrderBy(system => system.Rank).Select(system => system.System));
        Assert.Null(found.Systems[0].Interval);
    }

    [Fact]
    public void Bootstrap_intervals_cover_the_true_strengths_as_often_as_they_say()
    {
        double[] truth = [-0.75, -0.25, 0.25, 0.75];
        var (covered, all, advantage) = (0, 0, 0);
        var random = new SeededRandom(20261125);
        for (var simulation = 0; simulation < 300; simulation++)
        {
            var choices = Simulate(random, truth, listeners: 60, choices: 12, advantage: 0.2, nu: 0.4);
            var found = BradleyTerry.Of(choices, new() { Resamples = 250, Seed = simulation })!;
            if (found.FirstAdvantage!.Value.Interval is { Low: <= 0.2, High: >= 0.2 }) advantage++;
            foreach (var system in found.Systems)
            {
                all++;
                if (truth[system.System[0] - 'a'] is var value && value >= system.Interval!.Value.Low && value <= system.Interval!.Value.High) covered++;
            }
        }
        Assert.Equal(1200, all);
        Assert.InRange((double)covered / all, 0.93, 0.97);
        Assert.InRange(advantage / 300.0, 0.92, 0.98);
    }

    [Fact]
    public void Listeners_who_repeat_themselves_do_not_make_intervals_narrower()
    {
        // Each listener's one opinion ten times over: as if each had been asked once.
        PairedChoice[] once = [.. Enumerable.Range(0, 40).Select(i => new PairedChoice($"l{i}", "a", "b", i % 4 == 0 ? -1 : 1))];
        PairedChoice[] tenfold = [.. once.SelectMany(choice => Enumerable.Repeat(choice, 10))];
        var options = new BradleyTerryOptions { Ridge = 0.001, Side = false };
        var (one, ten) = (BradleyTerry.Of(once, options)!.Systems[0].Interval!.Value, BradleyTerry.Of(tenfold, options)!.Systems[0].Interval!.Value);
        Assert.InRange((ten.High - ten.Low) / (one.High - one.Low), 0.98, 1.02);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals()
    {
        var choices = Simulate(new(3), [0, 0.5, 1], 20, 6, 0, 0.3);
        Assert.Equal(BradleyTerry.Of(choices)!.Systems, BradleyTerry.Of(choices)!.Systems);
        Assert.NotEqual(BradleyTerry.Of(choices)!.Systems, BradleyTerry.Of(choices, new() { Seed = 1 })!.Systems);
    }

    [Fact]
    public void Ranks_are_shared_by_systems_whose_intervals_overlap()
    {
        // c beats a and b nearly always; a and b are even.
        var found = BradleyTerry.Of(
        [
            .. Enumerable.Range(0, 30).SelectMany(i => (PairedChoice[])
            [
                new($"l{i}", "a", "b", i % 2 == 0 ? 1 : -1), new($"l{i}", "c", "a", i == 0 ? -1 : 1), new($"l{i}", "b", "c", i == 1 ? 1 : -1),
            ]),
        ])!;
        Assert.Equal([("a", 2, 3), ("b", 2, 3), ("c", 1, 1)], found.Systems.Select(system => (system.System, system.Rank, system.WorstRank)).Order());
    }

    [Fact]
    public void An_unbeaten_system_stays_finite_by_the_prior_and_is_pointed_out()
    {
        var found = BradleyTerry.Of([.. Repeat("a", "b", 5, 0), .. Repeat("b", "c", 3, 2), .. Repeat("c", "a", 0, 4)])!;
        Assert.True(found.Converged);
        Assert.False(found.IsFinite);
        Assert.All(found.Systems, system => Assert.InRange(system.Strength, -20, 20));
        Assert.False(BradleyTerry.Of([.. Repeat("a", "b", 5, 0)], new() { Ridge = 0 })!.Converged);
    }

    [Fact]
    public void A_tie_bounds_a_system_that_never_lost() =>
        Assert.True(BradleyTerry.Of([.. Repeat("a", "b", 5, 0), new("one", "b", "a", 0)])!.IsFinite);

    [Fact]
    public void Systems_that_were_never_compared_are_told_apart_as_groups()
    {
        var found = BradleyTerry.Of([.. Repeat("a", "b", 3, 2), .. Repeat("c", "d", 1, 2)])!;
        Assert.Equal([["a", "b"], ["c", "d"]], found.Groups);
        Assert.False(found.IsFinite);
        Assert.Equal(2, found.Pairs.Count);
        Assert.Single(BradleyTerry.Of([.. Repeat("a", "b", 3, 2), .. Repeat("b", "c", 1, 2)])!.Groups);
    }

    [Fact]
    public void A_listener_who_always_takes_the_first_shows_as_a_side_and_not_as_strength()
    {
        var found = BradleyTerry.Of([.. Repeat("a", "b", 20, 1), .. Repeat("b", "a", 20, 1)])!;
        Assert.Equal(0, found.Systems[0].Strength, 1e-9);
        Assert.InRange(found.FirstAdvantage!.Value.Value, 2.5, 3.1);
    }

    [Fact]
    public void Only_ties_make_all_equal()
    {
        var found = BradleyTerry.Of([new("one", "a", "b", 0), new("two", "b", "a", 0)])!;
        Assert.True(found.Converged);
        Assert.All(found.Systems, system => Assert.Equal(0, system.Strength, 1e-9));
        Assert.InRange(found.TieRate, 0.8, 1);
    }

    [Fact]
    public void Nothing_chosen_is_nothing_estimated_and_nonsense_is_refused()
    {
        Assert.Null(BradleyTerry.Of([]));
        Assert.Throws<ArgumentException>(() => BradleyTerry.Of([new("one", "a", "a", 1)]));
        Assert.Throws<ArgumentException>(() => BradleyTerry.Of([new("one", "a", "b", 0.5)]));
        Assert.Throws<ArgumentException>(() => BradleyTerry.Of([new("one", "a", "b", 1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BradleyTerry.Of([new("one", "a", "b", 1)], new() { Ridge = -1 }));
    }

    private static IEnumerable<PairedChoice> Repeat(string first, string second, int wins, int losses) =>
    [
        .. Enumerable.Repeat(new PairedChoice("one", first, second, 1), wins), .. Enumerable.Repeat(new PairedChoice("one", first, second, -1), losses),
    ];

    private static List<PairedChoice> Simulate(SeededRandom random, double[] truth, int listeners, int choices, double advantage, double nu)
    {
        var all = new List<PairedChoice>(listeners * choices);
        for (var listener = 0; listener < listeners; listener++)
        {
            for (var choice = 0; choice < choices; choice++)
            {
                var first = random.Next(truth.Length);
                var second = (first + 1 + random.Next(truth.Length - 1)) % truth.Length;
                var d = truth[first] - truth[second] + advantage;
                var (up, down) = (Math.Exp(d / 2), Math.Exp(-d / 2));
                var draw = random.NextDouble() * (up + down + nu);
                all.Add(new($"l{listener}", $"{(char)('a' + first)}", $"{(char)('a' + second)}", draw < up ? 1 : draw < up + down ? -1 : 0));
            }
        }
        return all;
    }
}
