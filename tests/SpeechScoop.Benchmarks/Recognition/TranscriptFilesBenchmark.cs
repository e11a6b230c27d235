using BenchmarkDotNet.Attributes;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Benchmarks.Recognition;

/// <summary>What <c>score wer</c> does with two TRN files of 10,000 utterances, about 175,000 words: read from the disk, parse, match ids, align and count.</summary>
[InProcess]
[WarmupCount(3)]
[IterationCount(8)]
[MemoryDiagnoser]
public class TranscriptFilesBenchmark
{
    private string folder = "";
    private ScoringOptions options = new();

    [Params("none", "basic", "whisper-en")]
    public string Profile { get; set; } = "";

    [GlobalSetup]
    public void Write()
    {
        options = new() { Normaliser = NormaliserProfile.Find(Profile).Value!, Characters = false };
        folder = Directory.CreateTempSubdirectory("scoop-transcripts-").FullName;
        File.WriteAllLines(Path.Combine(folder, "reference.trn"), SyntheticTranscripts.References.Select(Line));
        File.WriteAllLines(Path.Combine(folder, "hypothesis.trn"), SyntheticTranscripts.SystemA.Select(Line));

        static string Line(string text, int i) => $"{text} (speaker{i % 50:00}-{i:00000})";
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Benchmark(Description = "read, match, align and count two files")]
    public double? ReadAndScore()
    {
        var matched = TranscriptMatching.Match(Read("reference.trn", TranscriptRole.Reference), Read("hypothesis.trn", TranscriptRole.Hypothesis));
        return CorpusScoring.Score(matched.Utterances, options).Value!.Words.Rate;
    }

    private TranscriptDocument Read(string name, TranscriptRole role) => TranscriptFormats.Read(new TranscriptInput(name, File.ReadAllBytes(Path.Combine(folder, name))), new(role));
}
