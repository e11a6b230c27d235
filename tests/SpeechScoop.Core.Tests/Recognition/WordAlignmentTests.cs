using CsCheck;
using SpeechScoop.Recognition;
using SpeechScoop.Tests.Golden;

namespace SpeechScoop.Tests.Recognition;

public class WordAlignmentTests
{
    private static readonly Gen<string[]> Words = Gen.Int[0, 3].Select(i => "abcd"[i].ToString()).Array[0, 30];

    [Fact]
    public void Every_alignment_is_the_one_that_sclite_makes()
    {
        var count = 0;
        foreach (var row in GoldenFile.Read("sclite.json").EnumerateArray())
        {
            var (reference, hypothesis, expected) = (row[0].GetString()!, row[1].GetString()!, row[2].GetString()!);
            var alignment = WordAlignment.Align(Split(reference), Split(hypothesis));
            Assert.Equal((reference, hypothesis, expected), (reference, hypothesis, Letters(alignment)));
            count++;
        }
        Assert.True(count > 400, $"{count} cases");
    }

    [Fact]
    public void Walking_back_in_blocks_finds_the_same_path_as_all_at_once() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 60], Gen.Int[0, 3].Array[0, 60]).Sample((reference, hypothesis) =>
            Assert.Equal(EditPath.Find(reference, hypothesis), EditPath.Find(reference, hypothesis, directionsAtOnce: 0)), iter: 2000);

    [Fact]
    public void Both_sides_come_back_out_of_the_alignment_in_order() => Gen.Select(Words, Words).Sample((reference, hypothesis) =>
    {
        var alignment = WordAlignment.Align(reference, hypothesis);
        Assert.Equal(reference, alignment.Tokens.Where(token => token.Reference is not null).Select(token => token.Reference));
        Assert.Equal(hypothesis, alignment.Tokens.Where(token => token.Hypothesis is not null).Select(token => token.Hypothesis));
        Assert.Equal(reference.Length, alignment.Counts.ReferenceLength);
        Assert.Equal(hypothesis.Length, alignment.Counts.HypothesisLength);
        Assert.All(alignment.Tokens, token =>
            Assert.Equal(token.Operation is EditOperation.Correct, token.Reference == token.Hypothesis));
    });

    [Fact]
    public void The_cost_is_the_least_possible() => Gen.Select(Words, Words).Sample((reference, hypothesis) =>
    {
        var counts = WordAlignment.Align(reference, hypothesis).Counts;
        Assert.Equal(LeastCost(reference, hypothesis), (4 * counts.Substitutions) + (3 * (counts.Deletions + counts.Insertions)));
    });

    [Fact]
    public void A_text_aligned_with_itself_has_no_errors() => Words.Sample(words =>
        Assert.Equal(new ErrorCounts(words.Length, 0, 0, 0), WordAlignment.Align(words, words).Counts));

    [Fact]
    public void Swapping_the_sides_swaps_deletions_and_insertions_in_total() => Gen.Select(Words, Words).Sample((left, right) =>
    {
        var (there, back) = (WordAlignment.Align(left, right).Counts, WordAlignment.Align(right, left).Counts);
        Assert.Equal(there.Deletions - there.Insertions, back.Insertions - back.Deletions);
    });

    [Fact]
    public void An_empty_reference_makes_every_word_an_insertion()
    {
        var counts = WordAlignment.Align([], ["thank", "you"]).Counts;
        Assert.Equal(new ErrorCounts(0, 0, 0, 2), counts);
        Assert.Null(counts.Rate);
        Assert.Equal(0.0, WordAlignment.Align([], []).Counts.Rate);
    }

    [Fact]
    public void A_rate_may_exceed_one()
    {
        Assert.Equal(2.0, WordAlignment.Align(["no"], ["well", "no", "way"]).Counts.Rate);
        Assert.Equal(1.0, WordAlignment.Align(["yes", "please"], []).Counts.Rate);
    }

    [Fact]
    public void An_hour_of_words_aligns_in_bounded_memory()
    {
        var random = new SeededRandom(7);
        string[] reference = [.. Enumerable.Range(0, 9000).Select(_ => $"w{random.Next(800)}")];
        string[] hypothesis = [.. reference.Where((_, i) => i % 10 != 3).Select((word, i) => i % 15 == 4 ? "other" : word)];

        var before = GC.GetAllocatedBytesForCurrentThread();
        var counts = WordAlignment.Align(reference, hypothesis).Counts;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(540, counts.Substitutions);
        Assert.Equal(900, counts.Deletions);
        Assert.Equal(0, counts.Insertions);
        Assert.True(allocated < 30_000_000, $"{allocated} bytes were allocated");
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Letters(WordAlignment alignment) =>
        string.Concat(alignment.Tokens.Select(token => "CSDI"[(int)token.Operation]));

    private static int LeastCost(string[] a, string[] b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                cost[i, j] = (i, j) switch
                {
                    (0, _) => 3 * j,
                    (_, 0) => 3 * i,
                    _ => Math.Min(cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 4), 3 + Math.Min(cost[i - 1, j], cost[i, j - 1])),
                };
        return cost[a.Length, b.Length];
    }
}
