using CsCheck;
using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Speakers;

public class SpeakerScoringTests
{
    private static readonly NormaliserProfile Plain = NormaliserProfile.None;

    private static readonly Gen<SpokenSegment[]> Meeting =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3].Array[0, 5], Gen.Double[0, 30], Gen.Double[0, 4], (speaker, words, start, length) =>
            new SpokenSegment($"S{speaker}", string.Join(' ', words), start, start + length)).Array[0, 6];

    private static readonly Gen<TimedWords.Word[]> Words =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[0, 4], (number, start, length) => new TimedWords.Word(number, start, start + length)).Array[0, 12];

    [Fact]
    public void Speakers_are_paired_so_that_there_are_fewest_errors()
    {
        var score = SpeakerScoring.Concatenated(
            [new("Ann", "good morning all", 0, 1), new("Ben", "hello", 1, 2), new("Ann", "let us begin", 2, 3)],
            [new("spk1", "hello", 1, 2), new("spk0", "good morning all", 0, 1), new("spk0", "let us", 2, 3), new("spk2", "hm", 3, 4)], Plain).Value!;
        Assert.Equal(new ErrorCounts(6, 0, 1, 1), score.Counts);
        Assert.Equal([("Ann", "spk0"), ("Ben", "spk1"), (null, "spk2")], score.Assignment);
    }

    [Fact]
    public void A_word_outside_its_time_is_an_insertion_and_a_deletion()
    {
        SpokenSegment[] reference = [new("A", "one", 0, 1)], hypothesis = [new("B", "one", 4, 5)];
        Assert.Equal(0, SpeakerScoring.Concatenated(reference, hypothesis, Plain).Value!.Counts.Errors);
        Assert.Equal(new ErrorCounts(0, 0, 1, 1), SpeakerScoring.TimeConstrained(reference, hypothesis, 0, Plain).Value!.Counts);
        Assert.Equal(0, SpeakerScoring.TimeConstrained(reference, hypothesis, 5, Plain).Value!.Counts.Errors);
    }

    [Fact]
    public void A_reference_of_no_length_at_0_is_met_with_a_collar_and_not_without()
    {
        SpokenSegment[] reference = [new("A", "one two", 0, 0)], hypothesis = [new("B", "one two", 0, 1)];
        Assert.Equal(4, SpeakerScoring.TimeConstrained(reference, hypothesis, 0, Plain).Value!.Counts.Errors);
        Assert.Equal(0, SpeakerScoring.TimeConstrained(reference, hypothesis, 5, Plain).Value!.Counts.Errors);
    }

    [Fact]
    public void Words_take_time_by_their_characters()
    {
        // "abc" takes 0..3 s of the reference, "b" 3..4 s; the hypothesis' words stand at 1.5 and 3.5 s.
        var score = SpeakerScoring.TimeConstrained([new("A", "abc b", 0, 4)], [new("A", "abc b", 0, 4)], 0.01, Plain).Value!;
        Assert.Equal(new ErrorCounts(2, 0, 0, 0), score.Counts);
        Assert.Equal(2, SpeakerScoring.TimeConstrained([new("A", "abc b", 0, 4)], [new("A", "b abc", 0, 4)], 0.01, Plain).Value!.Counts.Errors);
    }

    [Fact]
    public void A_wide_collar_gives_the_rate_without_times_and_a_narrower_one_never_fewer_errors() => Gen.Select(Meeting, Meeting).Sample((reference, hypothesis) =>
    {
        var free = SpeakerScoring.Concatenated(reference, hypothesis, Plain).Value!.Counts.Errors;
        int[] constrained = [.. new[] { 1000.0, 5, 1, 0 }.Select(collar => SpeakerScoring.TimeConstrained(Lasting(reference), hypothesis, collar, Plain).Value!.Counts.Errors)];
        Assert.Equal(free, constrained[0]);
        Assert.Equal(constrained.Order(), constrained);
    }, iter: 1500);

    [Fact]
    public void Names_and_the_order_of_segments_do_not_matter() => Gen.Select(Meeting, Meeting, Gen.Int[0, 1000]).Sample((reference, hypothesis, seed) =>
    {
        var shuffled = hypothesis.DistinctBy(segment => segment.Start).Select(segment => segment with { Speaker = "other-" + segment.Speaker }).ToArray();
        var same = hypothesis.DistinctBy(segment => segment.Start).ToArray();
        new SeededRandom(seed).Shuffle(shuffled.AsSpan());
        Assert.Equal(SpeakerScoring.Concatenated(reference, same, Plain).Value!.Counts.Errors, SpeakerScoring.Concatenated(reference, shuffled, Plain).Value!.Counts.Errors);
    }, iter: 500);

    /// <summary>Counted by a separate program that follows meeteval's definition word by word, in decimals (Python).</summary>
    [Theory]
    [InlineData(0, "character-based", "character-based-points", 28)]
    [InlineData(0, "equidistant-intervals", "equidistant-points", 27)]
    [InlineData(0, "full-segment", "full-segment", 10)]
    [InlineData(0, "character-based-points", "character-based", 28)]
    [InlineData(0.2, "character-based", "character-based-points", 17)]
    [InlineData(0.2, "equidistant-intervals", "equidistant-points", 16)]
    [InlineData(0.2, "full-segment", "full-segment", 8)]
    [InlineData(0.2, "character-based-points", "character-based", 15)]
    [InlineData(0.2, "equidistant-points", "equidistant-intervals", 14)]
    [InlineData(0.7, "character-based", "character-based-points", 9)]
    [InlineData(5, "equidistant_intervals", "equidistant_points", 8)]
    public void Words_get_their_times_in_any_of_five_ways(double collar, string referenceTiming, string hypothesisTiming, int errors)
    {
        SpokenSegment[] reference =
        [
            new("Ada", "we should move the deadline to friday", 0, 2.1), new("Ben", "friday is fine with me", 1.8, 3.4), new("Ada", "good", 3.4, 3.4),
            new("Ben", "i will tell the printers before lunch", 4, 6.3), new("Ada", "thank you", 6.3, 7),
        ];
        SpokenSegment[] hypothesis =
        [
            new("s1", "we should move a deadline to friday", 0.2, 2.3), new("s2", "friday is fine by me", 2.1, 3.4), new("s2", "i tell the printer before lunch", 4.9, 6.9),
            new("s1", "good", 3.4, 4.1), new("s3", "thank you", 6.5, 7.2),
        ];
        var score = SpeakerScoring.TimeConstrained(reference, hypothesis, collar, Plain, WordTimings.Find(referenceTiming).Value, WordTimings.Find(hypothesisTiming).Value).Value!;
        Assert.Equal((errors, 22), (score.Counts.Errors, score.Counts.ReferenceLength));
    }

    [Fact]
    public void Words_that_only_touch_do_not_overlap()
    {
        // 0.1 + 0.2 in binary is more than 0.3.
        SpokenSegment[] reference = [new("A", "one two three", 0, 0.3)], hypothesis = [new("B", "four", 0.3, 0.6)];
        Assert.Equal(new ErrorCounts(0, 0, 3, 1), SpeakerScoring.TimeConstrained(reference, hypothesis, 0, Plain, WordTiming.EquidistantIntervals, WordTiming.FullSegment).Value!.Counts);
        Assert.Equal(new ErrorCounts(0, 1, 2, 0), SpeakerScoring.TimeConstrained(reference, hypothesis, 0.001, Plain, WordTiming.EquidistantIntervals, WordTiming.FullSegment).Value!.Counts);
    }

    [Fact]
    public void A_long_path_is_walked_back_block_by_block_to_the_same_counts() => Gen.Select(Words, Words).Sample((reference, hypothesis) =>
        Assert.Equal(TimeConstrainedPath.Count(reference, hypothesis), TimeConstrainedPath.Count(reference, hypothesis, directionsAtOnce: 1)), iter: 1000);

    [Fact]
    public void Without_times_the_errors_are_those_of_the_edit_distance() => Gen.Select(Gen.Int[0, 3].Array[0, 12], Gen.Int[0, 3].Array[0, 12]).Sample((reference, hypothesis) =>
    {
        var (left, right) = (string.Join(' ', reference), string.Join(' ', hypothesis));
        Assert.Equal(
            WordAlignment.Align(Plain.Words(left), Plain.Words(right), AlignmentPolicy.Jiwer).Counts.Errors,
            SpeakerScoring.Concatenated([new("A", left, 0, 0)], [new("B", right, 0, 0)], Plain).Value!.Counts.Errors);
    }, iter: 1000);

    [Fact]
    public void The_pairing_is_the_best_of_all_permutations() => Gen.Select(Gen.Int[1, 5], Gen.Int[0, 1_000_000]).Sample((size, seed) =>
    {
        var random = new SeededRandom(seed);
        var costs = new double[size, size];
        for (var i = 0; i < size * size; i++) costs[i / size, i % size] = random.Next(10);
        var chosen = MinimumAssignment.Of(costs);
        Assert.Equal(Enumerable.Range(0, size), chosen.Order());
        Assert.Equal(Permutations(size).Min(Cost), Cost(chosen));

        double Cost(int[] columns) => Enumerable.Range(0, size).Sum(row => costs[row, columns[row]]);
    }, iter: 500);

    [Fact]
    public void Times_that_run_backwards_are_refused()
    {
        var error = SpeakerScoring.TimeConstrained([new("Ann", "a", 3, 2)], [], 5, Plain).Error;
        Assert.Contains("Ann", error!.Message, StringComparison.Ordinal);
        Assert.NotNull(SpeakerScoring.TimeConstrained([], [], -1, Plain).Error);
        Assert.NotNull(SpeakerScoring.TimeConstrained([], [], double.NaN, Plain).Error);
        Assert.NotNull(SpeakerScoring.TimeConstrained([new("Ann", "a", 0, 1e30)], [], 5, Plain).Error);
        Assert.NotNull(SpeakerScoring.TimeConstrained([new("Ann", "a", 0, double.NaN)], [], 5, Plain).Error);
        Assert.Equal(0, SpeakerScoring.TimeConstrained([], [], 0, Plain).Value!.Counts.Errors);
    }

    [Fact]
    public void Too_many_words_or_speakers_are_refused_and_not_paired_for_hours()
    {
        SpokenSegment[] crowd = [.. Enumerable.Range(0, 1001).Select(i => new SpokenSegment($"S{i}", "a", i, i))];
        Assert.Contains("1001 speakers", SpeakerScoring.Concatenated(crowd, crowd, Plain).Error!.Message, StringComparison.Ordinal);
        SpokenSegment[] speech = [new("Ann", string.Join(' ', Enumerable.Repeat("a", 100_000)), 0, 9)];
        Assert.Contains("100000 words", SpeakerScoring.TimeConstrained(speech, speech, 5, Plain).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_timing_that_does_not_exist_is_named_with_those_that_do()
    {
        var error = WordTimings.Find("letters").Error!;
        Assert.Contains("'letters'", error.Message, StringComparison.Ordinal);
        Assert.Contains("full-segment", error.Message, StringComparison.Ordinal);
        foreach (var timing in Enum.GetValues<WordTiming>()) Assert.Equal(timing, WordTimings.Find(WordTimings.NameOf(timing)).Value);
    }

    /// <summary>A word without length overlaps nothing, whatever the collar of meeteval; give each a moment.</summary>
    private static SpokenSegment[] Lasting(SpokenSegment[] segments) => Array.ConvertAll(segments, segment => segment with { End = segment.End + 0.1 });

    private static IEnumerable<int[]> Permutations(int size) => size == 0 ? [[]] :
        Permutations(size - 1).SelectMany(rest => Enumerable.Range(0, size).Select(at => (int[])[.. rest[..at], size - 1, .. rest[at..]]));
}
