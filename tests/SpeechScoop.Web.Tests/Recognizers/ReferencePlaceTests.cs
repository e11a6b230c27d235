using SpeechScoop.Recognition;
using SpeechScoop.Storage.Recognizers;
using SpeechScoop.Web.Recognizers.Adjudications;

namespace SpeechScoop.Web.Tests.Recognizers;

public sealed class ReferencePlaceTests
{
    [Theory]
    [InlineData("Hello, big World.", 1, 2, "bad", 1, 2, "bad")]
    [InlineData("Hello, World.", 0, 0, "oh", 0, 0, "oh")]
    [InlineData("Hello, World.", 2, 2, "again", 2, 2, "again")]
    [InlineData("Hello - World.", 1, 2, "", 2, 3, "")]
    public void A_stretch_of_normalised_words_is_found_in_the_text_as_delivered(string reference, int from, int to, string heard, int fromWord, int toWord, string reading)
    {
        var place = ReferencePlace.Find(reference, NormaliserProfile.Basic, from, to, heard)!;
        Assert.Equal((fromWord, toWord, reading), (place.FromWord, place.ToWord, place.Reading));
    }

    [Fact]
    public void Where_a_rule_made_one_word_of_several_all_of_them_are_in_question()
    {
        var place = ReferencePlace.Find("pay twenty one pounds now", NormaliserProfile.Fair, NormaliserProfile.Fair.Words("pay").Length, NormaliserProfile.Fair.Words("pay twenty one pounds now").Length - 1, "nothing")!;
        Assert.Equal("twenty one pounds", place.Text);
    }

    [Fact]
    public void Alternations_are_left_to_themselves() => Assert.Null(ReferencePlace.Find("one { two / three }", NormaliserProfile.Basic, 0, 1, "x"));

    [Fact]
    public void Of_stretches_that_overlap_the_one_with_most_votes_counts()
    {
        Adjudication[] votes =
        [
            Vote(0, 2, "x", "ann"), Vote(1, 2, "y", "ann"), Vote(1, 2, "y", "ben"), Vote(3, 3, "new", "ann"),
            Vote(2, 3, "never", "ann", AdjudicationChoice.Reference), Vote(9, 10, "beyond", "ann"),
        ];
        Assert.Equal(new CorrectedReference("a y c new d", 2), CorrectedReference.Of("a b  c\nd", votes));
        Assert.Null(CorrectedReference.Of("a b c d", votes[4..]));
    }

    private static Adjudication Vote(int from, int to, string reading, string listener, AdjudicationChoice choice = AdjudicationChoice.Systems) => new()
    {
        Id = $"{from}-{to}-{listener}", ItemId = "item", FromWord = from, ToWord = to, Reading = reading, Choice = choice, Listener = listener, ReferenceFirst = true, CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
