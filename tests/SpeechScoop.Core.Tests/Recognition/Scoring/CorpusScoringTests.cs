using CsCheck;
using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Scoring;

public class CorpusScoringTests
{
    private static readonly Gen<string> Text = Gen.Int[0, 3].Select(i => "abcd"[i].ToString()).Array[0, 7].Select(words => string.Join(' ', words));

    private static CorpusScore Score(ScoringOptions options, params (string Reference, string Hypothesis)[] pairs) =>
        CorpusScoring.Score([.. pairs.Select((pair, i) => new Utterance($"u{i}", pair.Reference, pair.Hypothesis))], options).Value!;

    [Fact]
    public void Pooled_and_mean_rates_stand_side_by_side()
    {
        var score = Score(new(), ("a b c d e f g h", "a b c d e f g x"), ("a", "b"));
        Assert.Equal(2.0 / 9, score.Words.Rate);
        Assert.Equal((0.125 + 1) / 2, score.MeanOfUtterances);
        Assert.Equal((2, 1.0), (score.WrongUtterances, score.SentenceErrorRate));
    }

    [Fact]
    public void Words_on_silence_are_a_column_of_their_own()
    {
        var score = Score(new(), ("", "thank you for watching"), ("", ""), ("hello", "hello"));
        Assert.Equal((2, 4, 4), (score.SilentReferences, score.SilentInsertions, score.Words.Insertions));
        Assert.Equal(4.0, score.Words.Rate);
        Assert.Equal(0.0, score.MeanOfUtterances);
    }

    [Theory]
    [InlineData("i have { um / uh / @ } seen", "i have seen", 3, 0)]
    [InlineData("i have { um / uh / @ } seen", "i have uh seen", 4, 0)]
    [InlineData("i have { um / uh / @ } seen", "i have er seen", 3, 1)]
    [InlineData("{ going to / gonna } rain", "gonna rain", 2, 0)]
    [InlineData("{ going to / gonna } rain", "going to rain", 3, 0)]
    [InlineData("{ a b c / d } e", "d e", 2, 0)]
    [InlineData("{ @ } x", "x", 1, 0)]
    [InlineData("a { b / c { d e / f } g } h", "a c f g h", 5, 0)]
    [InlineData("a { b / c { d e / f } g } h", "a c d e g h", 6, 0)]
    [InlineData("a { b / c { d e / @ } g } h", "a c g h", 4, 0)]
    [InlineData("{ { a / b } / { c / { d / @ } } } x", "d x", 2, 0)]
    [InlineData("{ c @ d / e } x", "c d x", 3, 0)]
    public void Any_alternative_may_have_been_said(string reference, string hypothesis, int words, int errors)
    {
        var counts = Score(new(), (reference, hypothesis)).Words;
        Assert.Equal((words, errors), (counts.ReferenceLength, counts.Errors));
    }

    [Fact]
    public void An_optional_word_that_is_missing_counts_as_correct()
    {
        var options = new ScoringOptions { OptionalWords = true };
        var missing = Score(options, ("so (uh) yes", "so yes")).Words;
        Assert.Equal(new ErrorCounts(3, 0, 0, 0) { Omitted = 1 }, missing);
        Assert.Equal((3, 2, 1.0), (missing.ReferenceLength, missing.HypothesisLength, missing.InformationPreserved));
        Assert.Equal(new ErrorCounts(3, 0, 0, 0), Score(options, ("so (uh) yes", "so uh yes")).Words);
        Assert.Equal(1, Score(new(), ("so (uh) yes", "so yes")).Words.Deletions);
    }

    [Fact]
    public void An_alignment_has_the_counts_of_the_score_omitted_words_included() => Gen.Select(Text, Text, Text, Text, Gen.Bool).Sample((before, optional, after, hypothesis, jiwer) =>
    {
        var options = new ScoringOptions { Normaliser = NormaliserProfile.None, OptionalWords = true, Alignment = jiwer ? AlignmentPolicy.Jiwer : AlignmentPolicy.Sclite };
        var utterance = new Utterance("u", $"{before} ({optional}) {after} {{ a / @ }}", hypothesis);
        var alignment = CorpusScoring.Align(utterance, options).Value!;
        Assert.Equal(CorpusScoring.Score([utterance], options).Value!.Words, alignment.Counts);
        Assert.Equal(hypothesis, string.Join(' ', alignment.Tokens.Select(token => token.Hypothesis).OfType<string>()));
        string[] readings = [.. new[] { " a", "" }.Select(end => string.Join(' ', Split($"{before} {optional} {after}{end}")))];
        Assert.Contains(string.Join(' ', alignment.Tokens.Select(token => token.Reference).OfType<string>()), readings);
    }, iter: 2000);

