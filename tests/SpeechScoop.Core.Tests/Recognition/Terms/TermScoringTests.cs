using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition.Terms;

public class TermScoringTests
{
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
    public void A_term_without_words_is_never_said() => Assert.Equal(0, TermScoring.OfTerms(Alignments, ["…"], NormaliserProfile.Basic)[0].Said);
}
