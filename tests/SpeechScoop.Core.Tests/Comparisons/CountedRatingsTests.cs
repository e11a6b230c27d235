using SpeechScoop.Comparisons;

namespace SpeechScoop.Tests.Comparisons;

public class CountedRatingsTests
{
    private readonly Rows rows = new();

    [Fact]
    public void The_newest_answer_of_a_session_counts()
    {
        var output = rows.Output(Rows.System("a"));
        rows.Rate(output, 1);
        rows.Rate(output, 5);
        rows.Rate(output, 3);
        var counted = Choose();
        Assert.Equal(3, Assert.Single(counted.Ratings).Value);
        Assert.Equal(2, counted.Superseded);
    }

    [Fact]
    public void Another_session_listener_stimulus_or_scale_is_another_answer()
    {
        var (first, second) = (rows.Output(Rows.System("a")), rows.Output(Rows.System("b")));
        rows.Rate(first, 1, session: "s1");
        rows.Rate(first, 1, session: "s2");
        rows.Rate(first, 1, session: "s1", listener: "bob");
        rows.Rate(second, 1, session: "s1");
        rows.Rate(first, 1, scale: "mushra", session: "s1");
        rows.Rate(first, 1, scale: "preference", other: second, session: "s1");
        Assert.Equal((6, 0), (Choose().Ratings.Count, Choose().Superseded));
    }

    [Fact]
    public void A_preference_given_the_other_way_round_replaces_the_first()
    {
        var (first, second) = (rows.Output(Rows.System("a")), rows.Output(Rows.System("b")));
        rows.Rate(first, 1, "preference", second);
        rows.Rate(second, 1, "preference", first);
        var rating = Assert.Single(Choose().Ratings);
        Assert.Equal((second, 1), (rating.OutputId, rating.Value));
    }

    [Fact]
    public void An_answer_changed_after_the_reveal_leaves_the_blind_one_standing()
    {
        var output = rows.Output(Rows.System("a"));
        rows.Rate(output, 2);
        rows.Rate(output, 5, blind: false);
        Assert.Equal(2, Assert.Single(Choose().Ratings).Value);
        Assert.Equal((1, 0), (Choose().Open, Choose().Superseded));
        Assert.Equal(5, Assert.Single(Choose(new(BlindOnly: false)).Ratings).Value);
    }

    [Fact]
    public void An_answer_changed_after_the_period_leaves_the_one_within_it_standing()
    {
        var output = rows.Output(Rows.System("a"));
        rows.Rate(output, 2);
        rows.Rate(output, 5);
        Assert.Equal(2, Assert.Single(Choose(new(To: rows.Ratings[1].CreatedAt)).Ratings).Value);
    }

    [Fact]
    public void Ratings_of_systems_of_another_kind_are_left_out()
    {
        var (mine, other) = (rows.Output(Rows.System("a")), rows.Output(Rows.System("b")));
        rows.Rate(mine, 1, "preference", other);
        rows.Rate(other, 4);
        rows.Outputs.RemoveAt(1);
        Assert.Empty(Choose().Ratings);
    }

    private CountedRatings Choose(ComparisonFilter? filter = null) =>
        CountedRatings.Choose(rows.Ratings, rows.Outputs.ToDictionary(output => output.Id), filter ?? new());
}
