using SpeechScoop.Inference.Synthesis.Text;
using Xunit;

namespace SpeechScoop.Inference.Tests.Synthesis.Text;

public sealed class EnglishFrontEndTests
{
    private static readonly string[] Symbols = ["pau", "pau,", "pau.", "pau?", "ax", "b", "dh", "iy", "k", "ae", "t", "s", "z", "d", "p"];
    private const string Lexicon = "the\tdh ax\nthe\tdh iy\ncat\tk ae t\nat\tae t\nB\tb iy\na\tax\nbees\tb iy z\nX\tk s\nQ\tk iy\nZ\tz iy\n";
    private static readonly string[] Letters = ["_", .. "abcdefghijklmnopqrstuvwxyz".Select(c => c.ToString())];
    private static readonly string[] LetterPhones = ["<blank>", "b", "ax", "t"];

    [Fact]
    public void Phones_carry_their_position_in_the_word_and_sentences_end_in_pauses()
    {
        var sentence = Assert.Single(FrontEnd().Prepare("The cat, at B?").Value);
        Assert.Equal("the cat, at B?", sentence.Spoken);
        Assert.Equal("pau dh ax k ae t pau, ae t b iy pau?", Names(sentence.Phones));
        Assert.Equal([0, 2, 4, 2, 3, 4, 0, 2, 4, 2, 4, 0], sentence.Positions);
    }

    [Theory]
    [InlineData("the at", "pau dh iy ae t pau.")]
    [InlineData("the, at", "pau dh ax pau, ae t pau.")]
    [InlineData("the cat", "pau dh ax k ae t pau.")]
    public void A_second_pronunciation_is_used_before_a_vowel_without_a_pause(string text, string phones) =>
        Assert.Equal(phones, Names(FrontEnd().Phones(text).Phones));

    [Theory]
    [InlineData("cat's", "pau k ae t s pau.")]
    [InlineData("bees's", "pau b iy z ax z pau.")]
    [InlineData("the's", "pau dh ax z pau.")]
    [InlineData("cat'd", "pau k ae t d pau.")]
    public void Possessives_and_contractions_follow_the_last_sound(string text, string phones) =>
        Assert.Equal(phones, Names(FrontEnd().Phones(text).Phones));

    [Fact]
    public void Unknown_words_are_guessed_and_repeats_and_blanks_collapse()
    {
        // Frames: b b blank t t → "b t", whatever the letters.
        var phones = FrontEnd(_ => Scores(1, 1, 0, 3, 3)).Phones("frobnicate").Phones;
        Assert.Equal("pau b t pau.", Names(phones));
    }

    [Fact]
    public void A_word_that_nothing_is_guessed_for_is_spelled() =>
        Assert.Equal("pau k s k iy z iy pau.", Names(FrontEnd(_ => Scores(0, 0, 0)).Phones("xqz").Phones));

    [Fact]
    public void The_network_gets_the_letters_between_edge_marks()
    {
        long[] seen = [];
        FrontEnd(letters => { seen = letters; return Scores(1); }).Phones("abz");
        Assert.Equal([0, 1, 2, 26, 0], seen);
    }

    [Fact]
    public void Text_is_prepared_sentence_by_sentence()
    {
        var sentences = FrontEnd().Prepare("The cat. At B!\n\nThe cat").Value;
        Assert.Equal(["The cat.", "At B!", "The cat"], sentences.Select(s => s.Text));
    }

    [Fact]
    public void Twenty_thousand_characters_are_prepared_in_bounded_pieces()
    {
        var sentences = FrontEnd().Prepare(string.Concat(Enumerable.Repeat("the cat at the cat ", 1052))).Value;
        Assert.All(sentences, sentence => Assert.InRange(sentence.Text.Length, 1, SentenceSplitter.LongestSentence));
    }

    [Theory]
    [InlineData("a.")]
    [InlineData(". a ")]
    [InlineData("9")]
    [InlineData("9-")]
    [InlineData("9,")]
    [InlineData("1/2 ")]
    [InlineData("$1.")]
    [InlineData("<a")]
    [InlineData("<!--a")]
    [InlineData("&amp;a")]
    [InlineData("A.B.")]
    [InlineData("aB")]
    [InlineData("x@y.")]
    [InlineData("http://a/")]
    [InlineData("'a")]
    [InlineData("(555) ")]
    [InlineData("12:30 ")]
    [InlineData("Dr. ")]
    [InlineData("\n\na\n")]
    [InlineData("a\u0301\u0301")]
    public void Twenty_thousand_characters_of_anything_end_in_sentences_or_an_error(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, TextCleaner.LongestText / unit.Length));
        var prepared = FrontEnd().Prepare(text);
        if (prepared.Error is null) Assert.All(prepared.Value, sentence => Assert.InRange(sentence.Spoken.Length, 1, EnglishFrontEnd.LongestSpoken));
        else Assert.StartsWith("text-", prepared.Error.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_without_anything_to_say_is_an_error() => Assert.Equal("text-empty", FrontEnd().Prepare("!?").Error?.Code);

    [Theory]
    [InlineData("pau\npau,\npau.\n", "\"pau?\"")]
    [InlineData("pau\npau,\npau.\npau?\nax\nax\n", "\"ax\" twice")]
    public void A_symbols_file_with_mistakes_is_named(string lines, string named) =>
        Assert.Contains(named, PhoneInventory.Parse(lines.Split('\n')).Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void A_lexicon_line_without_phones_is_named_by_its_number() =>
        Assert.Contains("Line 2", PronunciationLexicon.Read(new StringReader("cat\tk ae t\ndog\n")).Error?.Message, StringComparison.Ordinal);

    private static LetterScores Scores(params int[] best)
    {
        var values = new float[best.Length * LetterPhones.Length];
        for (var frame = 0; frame < best.Length; frame++) values[frame * LetterPhones.Length + best[frame]] = 1;
        return new LetterScores(values, best.Length, LetterPhones.Length);
    }

    private static EnglishFrontEnd FrontEnd(LetterScorer? scorer = null) => new(
        PhoneInventory.Parse(Symbols).Value,
        PronunciationLexicon.Read(new StringReader(Lexicon)).Value,
        LettersToPhones.Create(Letters, LetterPhones, scorer ?? (_ => Scores(1, 2))).Value);

    private static string Names(long[] phones) => string.Join(' ', phones.Select(phone => Symbols[phone]));
}
