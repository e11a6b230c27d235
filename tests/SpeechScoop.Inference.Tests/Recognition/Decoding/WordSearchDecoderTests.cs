using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Recognition.Decoding;

namespace SpeechScoop.Inference.Tests.Recognition.Decoding;

public sealed class WordSearchDecoderTests
{
    private static readonly SymbolTable Phones = Frames.Table("|", "k", "ih", "t", "ae", "n", "<blank>");

    private static readonly string[] Lines =
        ["kit\tk ih t", "cat\tk ae t", "kitten\tk ih t n", "in\tih n", "an\tae n", "tin\tt ih n", "tan\tt ae n", "ten\tt ae n"];

    private static readonly string Arpa = string.Join('\n',
        "\\data\\", "ngram 1=10", "", "\\1-grams:", "-9\t<s>\t-0.3", "-0.8\t</s>", "-1\tkit\t-0.2", "-1\tcat\t-0.4", "-1.5\tkitten",
        "-0.7\tin\t-0.1", "-0.9\tan", "-1.3\ttin", "-1.4\ttan", "-1.2\tten", "", "\\2-grams:", "-0.3\t<s> cat\t-0.2", "-0.5\tcat in\t-0.1",
        "-0.2\ttan </s>", "", "\\3-grams:", "-0.1\tcat in tan", "", "\\end\\", "");

    [Fact]
    public void A_clearly_spoken_phrase_is_recognized_with_the_frames_of_its_words()
    {
        var decoder = Frames.Decoder(Graph());
        decoder.Accept(Frames.Spell(Phones, "_ k k _ ae t t _ | _ ih n _ _"), 14);

        var decoded = decoder.Finish();

        Assert.Equal([new DecodedWord("cat", 1, 7), new DecodedWord("in", 10, 12)], decoded.Words);
        Assert.Equal(2, decoded.StableWords);
        Assert.Equal(2, decoder.TrailingBlankFrames);
    }

    [Fact]
    public void A_double_symbol_needs_a_blank_between()
    {
        var table = Frames.Table("|", "s", "aa", "<blank>");
        var lexicon = Frames.Lexicon(table, "sa\ts aa", "ssa\ts s aa");
        var graph = WordSearchGraph.Create(lexicon, Frames.Uniform("sa", "ssa"));

        Assert.Equal("sa", Decode(graph, Frames.Spell(table, "s s aa")));
        Assert.Equal("ssa", Decode(graph, Frames.Spell(table, "s _ s aa")));
    }

    [Fact]
    public void The_result_is_the_best_word_sequence_of_all_paths()
    {
        var words = new Dictionary<string, string> { ["a"] = "x", ["b"] = "x y", ["c"] = "y y" };
        var table = Frames.Table("|", "x", "y", "<blank>");
        // Every pair is listed, so that in five frames only "a a" and "a a a" share a state.
        var names = new[] { "<s>", "a", "b", "c" };
        var pairs = names.SelectMany((first, i) => names.Skip(1).Select((second, j) => FormattableString.Invariant($"-0.{(3 * i) + (2 * j) + 1}\t{first} {second}\n")));
        var model = Frames.Model("\\1-grams:\n-9\t<s>\n-0.6\t</s>\n-0.5\ta\n-0.8\tb\n-0.7\tc\n\n\\2-grams:\n" + string.Concat(pairs) + "-0.1\tc </s>\n\n\\end\\\n");
        var graph = WordSearchGraph.Create(Frames.Lexicon(table, [.. words.Select(pair => $"{pair.Key}\t{pair.Value}")]), model);
        var settings = new WordSearchSettings { Beam = 5000, ScoreMargin = 1000, SymbolFloor = -1000, LanguageModelWeight = 0.7f, WordBonus = 0.4f };
        var clear = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var frames = Frames.Random(table, 5, seed, sharpness: 1.5);
            var ranking = PathOracle.Rank(table, words, frames, sequence => Prior(graph, settings, sequence));
            if (ranking[0].Score - ranking[1].Score < 0.01) // nothing to tell apart in single precision
            {
                continue;
            }

            clear++;
            var decoder = Frames.Decoder(graph, settings);
            decoder.Accept(frames, 5);
            Assert.Equal(ranking[0].Text, decoder.Finish().Text());
        }

