using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Recognition.Decoding;

namespace SpeechScoop.Inference.Tests.Recognition.Decoding;

public sealed class CharacterDecoderTests
{
    private static readonly SymbolTable Characters = Frames.Table(["|", .. "abcdefghijklmnopqrstuvwxyz'".Select(letter => letter.ToString()), "<blank>"]);

    [Fact]
    public void Repeats_and_blanks_are_dropped_and_words_carry_their_frames()
    {
        var decoded = Decode("_ h h e l _ l o o | _ y o u _");

        Assert.Equal([new DecodedWord("hello", 1, 9), new DecodedWord("you", 11, 14)], decoded.Words);
    }

    [Fact]
    public void Boundaries_at_the_ends_and_double_boundaries_make_no_empty_words() =>
        Assert.Equal("a b", Decode("| a | _ | b | |").Text());

    [Fact]
    public void The_unfinished_word_is_shown_but_not_stable()
    {
        var decoder = new CharacterDecoder(Characters);
        var frames = Frames.Spell(Characters, "n o | w a i");
        decoder.Accept(frames, 6);

        var partial = decoder.Partial();

        Assert.Equal("no wai", partial.Text());
        Assert.Equal(1, partial.StableWords);
        Assert.Equal(0, decoder.TrailingBlankFrames);
        Assert.Equal("no wai", decoder.Finish().Text());
    }

    [Fact]
    public void Any_chunking_of_the_frames_gives_the_same_words()
    {
        var frames = Frames.Random(Characters, 200, seed: 5, sharpness: 2);
        var whole = new CharacterDecoder(Characters);
        whole.Accept(frames, 200);
        var single = new CharacterDecoder(Characters);
        for (var frame = 0; frame < 200; frame++)
        {
            single.Accept(frames.AsSpan(frame * Characters.Count, Characters.Count), 1);
        }

        Assert.Equal(whole.Finish().Words, single.Finish().Words);
        Assert.Equal(whole.TrailingBlankFrames, single.TrailingBlankFrames);
    }

    [Fact]
    public void Silence_has_no_words_and_counts_its_frames()
    {
        var decoder = new CharacterDecoder(Characters);
        decoder.Accept(Frames.Spell(Characters, "a _ _ _"), 4);

        Assert.Equal(3, decoder.TrailingBlankFrames);
        Assert.Empty(Decode("_ _ _").Words);
    }

    private static DecodedText Decode(string path)
    {
        var frames = Frames.Spell(Characters, path);
        var decoder = new CharacterDecoder(Characters);
        decoder.Accept(frames, frames.Length / Characters.Count);
        return decoder.Finish();
    }
}
