using System.Diagnostics.CodeAnalysis;
using CsCheck;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Tests.Recognition.Transcripts;

/// <summary>
/// Every reader gets damaged documents of its own format, of others, and random bytes: it answers, and never throws. SPEECHSCOOP_FUZZ is the number of inputs for each format
/// (CI: 100,000); without it there are a few thousand.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("SPEECHSCOOP_FUZZ"), out var count) ? count : 2000;

    private static readonly string[] Fragments =
        ["{", "}", "[", "]", "\"", "(", ")", "<", ">", "NaN", "-1", "1e309", "1e-400", "null", "\n", "\r", "\r\n", "\t", " ", ";;", "-->", "\\", "\\ud800", "@", "/", ":", ",", "\uFEFF", "\0", "é", "𝄞", "WEBVTT", "<exists>", "IntervalTier", "99999999999999999999", "words", "text", "results"];

    private static readonly Gen<byte[]> Noise = Gen.Byte.Array[0, 300];

    [Theory]
    [MemberData(nameof(Samples.Formats), MemberType = typeof(Samples))]
    [SuppressMessage("Performance", "CA1859", Justification = "The generators are of one type.")]
    public void No_input_makes_a_reader_fail(string format)
    {
        var own = Samples.Input(format).Bytes.ToArray();
        var others = Samples.All.Keys.Select(other => Samples.Input(other).Bytes.ToArray()).ToArray();
        var damaged = Gen.Select(Gen.Int[0, 9].Select(i => i < 8 ? own : others[i % others.Length]), Edit.Array[1, 6], (document, edits) => edits.Aggregate(document, Apply));
        Gen.Select(Gen.Frequency((9, damaged), (1, Noise)), Gen.Bool, Gen.Bool).Sample((bytes, named, reference) =>
        {
            var options = new TranscriptReadOptions(reference ? TranscriptRole.Reference : TranscriptRole.Hypothesis, named ? format : null);
            var document = TranscriptFormats.Read(new TranscriptInput(Samples.All[format].Name, bytes), options);
            Assert.True(document.Problems.Count <= TranscriptDocument.MostProblems);
            Assert.True(document.Problems.Count + document.Entries.Count > 0);
            Assert.All(document.Problems, problem => Assert.True(problem is { Line: >= 0, Message.Length: > 0, Cure.Length: > 0 }));
            foreach (var entry in document.Entries)
            {
                Assert.False(entry.End < entry.Start);
                Assert.True(entry.Start is null or >= 0 && (entry.Start is null || double.IsFinite(entry.Start.Value)));
                foreach (var word in entry.Words) Assert.False(word.End < word.Start);
            }
            // Whatever was read is matched with itself, or refused.
            TranscriptMatching.Match(document, document);
        }, iter: Inputs, threads: 1);
    }

    private static readonly Gen<(int Kind, int At, int Length, int What)> Edit = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5000], Gen.Int[1, 60], Gen.Int[0, 255]);

    private static byte[] Apply(byte[] document, (int Kind, int At, int Length, int What) edit)
    {
        if (document.Length == 0) return [(byte)edit.What];
        var at = edit.At % document.Length;
        var end = Math.Min(document.Length, at + edit.Length);
        return edit.Kind switch
        {
            0 => [.. document[..at], .. document[end..]],
            1 => [.. document[..end], .. document[at..]],
            2 => [.. document[..at], (byte)edit.What, .. document[(at + 1)..]],
            3 => [.. document[..at], .. System.Text.Encoding.UTF8.GetBytes(Fragments[edit.What % Fragments.Length]), .. document[at..]],
            4 => document[..at],
            _ => [.. document[..at], .. System.Text.Encoding.UTF8.GetBytes(Fragments[edit.What % Fragments.Length]), .. document[end..]],
        };
    }
}
