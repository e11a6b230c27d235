using CsCheck;
using SpeechScoop.SynthesisLab.Failures;

namespace SpeechScoop.Tests.SynthesisLab.Failures;

public sealed class FailureFinderTests
{
    private const string Fox = "The quick brown fox jumps over the lazy dog, and nobody in the meeting could explain why.";

    /// <summary>What a good take of <see cref="Fox"/> measures.</summary>
    private static readonly Dictionary<string, double> Sound = new()
    {
        ["duration"] = 5.7, ["speech-duration"] = 5.2, ["leading-silence"] = 0.1, ["trailing-silence"] = 0.3, ["longest-pause"] = 0.2, ["sudden-cut-off"] = 0, ["self-repetition"] = 0.1,
    };

    private static FailureReport Find(string prompt, string? transcript, params (string Metric, double Value)[] changes)
    {
        var sound = new Dictionary<string, double>(Sound);
        foreach (var (metric, value) in changes) sound[metric] = value;
        return FailureFinder.Find(new(prompt, transcript, sound));
    }

    [Theory]
    [InlineData("the quick brown fox jumps over the lazy dog and nobody in the meeting could explain why")]
    [InlineData("the quick brown fox jumps over the lazy dog and no body in the meeting could explain why")]
    [InlineData("the quick brown fox jumps over the lazy or and nobody in a meeting could explain why")]
    [InlineData("a quick brown box jumps over lazy dog and nobody in the meeting could explain")]
    public void A_good_take_has_no_failure_even_if_the_recognizer_errs(string transcript)
    {
        var report = Find(Fox, transcript);
        Assert.Empty(report.Failures);
        Assert.Empty(report.NotLookedFor);
        Assert.Equal(FailureRules.Default.Version, report.Rules);
    }

    [Theory]
    [InlineData("the quick brown fox jumps over the lazy dog and nobody in", "truncation", "after “in”: “the meeting could explain why”")]
    [InlineData("the quick brown fox", "truncation", "13 words of 17")]
    [InlineData("jumps over the lazy dog and nobody in the meeting could explain why", "skipped-words", "at the beginning: “the quick brown fox”")]
    [InlineData("the quick brown fox jumps over the meeting could explain why", "skipped-words", "6 words of 17")]
    [InlineData("the quick brown fox jumps over the lazy dog jumps over the lazy dog and nobody in the meeting could explain why", "repetition", "“jumps over the lazy dog” was heard 2 times in a row")]
    [InlineData("the quick quick quick quick brown fox jumps over the lazy dog and nobody in the meeting could explain why", "repetition", "“quick” was heard 4 times")]
    [InlineData("the quick brown fox jumps over the lazy dog and nobody in the meeting could explain why the quick brown fox jumps over the lazy dog", "repetition", "9 words too many")]
    [InlineData("the quick brown fox jumps over the lazy dog sure thing yes oh well and nobody in the meeting could explain why", "babble", "after “dog”: “sure thing yes oh well”")]
    [InlineData("uh well i saw several cats and one of them said hello to me again", "babble", "words heard")]
    [InlineData("", "babble", "No word was recognized")]
    public void Each_kind_is_found_alone_and_says_why(string transcript, string kind, string evidence)
    {
        var report = Find(Fox, transcript);
        Assert.Equal([kind], report.Kinds);
        Assert.Contains(report.Failures, failure => failure.Evidence.Contains(evidence, StringComparison.Ordinal));
    }

    [Fact]
    public void One_word_missing_at_the_end_counts_only_where_the_sound_stops_too()
    {
        const string heard = "the quick brown fox jumps over the lazy dog and nobody in the meeting could explain";
        Assert.Empty(Find(Fox, heard).Failures);
        Assert.Equal(["truncation", "sudden-cut-off"], Find(Fox, heard, ("sudden-cut-off", 1)).Kinds);
    }

    [Fact]
    public void A_quarter_of_the_text_makes_it_severe()
    {
        Assert.Equal(FailureSeverity.Minor, Assert.Single(Find(Fox, "the quick brown fox jumps over the lazy dog and nobody in the meeting").Failures).Severity);
        Assert.Equal(FailureSeverity.Severe, Assert.Single(Find(Fox, "the quick brown fox jumps over the lazy dog and nobody").Failures).Severity);
    }

