using CsCheck;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

public class DesignTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(15)]
    public void Rows_of_a_williams_design_balance_positions_and_carry_over(int count)
    {
        var rows = Enumerable.Range(0, WilliamsDesign.Rows(count)).Select(row => WilliamsDesign.Row(count, row)).ToList();
        var often = rows.Count / count;

        Assert.All(rows, row => Assert.Equal(Enumerable.Range(0, count), row.Order()));
        for (var place = 0; place < count; place++)
            Assert.All(rows.CountBy(row => row[place]), trial => Assert.Equal(often, trial.Value));
        var follows = rows.SelectMany(row => row.Zip(row.Skip(1))).CountBy(pair => pair).ToList();
        Assert.Equal(count * (count - 1), follows.Count);
        Assert.All(follows, pair => Assert.Equal(often, pair.Value));
    }

    [Fact]
    public void Sessions_walk_through_the_rows_one_after_the_other()
    {
        var definition = SampleTests.Of(3, SampleTests.Trials(SampleTests.AllAcr(1, 6)) with { Order = TrialOrder.LatinSquare });
        var rows = Enumerable.Range(0, 6).Select(session => SessionPlanner.Plan(definition, session, Coverage.None).Pages.Select(page => page.Trial!).ToList()).ToList();
        for (var place = 0; place < 6; place++) Assert.Equal(6, rows.Select(row => row[place]).Distinct().Count());
        Assert.Equal(30, rows.SelectMany(row => row.Zip(row.Skip(1))).Distinct().Count());
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(7, 4)]
    [InlineData(6, 5)]
    [InlineData(11, 5)]
    [InlineData(13, 4)]
    [InlineData(15, 7)]
    [InlineData(21, 5)]
    public void Where_a_difference_set_exists_every_pair_meets_equally_often(int count, int size)
    {
        for (var round = 0; round < 2; round++)
        {
            var blocks = Enumerable.Range(round * count, count).Select(block => BalancedBlocks.Block(count, size, block, 42)).ToList();
            Assert.All(blocks.SelectMany(block => block).CountBy(trial => trial), trial => Assert.Equal(size, trial.Value));
            var pairs = blocks.SelectMany(block => block.SelectMany(a => block.Where(b => a < b).Select(b => (a, b)))).CountBy(pair => pair).ToList();
            Assert.Equal(count * (count - 1) / 2, pairs.Count);
            Assert.All(pairs, pair => Assert.Equal(size * (size - 1) / (count - 1), pair.Value));
        }
    }

    [Fact]
    public void Without_one_counts_of_trials_differ_by_at_most_one_and_pairs_by_little() =>
        Gen.Select(Gen.Long, Gen.Int[2, 16], Gen.Int[1, 16], Gen.Int[1, 40]).Sample((seed, count, wanted, listeners) =>
        {
            var size = Math.Min(wanted, count);
            if (BalancedBlocks.DifferenceSet(count, size) is not null) return;
            var blocks = Enumerable.Range(0, listeners).Select(block => BalancedBlocks.Block(count, size, block, seed)).ToList();
            Assert.All(blocks, block => Assert.Equal(size, block.Distinct().Count()));
            var given = Enumerable.Range(0, count).Select(trial => blocks.Count(block => block.Contains(trial))).ToList();
            Assert.InRange(given.Max() - given.Min(), 0, 1);
        });

    [Fact]
    public void Pairs_of_greedy_blocks_meet_more_evenly_than_chance_would_have_it()
    {
        var blocks = Enumerable.Range(0, 60).Select(block => BalancedBlocks.Block(12, 4, block, 5)).ToList();
        Assert.Null(BalancedBlocks.DifferenceSet(12, 4));
        var pairs = (from a in Enumerable.Range(0, 12) from b in Enumerable.Range(a + 1, 11 - a) select blocks.Count(block => block.Contains(a) && block.Contains(b))).ToList();

        // 60 blocks hold 360 pairs of 66: 5.45 on average; by lot their variance would be about 5.
        Assert.InRange(pairs.Sum(pair => Math.Pow(pair - (360.0 / 66), 2)) / 66, 0, 1);
    }

    [Fact]
    public void A_section_of_balanced_blocks_gives_its_trials_equally_often()
    {
        var definition = SampleTests.Of(11, SampleTests.Trials(SampleTests.AllAcr(1, 7)) with { Order = TrialOrder.BalancedBlocks, PerListener = 3 });
        var plans = Enumerable.Range(0, 7).Select(session => SessionPlanner.Plan(definition, session, Coverage.None)).ToList();
        Assert.All(plans, plan => Assert.Equal(3, plan.Pages.Count));
        Assert.All(CoverageMatrix.Of(definition, Coverage.Of(definition, plans)).Cells, cell => Assert.Equal((3, (int?)null), (cell.Given, cell.Planned)));
    }
}
