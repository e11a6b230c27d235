using SpeechScoop.Datasets;
using SpeechScoop.Datasets.Formats;

namespace SpeechScoop.Tests.Datasets;

public sealed class ReferenceItemsTests
{
    private static readonly DatasetFile[] Files = [new("audio/meet.wav", "a", 10), new("audio/u1.flac", "b", 2)];

    private static DatasetDraft Draft(params (string Name, string Text)[] lists) => DatasetDraft.Of(DatasetFormats.Read(lists, true).Rows, Files);

    [Fact]
    public void A_long_recording_is_cut_by_the_segments_of_an_STM_file()
    {
        var draft = Draft(("ref.stm", "meet 1 ann 0.00 1.50 good { morning / evening }\nmeet 1 ann 1.5 2 IGNORE_TIME_SEGMENT_IN_SCORING\nmeet 1 ben 2.25 3 let us begin\n"));
        Assert.Empty(draft.Problems);
        Assert.Equal([("meet-0.00", 0.0, 1.5, "ann"), ("meet-2.25", 2.25, 3.0, "ben")], draft.Items.Select(item => (item.Key, item.Start!.Value, item.End!.Value, item.Speaker!)));
        Assert.Equal("good { morning / evening }", draft.Items[0].Text);
        Assert.Contains(draft.Notes, note => note.Contains("not to be scored", StringComparison.Ordinal));
    }

    [Fact]
    public void Kaldis_tables_are_joined_into_utterances()
    {
        var draft = Draft(("data/text", "u1 good morning\nu2 let us begin\n"), ("data/wav.scp", "u1 /corpus/u1.flac\nmeet sph2pipe -f wav /corpus/meet.wav |\n"), ("data/segments", "u2 meet 1.0 2.5\n"), ("data/utt2spk", "u1 ann\nu2 ben\n"));
        Assert.Empty(draft.Problems);
        Assert.Equal([("u1", "audio/u1.flac", null, "ann"), ("u2", "audio/meet.wav", (double?)1, "ben")], draft.Items.Select(item => (item.Key, item.File, item.Start, item.Speaker)));
    }

    [Fact]
    public void TRN_names_recordings_by_its_ids() => Assert.Equal(("u1", "good morning"), (Draft(("ref.trn", "good morning (u1)\n")).Items[0].Key, Draft(("ref.trn", "good morning (u1)\n")).Items[0].Text));

    [Theory]
    [InlineData("ref.stm", "meet 1 a 2 1 x\n", "ref.stm, line 1", "backwards")]
    [InlineData("ref.trn", "x (u1)\nno id\n", "ref.trn, line 2", "id in parentheses")]
    [InlineData("segments", "u2 meet 2 1\n", "segments, line 1", "forward")]
    [InlineData("wav.scp", "u1\n", "wav.scp, line 1", "an id and what it names")]
    public void What_is_wrong_is_named_with_its_line(string name, string text, string place, string what)
    {
        var problem = Draft((name, text)).Problems[0];
        Assert.Equal(place, problem.Place);
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
    }
}