    [Theory]
    [InlineData("No, no, no, I said no!", "no no no i said no")]
    [InlineData("Had had had had better luck, he had had none.", "had had had had better luck he had had none")]
    [InlineData("Row, row, row your boat gently down the stream, gently down the stream.", "row row row your boat gently down the stream gently down the stream")]
    public void Texts_that_repeat_themselves_may_do_so(string prompt, string heard) => Assert.Empty(Find(prompt, heard, ("self-repetition", 1.5), ("speech-duration", 2)).Failures);

    [Fact]
    public void Sound_alone_shows_silence_repetition_cut_offs_and_wrong_lengths()
    {
        Assert.Equal(["silence"], Find(Fox, null, ("speech-duration", 0)).Kinds);
        Assert.Equal(["silence"], Find(Fox, null, ("trailing-silence", 5.5)).Kinds);
        Assert.Equal(["silence"], Find(Fox, null, ("longest-pause", 2.5)).Kinds);
        Assert.Equal(["repetition"], Find(Fox, null, ("self-repetition", 0.8)).Kinds);
        Assert.Equal(["sudden-cut-off"], Find(Fox, null, ("sudden-cut-off", 1)).Kinds);
        Assert.Equal(["truncation"], Find(Fox, null, ("speech-duration", 1.2)).Kinds);
        Assert.Equal(["babble"], Find(Fox, null, ("speech-duration", 25)).Kinds);
        Assert.Empty(Find("Call 0800 555 1234 in 2026.", null, ("speech-duration", 7)).Failures);
    }

    [Fact]
    public void Silence_is_said_once_whatever_else_is_missing()
    {
        var report = FailureFinder.Find(new(Fox, "", new Dictionary<string, double> { ["duration"] = 3, ["speech-duration"] = 0 }));
        var failure = Assert.Single(report.Failures);
        Assert.Equal((FailureKind.Silence, FailureSeverity.Severe, "The clip has 0.00 s of speech in 3.0 s."), (failure.Kind, failure.Severity, failure.Evidence));
    }

    [Fact]
    public void What_could_not_be_looked_for_is_said()
    {
        var report = FailureFinder.Find(new(Fox, null, new Dictionary<string, double>()));
        Assert.Empty(report.Failures);
        Assert.Contains(report.NotLookedFor, text => text.Contains("transcript", StringComparison.Ordinal));
        Assert.Contains(report.NotLookedFor, text => text.Contains("self-repetition", StringComparison.Ordinal));
    }

    [Fact]
    public void Writing_without_spaces_is_compared_by_characters()
    {
        const string prompt = "今天天气很好,我们去公园散步吧。";
        Assert.Empty(Find(prompt, "今天天气很好我们去公园散步吧", ("speech-duration", 3)).Failures);
        Assert.Equal(["truncation"], Find(prompt, "今天天气很好我们去", ("speech-duration", 3)).Kinds);
        Assert.Equal(["repetition"], Find(prompt, "今天天气很好我们去公园我们去公园散步吧", ("speech-duration", 3)).Kinds);
    }

    [Fact]
    public void Other_thresholds_find_other_things()
    {
        var rules = FailureRules.Default with { Version = "mine", MissingWordsAtEnd = 10, LongestPauseSeconds = 0.25 };
        var report = FailureFinder.Find(new(Fox, "the quick brown fox jumps over the lazy dog and nobody in", Sound), rules);
        Assert.Equal(["silence"], report.Kinds);
        Assert.Equal("mine", report.Rules);
    }

    [Fact]
    public void An_exact_transcript_of_any_text_is_clean() =>
        Gen.Int[0, 5].Select(i => new[] { "one", "two", "three", "four", "five", "six" }[i]).Array[4, 40].Sample(words =>
            Assert.Empty(Find(string.Join(' ', words), string.Join(' ', words), ("speech-duration", words.Length * 0.35), ("self-repetition", 0)).Failures));

    [Fact]
    public void Any_cut_of_two_words_or_more_is_a_truncation() =>
        Gen.Int[6, 15].Sample(kept =>
            Assert.Equal(["truncation"], Find(Fox, string.Join(' ', Fox.ToLowerInvariant().Replace(",", "", StringComparison.Ordinal).TrimEnd('.').Split(' ').Take(kept))).Kinds));
}
