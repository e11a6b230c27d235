using CsCheck;
using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Terms;

public class TermScoringTests
{
    private static readonly Gen<string[]> Words = Gen.Int[0, 1].Select(i => i == 0 ? "no" : "yes").Array[0, 10];

    private static readonly WordAlignment[] Alignments =
    [
        WordAlignment.Align("call new york at 5 please".Split(' '), "call new york at 9 please".Split(' ')),
        WordAlignment.Align("new york is big".Split(' '), "newark is big new york".Split(' ')),
        WordAlignment.Align("i said york".Split(' '), "i said york 7".Split(' ')),
    ];

    [Fact]
    public void A_term_counts_where_all_its_words_are_right()
    {
        var scores = TermScoring.OfTerms(Alignments, ["New York", "york", "Paris"], NormaliserProfile.Basic);
        Assert.Equal(new TermScore("New York", 2, 1, 1), scores[0]);
        Assert.Equal(new TermScore("york", 3, 2, 1), scores[1]);
        Assert.Equal((0.5, 0.5, 0.5), (scores[0].ErrorRate, scores[0].Precision, scores[0].F1));
        Assert.Null(scores[2].ErrorRate);
        Assert.Null(scores[2].F1);
    }

    [Fact]
    public void Numbers_have_a_rate_of_their_own() => Assert.Equal(new TermScore(null, 1, 0, 2), TermScoring.OfNumbers(Alignments));

    [Fact]
    public void Occurrences_do_not_overlap_and_never_give_more_hits_than_were_said_or_written() => Gen.Select(Words, Words).Sample((reference, hypothesis) =>
    {
        var score = TermScoring.OfTerms([WordAlignment.Align(reference, hypothesis)], ["no no"], NormaliserProfile.None)[0];
        Assert.InRange(score.Recognized, 0, score.Said);
        Assert.InRange(score.Invented, 0, hypothesis.Length);
    }, iter: 2000);

    [Fact]
    public void Three_times_a_word_hold_a_term_of_two_once() =>
        Assert.Equal(new TermScore("no no", 1, 1, 0), TermScoring.OfTerms([WordAlignment.Align(["no", "no", "no"], ["no", "no", "no"])], ["no no"], NormaliserProfile.None)[0]);

    [Fact]
    public void A_word_between_the_words_of_a_term_breaks_it()
    {
        var score = TermScoring.OfTerms([WordAlignment.Align(["new", "york"], ["new", "big", "york"])], ["new york"], NormaliserProfile.None)[0];
        Assert.Equal((1, 0, 0), (score.Said, score.Recognized, score.Invented));
        Assert.Equal((1.0, 0.0), (score.ErrorRate, score.Recall));
        Assert.Null(score.Precision);
    }

    [Fact]
    public void A_term_is_written_by_the_profile_that_wrote_the_transcripts()
    {
        var (reference, hypothesis) = NormaliserProfile.Fair.Words("It costs twenty five dollars, Mr. Grey.", "it costs $25 mister gray");
        var scores = TermScoring.OfTerms([WordAlignment.Align(reference, hypothesis)], ["$25", "Grey"], NormaliserProfile.Fair);
        Assert.All(scores, score => Assert.Equal((1, 1, 0), (score.Said, score.Recognized, score.Invented)));
    }

    [Fact]
    public void Optional_words_that_were_omitted_were_perhaps_not_said()
    {
        var options = new ScoringOptions { Normaliser = NormaliserProfile.None, OptionalWords = true };
        WordAlignment[] alignments = [CorpusScoring.Align(new("u1", "take (route 66) home", "take home"), options).Value!, CorpusScoring.Align(new("u2", "take (route 66) home", "take route 66 home"), options).Value!];
        Assert.Equal(new TermScore("route 66", 1, 1, 0), TermScoring.OfTerms(alignments, ["route 66"], NormaliserProfile.None)[0]);
        Assert.Equal(new TermScore(null, 1, 1, 0), TermScoring.OfNumbers(alignments));
    }

    [Fact]
    public void A_term_without_words_is_never_said() => Assert.Equal(0, TermScoring.OfTerms(Alignments, ["…"], NormaliserProfile.Basic)[0].Said);
}
