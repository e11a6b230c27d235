using BenchmarkDotNet.Attributes;
using SpeechScoop.Recognition;

namespace SpeechScoop.Benchmarks.Recognition;

/// <summary>10,000 utterances, about 175,000 words: aligning and counting, the paired bootstrap over utterances and over 50 speakers, and one transcript of two hours.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(5)]
[MemoryDiagnoser]
public class ScoringBenchmark
{
    private readonly ScoringOptions options = new() { Normaliser = NormaliserProfile.None, Characters = false };
    private Utterance[] utterances = [];
    private List<(int First, int Second, int Words)> clusters = [];
    private Utterance[] twoHours = [];

    [GlobalSetup]
    public void Prepare()
    {
        utterances = [.. SyntheticTranscripts.References.Zip(SyntheticTranscripts.SystemA).Select((pair, i) => new Utterance($"u{i}", pair.First, pair.Second, $"s{i % 50}"))];
        var second = CorpusScoring.Score([.. SyntheticTranscripts.References.Zip(SyntheticTranscripts.SystemB).Select((pair, i) => new Utterance($"u{i}", pair.First, pair.Second))], options).Value!;
        clusters = [.. CorpusScoring.Score(utterances, options).Value!.Utterances.Zip(second.Utterances).Select(pair => (pair.First.Words.Errors, pair.Second.Words.Errors, pair.First.Words.ReferenceLength))];
        twoHours = [new("meeting", string.Join(' ', SyntheticTranscripts.References.Take(1145)), string.Join(' ', SyntheticTranscripts.SystemA.Take(1145)))];
    }

    [Benchmark(Description = "align and count 10,000 utterances")]
    public double? AlignAndCount() => CorpusScoring.Score(utterances, options).Value!.Words.Rate;

    [Benchmark(Description = "10,000 paired draws of 10,000 utterances")]
    public double? Bootstrap() => PairedDifference.Of(clusters)!.P;

    [Benchmark(Description = "one transcript of about 20,000 words")]
    public double? TwoHours() => CorpusScoring.Score(twoHours, options).Value!.Words.Rate;
}
