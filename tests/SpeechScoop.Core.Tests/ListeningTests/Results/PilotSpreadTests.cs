using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;

namespace SpeechScoop.Core.Tests.ListeningTests.Results;

public class PilotSpreadTests
{
    [Fact]
    public void Pairs_of_a_scale_come_with_the_widest_spread_first_and_the_reference_last_in_a_pair()
    {
        var test = new RatedTest();
        foreach (var (listener, one, two) in ((string, double, double)[])[("l1", 70, 52), ("l2", 66, 49), ("l3", 74, 51)])
            foreach (var (item, shift) in ((string, double)[])[("i1", 0), ("i2", 3)])
                test.Rate(TrialDesign.Mushra, "mushra", listener, item, "reference", 100).Rate(TrialDesign.Mushra, "mushra", listener, item, "one", one + shift)
                    .Rate(TrialDesign.Mushra, "mushra", listener, item, "two", two - shift).Rate(TrialDesign.Mushra, "mushra", listener, item, "anchor35", 10);
        var pairs = PilotSpread.Of(test.Definition, test.Sessions, test.Ratings);
        Assert.Equal([("one", "reference"), ("one", "two"), ("two", "reference")], pairs.Select(pair => (pair.A, pair.B)));
        Assert.Equal(pairs.Select(pair => pair.Spread.Deviation.Value).OrderDescending(), pairs.Select(pair => pair.Spread.Deviation.Value));
        // Listeners' means of one minus reference: −28.5, −32.5, −24.5.
        Assert.Equal((4, 3, 2), (Math.Round(pairs[0].Spread.Deviation.Value, 9), pairs[0].Spread.Listeners, pairs[0].Items));
        Assert.Equal("Codec one", pairs[0].TitleA);
    }

    [Fact]
    public void Comparison_votes_are_differences_whichever_was_presented_first()
    {
        var test = new RatedTest();
        foreach (var (listener, vote) in ((string, double)[])[("l1", 1), ("l2", 2), ("l3", 3)])
            test.Rate(TrialDesign.Ccr, "ccr", listener, "i1", "two", vote, other: "one").Rate(TrialDesign.Ccr, "ccr", listener, "i2", "one", -vote, other: "two");
        var pair = Assert.Single(PilotSpread.Of(test.Definition, test.Sessions, test.Ratings));
        Assert.Equal(("two", "one", 2.0, 1.0), (pair.A, pair.B, pair.Spread.Mean, Math.Round(pair.Spread.Deviation.Value, 9)));
        Assert.Equal(0, pair.Spread.Residual!.Value);
    }

    [Fact]
    public void What_screening_excludes_practice_and_single_listeners_give_no_spread()
    {
        var test = new RatedTest();
        foreach (var (listener, value) in ((string, double)[])[("l1", 3), ("l2", 5)])
            test.Rate(TrialDesign.Acr, "acr", listener, "i1", "one", value).Rate(TrialDesign.Acr, "acr", listener, "i1", "two", 4)
                .Rate(TrialDesign.Acr, "acr", listener, "p", "one", 1, training: true);
        Assert.Equal(1, Assert.Single(PilotSpread.Of(test.Definition, test.Sessions, test.Ratings)).Items);
        var excluded = test.Ratings.Where(rating => rating.Listener == "l2").Select(rating => rating.Id).ToHashSet();
        Assert.Empty(PilotSpread.Of(test.Definition, test.Sessions, test.Ratings, excluded));
    }
}
