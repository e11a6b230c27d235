using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Significance;

public class SystemComparisonTests
{
    private static UtteranceScore Score(string id, int errors, int words, string? cluster = null) => new(id, cluster, new(words - errors, errors, 0, 0), default);

    [Fact]
    public void Counts_alone_give_every_test_but_the_one_that_needs_alignments()
    {
        UtteranceScore[] first = [Score("u1", 0, 10), Score("u2", 1, 10), Score("u3", 4, 10), Score("u4", 0, 10)];
        UtteranceScore[] second = [Score("u1", 1, 10), Score("u2", 3, 10), Score("u3", 2, 10), Score("u4", 0, 10)];
        var comparison = SystemComparison.OfScores(first, second, resamples: 500);
        Assert.Null(comparison.MatchedPairs);
        Assert.Equal((0.125, 0.15, 4), (comparison.Difference!.First, comparison.Difference.Second, comparison.Difference.Clusters));
        Assert.Equal((1, 0), (comparison.McNemar.OnlyFirstRight, comparison.McNemar.OnlySecondRight));
        // Differences −1, −2 and 2 of 10; u4 has none.
        Assert.Equal((2, 1), (comparison.SpeakerSign.OnlyFirstRight, comparison.SpeakerSign.OnlySecondRight));
        Assert.Equal((2.5, 3.5, 3), (comparison.SpeakerWilcoxon!.PositiveRanks, comparison.SpeakerWilcoxon.NegativeRanks, comparison.SpeakerWilcoxon.N));
    }

    [Fact]
    public void Utterances_of_one_speaker_are_drawn_together_and_a_name_is_no_id()
    {
        // The utterance "ann" stands for itself; it is not the speaker Ann.
        var comparison = SystemComparison.OfScores(
            [Score("u1", 2, 10, "ann"), Score("u2", 2, 30, "ann"), Score("u3", 5, 20, "ben"), Score("ann", 0, 5)],
            [Score("u1", 0, 10, "ann"), Score("u2", 0, 30, "ann"), Score("u3", 6, 20, "ben"), Score("ann", 0, 5)]);
        Assert.Equal(3, comparison.Difference!.Clusters);
        Assert.Equal((1, 1), (comparison.SpeakerSign.OnlyFirstRight, comparison.SpeakerSign.OnlySecondRight));
    }

    [Fact]
    public void Scores_and_alignments_agree_where_both_can_be_had()
    {
        var random = new SeededRandom(3);
        Utterance[] Hear(double rate) => [.. Enumerable.Range(0, 40).Select(i => new Utterance($"u{i}", "a b c { d e / f } g h", string.Join(' ', "a b c f g h".Split(' ').Select(word => random.NextDouble() < rate ? "x" : word)), $"s{i % 7}"))];
        var (first, second, options) = (Hear(0.1), Hear(0.3), new ScoringOptions());
        var aligned = SystemComparison.Of(first, second, options).Value!;
        var counted = SystemComparison.OfScores(CorpusScoring.Score(first, options).Value!.Utterances, CorpusScoring.Score(second, options).Value!.Utterances);
        Assert.NotNull(aligned.MatchedPairs);
        Assert.Equal(counted, aligned with { MatchedPairs = null });
    }

    [Fact]
    public void Each_system_is_divided_by_the_words_of_its_own_reading()
    {
        Utterance[] Hear(string hypothesis) => [new("u1", "so { going to / gonna } rain", hypothesis), new("u2", "yes", "yes")];
        var comparison = SystemComparison.Of(Hear("so gonna snow"), Hear("so going to snow"), new()).Value!;
        Assert.Equal((1.0 / 4, 1.0 / 5), (comparison.Difference!.First, comparison.Difference.Second));
        Assert.Equal(0.05, comparison.Difference.Difference, 12);
    }

    [Fact]
    public void Optional_words_count_in_a_comparison_as_they_count_in_a_score()
    {
        var options = new ScoringOptions { OptionalWords = true };
        Utterance[] Hear(string hypothesis) => [new("u1", "so (uh) yes (um) well", hypothesis), new("u2", "(uh)", "")];
        var (first, second) = (Hear("so yes well"), Hear("so uh yes bell"));
        var comparison = SystemComparison.Of(first, second, options).Value!;
        foreach (var (utterances, rate) in ((Utterance[], double)[])[(first, comparison.Difference!.First), (second, comparison.Difference.Second)])
            Assert.Equal(CorpusScoring.Score(utterances, options).Value!.Words.Rate!.Value, rate, 12);
        Assert.Equal(1.0 / 6, comparison.Difference.Second, 12);
    }

    [Fact]
    public void Few_clusters_and_few_segments_are_said()
    {
        SystemComparison Compare(int utterances) => SystemComparison.Of(
            [.. Enumerable.Range(0, utterances).Select(i => new Utterance($"u{i}", "a b c", i % 3 == 0 ? "a x c" : "a b c"))],
            [.. Enumerable.Range(0, utterances).Select(i => new Utterance($"u{i}", "a b c", i % 2 == 0 ? "a b x" : "a b c"))], new()).Value!;
        Assert.Equal(["There is one utterance: chance cannot be judged, and there is no interval."], Compare(1).Warnings("utterance"));
        Assert.Equal(["9 speakers are few: intervals of the bootstrap are too narrow below 10.", "MAPSSWE has 6 segments with errors: below 30 its p value is rough."], Compare(9).Warnings("speaker"));
        Assert.Empty(Compare(60).Warnings("utterance"));
    }

    [Fact]
    public void Without_words_there_is_no_difference()
    {
        Assert.Null(SystemComparison.OfScores([], []).Difference);
        var silence = SystemComparison.OfScores([new("u1", null, new(0, 0, 0, 2), default)], [new("u1", null, default, default)]);
        Assert.Null(silence.Difference);
        Assert.Null(silence.SpeakerWilcoxon);
        Assert.Equal((0, 1), (silence.McNemar.OnlyFirstRight, silence.McNemar.OnlySecondRight));
    }

    [Fact]
    public void Scores_of_different_utterances_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => SystemComparison.OfScores([Score("u1", 0, 1)], [Score("u2", 0, 1)]));
}
