using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Significance;

public class SignificanceTests
{
    private static (WordAlignment, WordAlignment) Pair(string reference, string first, string second) =>
        (WordAlignment.Align(reference.Split(' '), first.Split(' ')), WordAlignment.Align(reference.Split(' '), second.Split(' ')));

    [Fact]
    public void Two_words_that_are_right_in_both_end_a_segment()
    {
        var (first, second) = Pair("a b c d e f g h", "x b c d e f g h", "a b c d y f z h");
        Assert.Equal([(1, 0), (0, 2)], MatchedPairs.Segment(first.Tokens, second.Tokens));
    }

    [Fact]
    public void Insertions_belong_to_a_segment()
    {
        var (first, second) = Pair("a b c d", "a b x c d", "a b c d y");
        Assert.Equal([(1, 0), (0, 1)], MatchedPairs.Segment(first.Tokens, second.Tokens));
    }

    /// <summary>The figures of NIST's own test of sc_stats: three segments in two sentences of 13 words, 9 against 7 errors, mean 0.667, SD 0.577, Z 2.</summary>
    [Fact]
    public void The_matched_pairs_test_gives_the_Z_of_NISTs_own_example()
    {
        var result = MatchedPairs.Of(
        [
            Pair("a b c d e f g", "q q q d e q q", "q q c d e q q"),
            Pair("h i j k l m", "q q q q l m", "q q q k l m"),
        ])!;
        Assert.Equal(3, result.Segments);
        Assert.Equal(2.0 / 3, result.Mean, 12);
        Assert.Equal(Math.Sqrt(1.0 / 3), result.StandardDeviation, 12);
        Assert.Equal(2, result.Z, 12);
        Assert.Equal(0.04550026, result.P, 7);
    }

    [Fact]
    public void Swapping_the_systems_changes_the_sign_only()
    {
        (WordAlignment First, WordAlignment Second)[] pairs = [Pair("a b c d e f", "x b c d e y", "a b c d e f"), Pair("a b c", "a x c", "y b c"), Pair("a b", "a b", "a c")];
        var (forward, back) = (MatchedPairs.Of(pairs)!, MatchedPairs.Of(pairs.Select(pair => (pair.Second, pair.First)))!);
        Assert.Equal((forward.Segments, forward.Z, forward.P), (back.Segments, -back.Z, back.P));
    }

    [Fact]
    public void Systems_that_are_never_wrong_cannot_be_compared() => Assert.Null(MatchedPairs.Of([Pair("a b", "a b", "a b")]));

    [Fact]
    public void Differences_that_do_not_vary_say_nothing_about_chance()
    {
        Assert.Null(MatchedPairs.Of([Pair("a b", "x b", "a b"), Pair("a b", "x b", "a b")]));
        var equal = MatchedPairs.Of([Pair("a b", "x b", "x b"), Pair("a b", "x b", "x b")])!;
        Assert.Equal((2, 0, 0, 1), (equal.Segments, equal.StandardDeviation, equal.Z, equal.P));
    }

    [Fact]
    public void Readings_of_different_length_lose_no_error()
    {
        Utterance Read(string hypothesis) => new("u", "a b { c d e / f } g h i", hypothesis);
        var first = CorpusScoring.Align(Read("a b f g h x"), new()).Value!.Tokens;
        var second = CorpusScoring.Align(Read("a b c d e g y i z"), new()).Value!.Tokens;
        Assert.Equal([(1, 2)], MatchedPairs.Segment(first, second));
        Assert.Equal([(2, 1)], MatchedPairs.Segment(second, first));
    }

