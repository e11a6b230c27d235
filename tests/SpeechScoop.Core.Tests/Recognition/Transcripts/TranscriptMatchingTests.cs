using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Tests.Recognition.Transcripts;

public sealed class TranscriptMatchingTests
{
    private static MatchedTranscripts Match(string referenceName, string reference, string hypothesisName, string hypothesis)
    {
        var (left, right) = (TranscriptFormats.Read(Samples.Input(referenceName, reference), new(TranscriptRole.Reference)), TranscriptFormats.Read(Samples.Input(hypothesisName, hypothesis)));
        Assert.Empty(left.Problems);
        Assert.Empty(right.Problems);
        return TranscriptMatching.Match(left, right);
    }

    [Fact]
    public void Ids_in_any_order_are_matched_in_the_references_order()
    {
        var matched = Match("r.trn", "a (s-1)\nb (s-2)\n", "h.trn", "y (s-2)\nx (s-1)\n");
        Assert.Equal([("s-1", "a", "x"), ("s-2", "b", "y")], matched.Utterances.Select(each => (each.Id, each.Reference, each.Hypothesis)));
        Assert.Equal("utterance", matched.Clusters);
    }

    [Fact]
    public void Utterances_of_several_speakers_are_clustered_by_them()
    {
        var matched = Match("r.trn", "a (ann-1)\nb (ann-2)\nc (ben-1)\n", "h.trn", "a (ann-1)\nb (ann-2)\nc (ben-1)\n");
        Assert.Equal("speaker", matched.Clusters);
        Assert.Equal(["ann", "ann", "ben"], matched.Utterances.Select(utterance => utterance.Cluster));
    }

    [Theory]
    [InlineData("call_1", "CALL_1", "call_1", "CALL_1")]
    [InlineData("call-1", "call_1", "call-1", "call_1")]
    [InlineData("wav/call-1.wav", "call-1", "wav/call-1.wav", "call-1")]
    [InlineData("kitchen-1", "kitchem-1", "kitchen-1", "kitchem-1")]
    public void A_near_miss_is_named_and_not_scored(string reference, string hypothesis, string named, string suggested)
    {
        var matched = Match("r.trn", $"a ({reference})\n", "h.trn", $"a ({hypothesis})\n");
        Assert.Empty(matched.Utterances);
        Assert.Contains($"'{named}' has no hypothesis", matched.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains($"'{suggested}'", matched.Problems[0].Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_and_unknown_ids_are_all_named_with_file_and_line()
    {
        var matched = Match("r.trn", "a (s-1)\nb (s-2)\n", "h.trn", "a (s-1)\nz (t-9)\n");
        Assert.Equal(["r.trn, line 2: 's-2' has no hypothesis.", "h.trn, line 2: 't-9' has no reference."], matched.Problems.Select(problem => problem.ToString().Split(". ")[0] + "."));
        Assert.Contains("Nothing was scored", matched.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_different_number_of_lines_is_an_error()
    {
        var matched = Match("r.txt", "one\ntwo\nthree\n", "h.txt", "one\ntwo\n");
        Assert.Contains("'3' has no hypothesis", Assert.Single(matched.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_a_vendors_response_fall_into_segments()
    {
        var matched = Match("meet.stm", "meet 1 ann 0 1.5 good morning all\nmeet 1 ben 1.9 3 let us begin\n", "meet.json", Samples.All["deepgram"].Text);
        Assert.Equal(MatchedBy.Times, matched.By);
        Assert.Equal(["Good morning all", "let us begin"], matched.Utterances.Select(utterance => utterance.Hypothesis));
    }

    [Fact]
    public void Words_of_segments_that_do_not_count_are_left_out_and_counted()
    {
        var matched = Match("m.stm", "m 1 a 0 1 one\nm 1 a 1 2 IGNORE_TIME_SEGMENT_IN_SCORING\nm 1 a 2 3 three\n", "m.ctm", "m 1 0.2 0.1 one\nm 1 1.2 0.1 two\nm 1 1.4 0.1 two\nm 1 2.2 0.1 three\n");
        Assert.Equal((1, 2), (matched.IgnoredSegments, matched.IgnoredWords));
        Assert.Equal(["one", "three"], matched.Utterances.Select(utterance => utterance.Hypothesis));
    }

    [Fact]
    public void Without_times_recordings_are_compared_as_wholes()
    {
        var matched = Match("m.stm", "m 1 b 2 3 second\nm 1 a 0 1 first\n", "m.srt", "1\n00:00:00,000 --> 00:00:03,000\nfirst second\n");
        Assert.Equal(("m", "first second", "first second"), (matched.Utterances[0].Id, matched.Utterances[0].Reference, matched.Utterances[0].Hypothesis));
        Assert.Equal(MatchedBy.Recordings, matched.By);
    }

    [Fact]
    public void Segments_that_do_not_count_need_times_on_the_other_side()
    {
        var matched = Match("m.stm", "m 1 a 0 1 one\nm 1 a 1 2 IGNORE_TIME_SEGMENT_IN_SCORING\n", "m.srt", "1\n00:00:00,000 --> 00:00:03,000\none\n");
        Assert.Equal(2, Assert.Single(matched.Problems).Line);
    }

    [Fact]
    public void The_same_segments_are_matched_one_by_one()
    {
        var matched = Match("m.stm", "m 1 a 0 1 one\nm 1 a 1 2 two\n", "h.stm", "m 1 x 1.00 2.001 zwei\nm 1 x 0 1 one\n");
        Assert.Equal(MatchedBy.Ids, matched.By);
        Assert.Equal(["one", "zwei"], matched.Utterances.Select(utterance => utterance.Hypothesis));
    }

    [Fact]
    public void A_recording_that_was_not_recognized_is_missing_not_empty()
    {
        var matched = Match("m.stm", "m1 1 a 0 1 one\nm2 1 a 0 1 two\n", "m.ctm", "m1 1 0.2 0.1 one\n");
        Assert.Contains("'m2/1' has no hypothesis", Assert.Single(matched.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_a_folder_are_one_document_and_a_recording_stands_in_one_of_them()
    {
        var document = TranscriptFormats.Read([Samples.Input("m1.json", "{\"text\": \"a\"}"), Samples.Input("m2.json", "{\"text\": \"b\"}")]);
        Assert.Equal(["m1", "m2"], document.Entries.Select(entry => entry.Unit));
        var doubled = TranscriptFormats.Read([Samples.Input("x/m1.json", "{\"text\": \"a\"}"), Samples.Input("y/m1.json", "{\"text\": \"b\"}")]);
        Assert.Contains("x/m1.json", Assert.Single(doubled.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Speakers_are_needed_where_they_are_paired()
    {
        var (stm, ctm) = (TranscriptFormats.Read(Samples.Input("stm")), TranscriptFormats.Read(Samples.Input("ctm")));
        Assert.Contains("has no speaker", SpeakerSessions.Match(ctm, ctm, false).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("not to be scored", SpeakerSessions.Match(stm, stm, false).Error!.Message, StringComparison.Ordinal);
        Assert.Null(SpeakerSessions.Match(TranscriptFormats.Read(Samples.Input("seglst")), TranscriptFormats.Read(Samples.Input("seglst")), true).Error);
    }
}
