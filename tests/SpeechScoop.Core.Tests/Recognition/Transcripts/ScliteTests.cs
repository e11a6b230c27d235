using System.Text;
using System.Text.Json;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;
using SpeechScoop.Tests.Golden;

namespace SpeechScoop.Tests.Recognition.Transcripts;

/// <summary>Files as NIST's tools read them, against sclite itself (Golden/make_sclite_transcripts_golden.py).</summary>
public sealed class ScliteTests
{
    private static readonly JsonElement Golden = GoldenFile.Read("sclite-transcripts.json");

    [Theory]
    [InlineData("trn", false)]
    [InlineData("trn", true)]
    [InlineData("nested", false)]
    [InlineData("nested", true)]
    public void Alternations_and_optional_words_are_counted_as_sclite_counts_them(string set, bool optionalWords)
    {
        var cases = Golden.GetProperty(set).EnumerateArray().ToArray();
        var matched = Match(
            Input("r.trn", string.Concat(cases.Select((row, i) => $"{row[0].GetString()} (s-{i})\n"))), Input("h.trn", string.Concat(cases.Select((row, i) => $"{row[1].GetString()} (s-{i})\n"))));
        var score = CorpusScoring.Score(matched.Utterances, new() { Normaliser = NormaliserProfile.None, OptionalWords = optionalWords, Characters = false }).Value!;
        var wrong = cases.Select((row, i) => (Row: row, Got: score.Utterances[i].Words with { Omitted = 0 }, Expected: Counts(row[optionalWords ? 3 : 2]))).Where(each => each.Got != each.Expected).ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} of {cases.Length}: {string.Join("\n", wrong.Take(12).Select(each => $"{each.Row} got {each.Got}"))}");
    }

    [Fact]
    public void Words_with_times_fall_into_the_segments_that_sclite_puts_them_into()
    {
        var (wrong, i) = (new List<string>(), 0);
        foreach (var row in Golden.GetProperty("timed").EnumerateArray())
        {
            var matched = Match(Input("r.stm", row[0].GetString()!), Input("h.ctm", row[1].GetString()!));
            Assert.Equal(MatchedBy.Times, matched.By);
            var score = CorpusScoring.Score(matched.Utterances, new() { Normaliser = NormaliserProfile.None, Characters = false }).Value!;
            if (Counts(row[2]) != score.Words) wrong.Add($"{i} {row[2]} got {score.Words}");
            i++;
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_matched_pairs_test_has_the_Z_of_sc_stats()
    {
        foreach (var row in Golden.GetProperty("mapsswe").EnumerateArray()) RequirePairs(row, [.. row.EnumerateArray().Skip(3)], optionalWords: false);
    }

    [Fact]
    public void The_matched_pairs_test_has_the_Z_of_sc_stats_where_alternations_are_read_in_different_ways()
    {
        foreach (var row in Golden.GetProperty("mapsswe-readings").EnumerateArray())
        {
            RequirePairs(row, [.. row[3].EnumerateArray()], optionalWords: false);
            RequirePairs(row, [.. row[4].EnumerateArray()], optionalWords: true);
        }
    }

    private static void RequirePairs(JsonElement row, JsonElement[] figures, bool optionalWords)
    {
        var (first, second) = (Match(Input("r.trn", row[0].GetString()!), Input("a.trn", row[1].GetString()!)), Match(Input("r.trn", row[0].GetString()!), Input("b.trn", row[2].GetString()!)));
        var pairs = SystemComparison.Of(first.Utterances, second.Utterances, new() { Normaliser = NormaliserProfile.None, OptionalWords = optionalWords }).Value!.MatchedPairs!;
        Assert.Equal(figures[0].GetInt32(), pairs.Segments);
        Assert.Equal(figures[1].GetDouble(), pairs.Mean, 0.00051);
        Assert.Equal(figures[2].GetDouble(), pairs.StandardDeviation, 0.00051);
        Assert.Equal(figures[3].GetDouble(), pairs.Z, 0.00051);
    }

    private static ErrorCounts Counts(JsonElement row) => new(row[0].GetInt32(), row[1].GetInt32(), row[2].GetInt32(), row[3].GetInt32());

    private static TranscriptInput Input(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static MatchedTranscripts Match(TranscriptInput reference, TranscriptInput hypothesis)
    {
        var matched = TranscriptMatching.Match(TranscriptFormats.Read(reference, new(TranscriptRole.Reference)), TranscriptFormats.Read(hypothesis));
        Assert.Empty(matched.Problems);
        return matched;
    }
}