    [Theory]
    // scipy.stats.binomtest(k, n).pvalue
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(1, 9, 0.021484375)]
    [InlineData(3, 12, 0.03515625)]
    [InlineData(10, 25, 0.01667384782)]
    public void McNemars_test_is_the_exact_binomial_one(int first, int second, double p)
    {
        Assert.Equal(p, McNemarTest.Of(first, second).P, 1e-9);
        Assert.Equal(p, McNemarTest.Of(second, first).P, 1e-9);
    }

    [Fact]
    public void The_paired_bootstrap_sees_a_difference_that_separate_intervals_hide()
    {
        var random = new SeededRandom(5);
        var clusters = Enumerable.Range(0, 200).Select(_ =>
        {
            var hard = random.Next(12);
            return (First: hard, Second: hard + (random.Next(4) == 0 ? 1 : 0), Words: 20);
        }).ToList();
        var result = PairedDifference.Of(clusters)!;
        Assert.True(result.FirstInterval!.Value.High > result.SecondInterval!.Value.Low);
        Assert.True(result.Interval!.Value.High < 0);
        Assert.InRange(result.P!.Value, 0, 0.001);
        Assert.InRange(result.ProbabilityOfImprovement!.Value, 0, 0.001);
    }

    [Fact]
    public void Large_numbers_take_the_other_road_to_the_same_interval()
    {
        var random = new SeededRandom(6);
        List<(int First, int Second, int Words)> small = [.. Enumerable.Range(0, 60).Select(_ => (random.Next(30), random.Next(40), 100 + random.Next(50)))];
        var (packed, separate) = (PairedDifference.Of(small)!, PairedDifference.Of([.. small.Select(each => (each.First * 1_000, each.Second * 1_000, each.Words * 1_000))])!);
        Assert.Equal(packed.Difference, separate.Difference, 12);
        Assert.Equal(packed.Interval!.Value.Low, separate.Interval!.Value.Low, 2);
        Assert.Equal(packed.Interval.Value.High, separate.Interval.Value.High, 2);
    }

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(5, 0.0625)]
    [InlineData(20, 0.0001999800019998)]
    public void So_few_speakers_can_differ_to_one_side_by_chance(int speakers, double p) =>
        Assert.Equal(p, PairedDifference.Of([.. Enumerable.Range(0, speakers).Select(i => (First: i % 3, Second: 5 + (i % 3), Words: 50))])!.P!.Value, 12);

    [Fact]
    public void One_cluster_has_no_interval_and_no_words_have_no_rate()
    {
        Assert.Null(PairedDifference.Of([(1, 2, 10)])!.Interval);
        Assert.Null(PairedDifference.Of([(1, 2, 0), (0, 1, 0)]));
    }

    [Fact]
    public void Two_systems_are_compared_on_the_same_utterances_only()
    {
        var error = SystemComparison.Of([new("a", "x", "x")], [new("b", "x", "x")], new()).Error;
        Assert.Contains("same utterances", error!.Message, StringComparison.Ordinal);
    }

    /// <summary>Two systems of the same quality over 40 speakers who differ: the share of false alarms at 5 %, and the coverage of the 95 % interval of the rate.</summary>
    [Fact]
    public void Under_no_difference_tests_reject_rarely_and_intervals_cover()
    {
        const int Trials = 400, Speakers = 40, Words = 150;
        var random = new SeededRandom(20261125);
        var (bootstrap, mapsswe, covered) = (0, 0, 0);
        for (var trial = 0; trial < Trials; trial++)
        {
            var clusters = new List<(int First, int Second, int Words)>();
            var alignments = new List<(WordAlignment, WordAlignment)>();
            for (var speaker = 0; speaker < Speakers; speaker++)
            {
                var rate = 0.05 + (0.2 * random.NextDouble());
                var reference = Enumerable.Range(0, Words).Select(i => $"w{i}").ToArray();
                var (first, second) = (Disturb(reference, rate), Disturb(reference, rate));
                clusters.Add((first.Count(word => word == "x"), second.Count(word => word == "x"), Words));
                alignments.Add((WordAlignment.Align(reference, first), WordAlignment.Align(reference, second)));
            }
            var difference = PairedDifference.Of(clusters, resamples: 600, seed: trial)!;
            if (difference.P < 0.05) bootstrap++;
            if (MatchedPairs.Of(alignments)!.P < 0.05) mapsswe++;
            if (difference.FirstInterval!.Value.Low <= 0.15 && difference.FirstInterval.Value.High >= 0.15) covered++;
        }
        Assert.InRange((double)mapsswe / Trials, 0, 0.06 + 0.02);
        Assert.InRange((double)bootstrap / Trials, 0, 0.06 + 0.02);
        Assert.InRange((double)covered / Trials, 0.92, 0.98);

        string[] Disturb(string[] words, double rate) => [.. words.Select(word => random.NextDouble() < rate ? "x" : word)];
    }
}