    [Theory]
    [InlineData("a { b / c", "opens an alternation that is never closed")]
    [InlineData("a b } c", "closes an alternation that was not opened")]
    [InlineData("a { b { c }", "opens an alternation that is never closed")]
    [InlineData("{{{{{{{{{{{{{{{{{ a }}}}}}}}}}}}}}}}}", "is the 17th within another")]
    public void Braces_that_do_not_match_are_an_error_that_names_the_utterance(string reference, string why)
    {
        var error = CorpusScoring.Score([new("u1", "fine", "fine"), new("call-17", reference, "a")], new()).Error;
        Assert.Contains("call-17", error!.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Null(CorpusScoring.Score([new("call-17", reference, "a")], new() { Alternations = false }).Error);
    }

    [Fact]
    public void The_choice_is_the_cheapest_of_all_readings() => Gen.Select(Text, Text, Text, Text, Text).Sample((before, one, other, after, hypothesis) =>
    {
        var chosen = Score(new(), ($"{before} {{ {one} / {other} / @ }} {after}", hypothesis)).Words;
        var cheapest = new[] { one, other, "" }.Min(text => Cost(WordAlignment.Align(Split($"{before} {text} {after}"), Split(hypothesis)).Counts));
        Assert.Equal(cheapest, Cost(chosen));
    }, iter: 3000);

    [Fact]
    public void Counting_alone_gives_what_the_alignment_gives() => Gen.Select(Text, Text).Sample((reference, hypothesis) =>
        Assert.Equal(WordAlignment.Align(Split(reference), Split(hypothesis)).Counts, Score(new(), (reference, hypothesis)).Words), iter: 3000);

    [Fact]
    public void The_error_rate_of_jiwer_is_the_edit_distance_by_brute_force() => Gen.Select(Text, Text).Sample((reference, hypothesis) =>
    {
        var counts = Score(new() { Alignment = AlignmentPolicy.Jiwer }, (reference, hypothesis)).Words;
        Assert.Equal(Distance(Split(reference), Split(hypothesis)), counts.Errors);
        Assert.Equal((Split(reference).Length, Split(hypothesis).Length), (counts.ReferenceLength, counts.HypothesisLength));
    }, iter: 2000);

    [Fact]
    public void The_edit_distance_is_symmetric_and_keeps_the_triangle_inequality() => Gen.Select(Text, Text, Text).Sample((a, b, c) =>
    {
        Assert.Equal(Errors(a, b), Errors(b, a));
        Assert.True(Errors(a, c) <= Errors(a, b) + Errors(b, c));

        int Errors(string left, string right) => WordAlignment.Align(Split(left), Split(right), AlignmentPolicy.Jiwer).Counts.Errors;
    }, iter: 2000);

    [Theory]
    // Morris, Maier and Green 2004, and the empty cases of jiwer 4.
    [InlineData("x", "x", 0.0, 1.0)]
    [InlineData("x", "x x y y", 0.75, 0.25)]
    [InlineData("x y z", "x z", 1.0 / 3, 2.0 / 3)]
    [InlineData("x", "y", 1.0, 0.0)]
    [InlineData("x", "y z", 1.0, 0.0)]
    [InlineData("x y x", "x z", 2.0 / 3, 1.0 / 6)]
    [InlineData("", "", 0.0, 1.0)]
    [InlineData("", "x y", 1.0, 0.0)]
    [InlineData("x", "", 1.0, 0.0)]
    public void Match_error_rate_and_word_information_are_those_of_Morris(string reference, string hypothesis, double mer, double wip)
    {
        var counts = Score(new() { Alignment = AlignmentPolicy.Jiwer }, (reference, hypothesis)).Words;
        Assert.Equal(mer, counts.MatchErrorRate, 12);
        Assert.Equal(wip, counts.InformationPreserved, 12);
        Assert.Equal(1 - wip, counts.InformationLost, 12);
    }

    [Fact]
    public void Characters_of_any_script_are_graphemes()
    {
        var counts = Score(new(), ("नमस्ते", "नमस्त")).Characters;
        Assert.Equal((1, 1), (counts.Substitutions, counts.Errors));
        Assert.Equal(2, Score(new(), ("你好吗", "你们吗吗")).Characters.Errors);
    }

    [Fact]
    public void Two_hours_of_speech_are_aligned_in_linear_memory()
    {
        var random = new Random(7);
        var reference = Enumerable.Range(0, 20_000).Select(_ => $"w{random.Next(3000)}").ToArray();
        var hypothesis = reference.Where(_ => random.Next(20) > 0).SelectMany(word => random.Next(15) == 0 ? new[] { word, "uh" } : [word]).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var score = CorpusScoring.Score([new("meeting", string.Join(' ', reference), string.Join(' ', hypothesis))], new() { Characters = false }).Value!;
        Assert.InRange(score.Words.Rate!.Value, 0.05, 0.2);
        // 20,000 × 20,000 directions of a byte would be 400 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
    }

    [Fact]
    public void What_is_too_long_for_jiwers_alignment_says_so()
    {
        var text = string.Join(' ', Enumerable.Range(0, 20_000));
        var error = CorpusScoring.Score([new("meeting", text, text + " x")], new() { Alignment = AlignmentPolicy.Jiwer, Characters = false }).Error;
        Assert.Contains("meeting", error!.Message, StringComparison.Ordinal);
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Cost(ErrorCounts counts) => (4 * counts.Substitutions) + (3 * (counts.Deletions + counts.Insertions));

    private static int Distance(ReadOnlySpan<string> left, ReadOnlySpan<string> right)
    {
        if (left.IsEmpty || right.IsEmpty) return Math.Max(left.Length, right.Length);
        if (left[0] == right[0]) return Distance(left[1..], right[1..]);
        return 1 + Math.Min(Distance(left[1..], right[1..]), Math.Min(Distance(left[1..], right), Distance(left, right[1..])));
    }
}
