using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Tests.Recognition.Transcripts;

public sealed class ItemHypothesesTests
{
    private static readonly RecognizedItem[] Items = [new("meet-0.00", "meet.wav", 0, 1.5), new("meet-1.90", "meet.wav", 1.9, 3), new("u1", "clips/one.wav")];

    private static ItemHypotheses Match(params (string Name, string Text)[] files)
    {
        var document = TranscriptFormats.Read([.. files.Select(file => Samples.Input(file.Name, file.Text))]);
        Assert.Empty(document.Problems);
        return ItemHypotheses.Match(Items, document.Format, document.Entries);
    }

    [Fact]
    public void A_recordings_words_fall_into_the_items_cut_from_it_with_times_from_their_start()
    {
        var matched = Match(("meet.json", Samples.All["deepgram"].Text));
        Assert.Equal([("meet-0.00", "Good morning all"), ("meet-1.90", "let us begin")], matched.Hypotheses.Select(each => (each.Key, each.Text)));
        Assert.Equal(0.1, matched.Hypotheses[1].Words[0].Start!.Value, 9);
    }

    [Fact]
    public void Utterances_are_found_by_key_or_by_their_recordings_name()
    {
        Assert.Equal("u1", Match(("a.trn", "x (u1)\n")).Hypotheses[0].Key);
        Assert.Equal("u1", Match(("a.jsonl", "{\"audio_filepath\": \"/elsewhere/one.flac\", \"pred_text\": \"x\"}\n")).Hypotheses[0].Key);
        Assert.Equal("u1", Match(("one.json", "{\"text\": \"x\"}")).Hypotheses[0].Key);
    }

    [Fact]
    public void What_belongs_to_no_item_is_named_with_what_may_be_meant()
    {
        var matched = Match(("a.trn", "x (u1)\ny (MEET_0.00)\nz (zebra)\n"));
        Assert.Equal(["'MEET_0.00' is no item of the dataset.", "'zebra' is no item of the dataset."], matched.Problems.Select(problem => problem.Message));
        Assert.Contains("'meet-0.00'", matched.Problems[0].Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_recording_needs_times() =>
        Assert.Contains("has no times", Assert.Single(Match(("meet.json", "{\"text\": \"x\"}")).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_are_matched_in_order_if_there_are_as_many()
    {
        Assert.Equal([("meet-0.00", "a"), ("meet-1.90", ""), ("u1", "c")], Match(("a.txt", "a\n\nc\n")).Hypotheses.Select(each => (each.Key, each.Text)));
        Assert.Contains("2 lines for 3 items", Assert.Single(Match(("a.txt", "a\nb\n")).Problems).Message, StringComparison.Ordinal);
    }
}
