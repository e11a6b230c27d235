using BenchmarkDotNet.Attributes;
using SpeechScoop.Recognition;

namespace SpeechScoop.Benchmarks.Recognition;

/// <summary>Normalising 10,000 utterances, about 175,000 words, on one core.</summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(5)]
[MemoryDiagnoser]
public class NormaliserBenchmark
{
    private NormaliserProfile profile = NormaliserProfile.Basic;

    [Params("basic", "whisper-en", "open-asr", "fair")]
    public string Profile { get; set; } = "";

    [GlobalSetup]
    public void Choose() => profile = NormaliserProfile.Find(Profile).Value!;

    [Benchmark]
    public int Normalise()
    {
        var words = 0;
        foreach (var text in SyntheticTranscripts.References) words += profile.Words(text).Length;
        return words;
    }
}
