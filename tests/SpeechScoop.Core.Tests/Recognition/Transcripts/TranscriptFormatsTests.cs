using System.Text;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Tests.Recognition.Transcripts;

public sealed class TranscriptFormatsTests
{
    [Theory]
    [MemberData(nameof(Samples.Formats), MemberType = typeof(Samples))]
    public void Each_format_is_found_by_itself_and_says_what_was_said(string format)
    {
        var document = TranscriptFormats.Read(Samples.Input(format));
        Assert.Empty(document.Problems);
        Assert.Equal(format, document.Format);
        var said = string.Join(' ', document.Entries.Where(entry => !entry.IsIgnored).Select(entry => entry.Text)).ToLowerInvariant().Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        Assert.Equal(format is "trn" ? "good morning all let { us / 's } begin" : "good morning all let us begin", said);
    }

    [Fact]
    public void There_is_a_sample_of_every_format() => Assert.Equal(TranscriptFormats.All.Select(format => format.Id).Order(), Samples.All.Keys.Order());

    [Theory]
    [InlineData("ctm", "meet", "1")]
    [InlineData("stm", "meet", "1")]
    [InlineData("seglst", "meet", null)]
    [InlineData("srt", "meet", null)]
    [InlineData("textgrid", "meet", null)]
    [InlineData("deepgram", "meet", null)]
    public void Segments_know_their_recording_and_channel(string format, string recording, string? channel) =>
        Assert.All(TranscriptFormats.Read(Samples.Input(format)).Entries, entry => Assert.Equal((recording, channel), (entry.Recording, entry.Channel)));

    [Theory]
    [InlineData("deepgram", "0", "1")]
    [InlineData("elevenlabs", "speaker_0", "speaker_1")]
    [InlineData("assemblyai", "A", "B")]
    [InlineData("azure", "1", "2")]
    [InlineData("amazon", "spk_0", "spk_1")]
    [InlineData("soniox", "1", "2")]
    [InlineData("vtt", "Ann", "Ben")]
    [InlineData("textgrid", "ann", "ben")]
    [InlineData("seglst", "ann", "ben")]
    public void Speakers_take_turns(string format, string first, string second) =>
        Assert.Equal([first, second], TranscriptFormats.Read(Samples.Input(format)).Entries.Select(entry => entry.Speaker));

    [Theory]
    [InlineData("openai", 2, 0.1, 0.9)]
    [InlineData("deepgram", 6, 0.1, 2.9)]
    [InlineData("elevenlabs", 3, 0.1, 2.9)]
    [InlineData("assemblyai", 3, 0.1, 2.9)]
    [InlineData("azure", 1, 0.1, 0.4)]
    [InlineData("google", 2, 0.1, 1.2)]
    [InlineData("amazon", 3, 0.1, 2.9)]
    [InlineData("soniox", 5, 0.1, 2.9)]
    [InlineData("ctm", 6, 0.1, 2.9)]
    public void Words_have_their_times_in_seconds(string format, int count, double start, double end)
    {
        var words = TranscriptFormats.Read(Samples.Input(format)).Entries.SelectMany(entry => entry.Words).ToArray();
        Assert.Equal(count, words.Length);
        Assert.Equal(start, words[0].Start!.Value, 9);
        Assert.Equal(end, words[^1].End!.Value, 9);
    }

    [Fact]
    public void Pieces_of_words_are_put_together() =>
        Assert.Equal(["good", "morning", "all", "let", "us begin"], TranscriptFormats.Read(Samples.Input("soniox")).Entries.SelectMany(entry => entry.Words).Select(word => word.Text));

    [Fact]
    public void Punctuation_joins_the_word_before_it() => Assert.Equal("good morning all,", TranscriptFormats.Read(Samples.Input("amazon")).Entries[0].Text);

    [Fact]
    public void Both_forms_of_a_TextGrid_read_alike()
    {
        var longForm = TranscriptFormats.Read(Samples.Input("textgrid"));
        var shortForm = TranscriptFormats.Read(Samples.Input("meet.TextGrid",
            "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n3\n<exists>\n2\n\"IntervalTier\"\n\"ann\"\n0\n3\n2\n0\n1.5\n\"good morning all\"\n1.5\n3\n\"\"\n\"IntervalTier\"\n\"ben\"\n0\n3\n1\n1.9\n3\n\"let us begin\"\n"));
        Assert.Equal(longForm.Entries.Select(entry => (entry.Key, entry.Text, entry.Speaker)), shortForm.Entries.Select(entry => (entry.Key, entry.Text, entry.Speaker)));
    }

