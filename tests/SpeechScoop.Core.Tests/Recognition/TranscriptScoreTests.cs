using SpeechScoop.Recognition;

namespace SpeechScoop.Tests.Recognition;

public class TranscriptScoreTests
{
    [Fact]
    public void Case_and_punctuation_cost_nothing()
    {
        var score = TranscriptScore.Of("“Well,” she said: it's FINE.", "well she said it’s fine");
        Assert.Equal(0.0, score.WordErrorRate);
        Assert.Equal(0.0, score.CharacterErrorRate);
    }

    [Fact]
    public void Words_and_characters_are_counted_separately()
    {
        var score = TranscriptScore.Of("the cat sat on the mat", "the cat sat on mat");
        Assert.Equal(1.0 / 6, score.WordErrorRate);
        // "the cat sat on the mat" has 22 characters; "the " is missing.
        Assert.Equal(4.0 / 22, score.CharacterErrorRate);
        Assert.Equal(new ErrorCounts(5, 0, 1, 0), score.Words.Counts);
    }

    [Fact]
    public void A_character_is_what_a_reader_sees_as_one()
    {
        // Two code points each (no composed form exists), one grapheme cluster each.
        var score = TranscriptScore.Of("m̃ñ", "m̃");
        Assert.Equal(2, score.Characters.ReferenceLength);
        Assert.Equal(1, score.Characters.Deletions);
    }

    [Fact]
    public void Words_invented_in_silence_are_insertions_without_a_rate()
    {
        var score = TranscriptScore.Of(" … ", "thanks for watching");
        Assert.Null(score.WordErrorRate);
        Assert.Equal(3, score.Words.Counts.Insertions);
    }

    [Fact]
    public void The_recipe_names_normaliser_and_costs() =>
        Assert.Matches("^normaliser=basic@1#[0-9a-f]{12};alignment=sclite-4-3-3$", TranscriptScore.Of("a", "a").Recipe);
}