        Assert.InRange(clear, 90, 100);
    }

    [Fact]
    public void Any_chunking_of_the_frames_gives_the_same_words()
    {
        var graph = Graph();
        for (var seed = 0; seed < 20; seed++)
        {
            var frames = Frames.Random(Phones, 50, seed, sharpness: 2.5);
            var whole = Frames.Decoder(graph);
            whole.Accept(frames, 50);
            var expected = whole.Finish();
            var pieces = Frames.Decoder(graph);
            var random = new SeededRandom(seed);
            for (var start = 0; start < 50;)
            {
                var count = Math.Min(50 - start, random.Next(6));
                pieces.Accept(frames.AsSpan(start * Phones.Count, count * Phones.Count), count);
                pieces.Partial();
                start += count;
            }

            Assert.Equal(expected.Words, pieces.Finish().Words);
        }
    }

    [Fact]
    public void Words_once_called_stable_are_never_taken_back()
    {
        var graph = Graph();
        var everStable = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var frames = Frames.Random(Phones, 120, seed, sharpness: 3);
            var decoder = Frames.Decoder(graph, new WordSearchSettings { Beam = 30 });
            var stable = new List<string>();
            for (var frame = 0; frame < 120; frame++)
            {
                decoder.Accept(frames.AsSpan(frame * Phones.Count, Phones.Count), 1);
                var partial = decoder.Partial();
                var words = partial.Words.Take(partial.StableWords).Select(word => word.Text).ToList();
                Assert.Equal(stable, words.Take(stable.Count));
                stable = words;
            }

            everStable += stable.Count;
            Assert.Equal(stable, decoder.Finish().Words.Take(stable.Count).Select(word => word.Text));
        }

        Assert.InRange(everStable, 20, int.MaxValue);
    }

    [Fact]
    public void Of_words_that_sound_alike_the_language_model_chooses()
    {
        Assert.Equal("cat in tan", Decode(Graph(), Frames.Spell(Phones, "k ae t | ih n | t ae n")));
        Assert.Equal("ten", Decode(Graph(), Frames.Spell(Phones, "t ae n"), new WordSearchSettings { LanguageModelWeight = 0 }, "ten"));
    }

    [Fact]
    public void A_hot_word_wins_against_a_word_that_sounds_alike()
    {
        var frames = Frames.Spell(Phones, "k ae t | ih n | t ae n");

        Assert.Equal("cat in ten", Decode(Graph(), frames, new WordSearchSettings { HotWords = ["TEN"], HotWordBonus = 8 }));
    }

    [Fact]
    public void A_closed_word_list_admits_nothing_else()
    {
        var closed = Graph().Restrict(["Tin", "kitten"]).Value;

        Assert.Equal("kitten", Decode(closed, Frames.Spell(Phones, "k ih t | ih n")));
        Assert.Equal("tin", Decode(closed, Frames.Spell(Phones, "t ae n", 0.7)));
    }

    [Fact]
    public void Words_that_the_lexicon_lacks_are_named()
    {
        Assert.True(Graph().Restrict(["cat", "wug", "blick"]).Error is Error.Invalid { Code: "word-not-in-lexicon" } closed
            && closed.Message.Contains("wug, blick", StringComparison.Ordinal));
        Assert.Contains("wug", WordSearchDecoder.Create(Graph(), new WordSearchSettings { HotWords = ["wug"] }).Error!.Message, StringComparison.Ordinal);
        Assert.Equal("word-list-empty", Graph().Restrict([]).Error!.Code);
    }

    [Fact]
    public void The_last_word_is_not_lost_when_audio_stops_right_behind_it()
    {
        Assert.Equal("cat tin", Decode(Graph(), Frames.Spell(Phones, "k ae t | t ih n")));
    }

    [Fact]
    public void A_word_broken_off_at_the_end_is_left_out_and_silence_has_no_words()
    {
        Assert.Equal("cat", Decode(Graph(), Frames.Spell(Phones, "k ae t | t ih", 0.999)));
        Assert.Empty(Decode(Graph(), Frames.Spell(Phones, "_ _ _ _")));
        Assert.Empty(Frames.Decoder(Graph()).Finish().Words);
    }

    [Fact]
    public void A_boundary_may_come_first_and_may_repeat()
    {
        Assert.Equal("in an", Decode(Graph(), Frames.Spell(Phones, "| _ | ih n | _ _ | ae n |")));
    }

    [Fact]
    public void Frames_after_the_end_are_a_bug_of_the_caller()
    {
        var decoder = Frames.Decoder(Graph());
        decoder.Finish();

        Assert.Throws<InvalidOperationException>(() => decoder.Accept(Frames.Spell(Phones, "_"), 1));
    }

    private static WordSearchGraph Graph() => WordSearchGraph.Create(Frames.Lexicon(Phones, Lines), Frames.Model(Arpa));

    private static string Decode(WordSearchGraph graph, float[] frames, WordSearchSettings? settings = null, params string[] only)
    {
        var decoder = Frames.Decoder(only.Length == 0 ? graph : graph.Restrict(only).Value, settings);
        decoder.Accept(frames, frames.Length / graph.Lexicon.Table.Count);
        return decoder.Finish().Text();
    }

    private static double Prior(WordSearchGraph graph, WordSearchSettings settings, string[] words)
    {
        var (state, score) = (graph.StartState, 0.0);
        foreach (var word in words)
        {
            score += (settings.LanguageModelWeight * graph.Score(state, graph.Lexicon.Index.Find(word), out state)) + settings.WordBonus;
        }

        return score + (settings.LanguageModelWeight * graph.EndScore(state));
    }
}