    [Fact]
    public void Of_a_TextGrid_with_words_and_phones_the_words_are_read_and_quotes_are_kept()
    {
        var document = TranscriptFormats.Read(Samples.Input("m.TextGrid",
            "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n1\n<exists>\n2\n\"IntervalTier\"\n\"words\"\n0\n1\n1\n0\n1\n\"say \"\"hi\"\"\"\n\"IntervalTier\"\n\"phones\"\n0\n1\n1\n0\n1\n\"h\"\n"));
        Assert.Equal("say \"hi\"", Assert.Single(document.Entries).Text);
        Assert.Contains("phones", Assert.Single(document.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_says_the_encoding(string encoding)
    {
        var (name, text) = Samples.All["textgrid"];
        var bytes = Encoding.GetEncoding(encoding) is var code ? (byte[])[.. code.GetPreamble(), .. code.GetBytes(text)] : [];
        Assert.Equal(2, TranscriptFormats.Read(new TranscriptInput(name, bytes)).Entries.Count);
    }

    [Theory]
    [MemberData(nameof(Samples.Formats), MemberType = typeof(Samples))]
    public void Any_line_end_and_a_byte_order_mark_in_front_change_nothing(string format)
    {
        var (name, text) = Samples.All[format];
        var plain = TranscriptFormats.Read(Samples.Input(format));
        var windows = TranscriptFormats.Read(Samples.Input(name, "\uFEFF" + text.ReplaceLineEndings("\r\n")));
        Assert.Empty(windows.Problems);
        Assert.Equal(plain.Entries.Select(entry => (entry.Key, entry.Text, entry.Line)), windows.Entries.Select(entry => (entry.Key, entry.Text, entry.Line)));
    }

    [Fact]
    public void A_manifest_s_text_is_the_reference_and_its_prediction_the_hypothesis()
    {
        var input = Samples.Input("m.json", "{\"audio_filepath\": \"a/u1.wav\", \"text\": \"said\", \"pred_text_one\": \"heard\", \"pred_text_two\": \"hard\"}\n");
        Assert.Equal("said", TranscriptFormats.Read(input, new(TranscriptRole.Reference)).Entries[0].Text);
        Assert.Equal("hard", TranscriptFormats.Read(input, new(Field: "pred_text_two")).Entries[0].Text);
        Assert.Contains("pred_text_one, pred_text_two", TranscriptFormats.Read(input).Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("u1", TranscriptFormats.Read(input, new(TranscriptRole.Reference)).Entries[0].Key);
    }

    [Theory]
    [InlineData("a.trn", "so @ it { goes / @ } @ (u1)\n")]
    [InlineData("a.stm", "m 1 a 0 1 so @ it { goes / @ } @\n")]
    public void In_NISTs_formats_a_word_at_is_nothing_except_as_a_choice(string name, string text) =>
        Assert.Equal("so it { goes / @ }", TranscriptFormats.Read(Samples.Input(name, text), new(TranscriptRole.Reference)).Entries[0].Text);

    [Fact]
    public void CTM_alternations_are_choices_in_a_reference_and_refused_in_a_hypothesis()
    {
        var input = Samples.Input("a.ctm", "m 1 0.5 0.2 so\nm 1 * * <ALT_BEGIN>\nm 1 0.8 0.2 bye\nm 1 1.0 0.1 bye\nm 1 * * <ALT>\nm 1 0.8 0.4 byebye\nm 1 * * <ALT>\nm 1 * * <ALT_END>\nm 1 1.5 0.2 then\n");
        Assert.Equal("so { bye bye / byebye / } then", TranscriptFormats.Read(input, new(TranscriptRole.Reference)).Entries[0].Text);
        Assert.Contains("not read in hypotheses", TranscriptFormats.Read(input).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_call_is_no_transcript()
    {
        Assert.Contains("bad audio", TranscriptFormats.Read(Samples.Input("a.json", "{\"id\": \"1\", \"status\": \"error\", \"audio_url\": \"x\", \"error\": \"bad audio\"}")).Problems[0].Cure, StringComparison.Ordinal);
        Assert.NotEmpty(TranscriptFormats.Read(Samples.Input("a.json", "{\"error\": {\"message\": \"invalid key\"}}")).Problems);
        Assert.Empty(TranscriptFormats.Read(Samples.Input("a.json", "{\"results\": []}")).Problems);
        Assert.Equal("", TranscriptFormats.Read(Samples.Input("a.json", "{\"text\": \"\"}")).Entries[0].Text);
    }
}
