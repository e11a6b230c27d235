using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Recognition.Decoding;
using SpeechScoop.Tests;

namespace SpeechScoop.Inference.Tests.Recognition;

/// <summary>Ends of segments, with scores written by hand: one letter a frame, a dot is blank, a bar the word boundary.</summary>
public sealed class CtcSegmenterTests : IDisposable
{
    private const double Frame = 0.03;

    private readonly PackRuntime? pack;
    private readonly SymbolTable? table;
    private readonly CtcModel? model;

    public CtcSegmenterTests()
    {
        var folder = Path.Combine(SharedMaterial.RepositoryRoot, "models", "scoop-recognizer");
        if (!Directory.Exists(folder)) return;
        pack = new PackRuntime(PackLoader.Load(folder));
        table = SymbolTable.Parse(pack.Symbols("characters").Value).Value;
        model = CtcModel.Create(pack.Model("model").Value, pack.Manifest, "characters", table).Value;
    }

    public void Dispose() => pack?.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void A_segment_ends_after_a_pause_of_1_2_seconds(int chunk)
    {
        // 12 frames of a word, 50 of silence (1.5 s), another word.
        var updates = Decode("..hel.lo|..." + new string('.', 50) + "you|.....", chunk);
        Assert.Equal([(0, "hello"), (1, "you")], updates.Select(update => (update.Segment, update.StableText)));
        Assert.All(updates, update => Assert.True(update.IsFinal));
        Assert.Equal(TimeSpan.FromMilliseconds(2 * 30), updates[0].Words[0].Start);
        Assert.Equal(TimeSpan.FromMilliseconds(62 * 30), updates[1].Words[0].Start);
    }

    [Fact]
    public void A_shorter_pause_does_not_end_it()
    {
        var update = Assert.Single(Decode("..hel.lo|..." + new string('.', 30) + "you|.....", 10));
        Assert.Equal("hello you", update.StableText);
    }

    [Fact]
    public void A_blip_in_the_silence_does_not_keep_it_open()
    {
        // The bar makes no word.
        var updates = Decode("hel.lo|" + new string('.', 25) + "|" + new string('.', 25) + "you|.....", 10);
        Assert.Equal(["hello", "you"], updates.Select(update => update.StableText));
    }

    [Fact]
    public void Long_silence_without_words_starts_anew_and_tells_nothing()
    {
        var updates = Decode(new string('.', 300) + "you|" + new string('.', 5), 10);
        var update = Assert.Single(updates);
        Assert.Equal((0, "you"), (update.Segment, update.StableText));
        Assert.Equal(TimeSpan.FromMilliseconds(300 * 30), update.Words[0].Start);
    }

    [Fact]
    public void Speech_without_a_pause_is_cut_at_a_short_one_after_20_seconds()
    {
        var words = string.Concat(Enumerable.Repeat("hi|", 230)) + new string('.', 11) + string.Concat(Enumerable.Repeat("hi|", 5));
        var updates = Decode(words, 10);
        Assert.Equal(2, updates.Count);
        Assert.Equal(230, updates[0].Words.Count);
    }

    [Fact]
    public void Speech_without_any_pause_is_cut_after_25_seconds()
    {
        var updates = Decode(string.Concat(Enumerable.Repeat("h.i|", 400)), 10);
        Assert.Equal(2, updates.Count);
        Assert.InRange(updates[0].AudioCovered.TotalSeconds, 25, 25.4);
    }

    [Fact]
    public void A_partial_result_is_told_only_when_it_changed()
    {
        Require();
        var segmenter = NewSegmenter();
        var updates = new List<RecognitionUpdate>();
        Assert.Null(segmenter.Partial());
        segmenter.Accept(Scores("hel"), 3, updates);
        Assert.Equal(("", "hel"), (segmenter.Partial()!.StableText, "hel"));
        Assert.Null(segmenter.Partial());
        segmenter.Accept(Scores(".."), 2, updates);
        Assert.Null(segmenter.Partial());
        segmenter.Accept(Scores("p|"), 2, updates);
        Assert.Equal("help", segmenter.Partial()!.StableText);
        Assert.Empty(updates);
    }

    private List<RecognitionUpdate> Decode(string frames, int chunk)
    {
        Require();
        var (segmenter, updates) = (NewSegmenter(), new List<RecognitionUpdate>());
        for (var start = 0; start < frames.Length; start += chunk)
        {
            var part = frames.Substring(start, Math.Min(chunk, frames.Length - start));
            segmenter.Accept(Scores(part), part.Length, updates);
        }
        segmenter.Finish(updates, TimeSpan.FromSeconds(frames.Length * Frame));
        return updates;
    }

    private CtcSegmenter NewSegmenter() => new(model!, new EndpointingSection(), () => new CharacterDecoder(table!));

    private float[] Scores(string frames)
    {
        var scores = new float[frames.Length * table!.Count];
        Array.Fill(scores, -10f);
        for (var i = 0; i < frames.Length; i++)
            scores[(i * table.Count) + (frames[i] == '.' ? table.Blank : table.IndexOf(frames[i].ToString()))] = -0.01f;
        return scores;
    }

    private void Require() => Assert.SkipUnless(model is not null, "needs the pack models/scoop-recognizer");
}
