using BenchmarkDotNet.Attributes;
using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Audio.Features;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Recognition.Decoding;

namespace SpeechScoop.Benchmarks.Recognition;

/// <summary>
/// The word search alone, over frames of the shipped recognizer's self-test clip (2.85 s of speech): time divided by the
/// clip's length is the search's real-time factor. And reading lexicon and language model.
/// </summary>
[InProcess]
[WarmupCount(2)]
[IterationCount(8)]
[MemoryDiagnoser]
public class WordSearchBenchmark
{
    private readonly string folder = Path.Combine(Root(), "models", "scoop-recognizer");
    private WordSearchGraph open = null!;
    private WordSearchGraph digits = null!;
    private float[] scores = [];
    private int frames;

    [Params(100, 200, 400)]
    public int Beam { get; set; }

    [GlobalSetup]
    public void Load()
    {
        open = ReadGraph();
        digits = open.Restrict(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "oh"]).Value;
        var clip = WavReader.Read(File.ReadAllBytes(Path.Combine(folder, "self-test.wav"))).Value;
        var features = new LogMel(LogMelPresets.Scoop64).ComputeBandsFirst(clip.Channel(0));
        using var session = new InferenceSession(Path.Combine(folder, "model.onnx"));
        using var input = OrtValue.CreateTensorValueFromMemory(features, [1, 64, features.Length / 64]);
        using var output = session.Run(new RunOptions(), ["features"], [input], ["phones"]);
        scores = output[0].GetTensorDataAsSpan<float>().ToArray();
        frames = scores.Length / open.Lexicon.Table.Count;
    }

    [Benchmark]
    public DecodedText OpenLexicon() => Decode(open);

    [Benchmark]
    public DecodedText ClosedList() => Decode(digits);

    [Benchmark]
    public WordSearchGraph ReadGraph()
    {
        var table = SymbolTable.Parse(File.ReadLines(Path.Combine(folder, "phones.txt"))).Value;
        var lexicon = Lexicon.Parse(PackText.Read(Path.Combine(folder, "lexicon.txt.gz")).Value, "lexicon", table).Value;
        var model = ArpaReader.Parse(PackText.Read(Path.Combine(folder, "language-model.arpa.gz")).Value, "language model").Value;
        return WordSearchGraph.Create(lexicon, model);
    }

    private DecodedText Decode(WordSearchGraph graph)
    {
        var decoder = WordSearchDecoder.Create(graph, new WordSearchSettings { Beam = Beam }).Value;
        decoder.Accept(scores, frames);
        return decoder.Finish();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SpeechScoop.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
