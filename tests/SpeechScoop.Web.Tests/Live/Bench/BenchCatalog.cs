using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Systems;

namespace SpeechScoop.Web.Tests.Live.Bench;

/// <summary>A catalog of small systems whose answers a test can predict.</summary>
internal sealed class BenchCatalog : ISystemCatalog
{
    private readonly List<SystemSummary> systems = [];

    public BenchCatalog()
    {
        Low = new ToneSynthesizer("voice-low", 16_000);
        High = new ToneSynthesizer("voice-high", 22_050);
        Steps = new StepTokenizer("codec-steps");
        systems.Add(Summary("ears-streaming", SystemKind.Recognizer, new SystemTraits(SampleRate: 16_000, Streaming: true, AcceptsWordLists: true)));
        systems.Add(Summary("ears-narrow", SystemKind.Recognizer, new SystemTraits(SampleRate: 8_000, Streaming: true)));
        systems.Add(Summary("ears-patient", SystemKind.Recognizer, new SystemTraits(SampleRate: 16_000, Streaming: false)));
        systems.Add(Summary("ears-deaf", SystemKind.Recognizer, new SystemTraits(SampleRate: 16_000, Streaming: true)));
        systems.Add(Summary("voice-low", SystemKind.Synthesizer, new SystemTraits(SampleRate: 16_000, Seeded: true)));
        systems.Add(Summary("voice-high", SystemKind.Synthesizer, new SystemTraits(SampleRate: 22_050, Seeded: true)));
        systems.Add(Summary("codec-steps", SystemKind.Tokenizer, new SystemTraits(SampleRate: 16_000, Codebooks: 2, CodebookSize: 256, FrameRate: 50)));
        systems.Add(Summary("broken", SystemKind.Synthesizer, new SystemTraits()) with { Status = PackStatus.Broken, Problems = ["model.onnx is missing."] });
    }

    public ToneSynthesizer Low { get; }

    public ToneSynthesizer High { get; }

    public StepTokenizer Steps { get; }

    public IReadOnlyList<PackSummary> Packs => [];

    public IReadOnlyList<SystemSummary> Systems => systems;

    public Result<SystemSummary> Find(string systemId) =>
        systems.Find(system => system.Id == systemId) is { } found ? found : new Error.NotFound("system-unknown", $"There is no system {systemId}.");

    public Task<Result<IRecognizer>> GetRecognizerAsync(string systemId, CancellationToken cancellation = default) => Task.FromResult(systemId switch
    {
        "ears-streaming" => Result<IRecognizer>.Ok(new BurstRecognizer(systemId)),
        "ears-narrow" => Result<IRecognizer>.Ok(new BurstRecognizer(systemId, sampleRate: 8_000)),
        "ears-patient" => Result<IRecognizer>.Ok(new BurstRecognizer(systemId, isStreaming: false)),
        _ => new Error.Unavailable("model-failed", $"{systemId}: model.onnx could not be loaded."),
    });

    public Task<Result<ISynthesizer>> GetSynthesizerAsync(string systemId, CancellationToken cancellation = default) =>
        Task.FromResult(Result<ISynthesizer>.Ok(systemId == "voice-low" ? Low : High));

    public Task<Result<ITokenizer>> GetTokenizerAsync(string systemId, CancellationToken cancellation = default) => Task.FromResult(Result<ITokenizer>.Ok(Steps));

    public Task WarmUpAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    private static SystemSummary Summary(string id, SystemKind kind, SystemTraits traits) => new(
        id, id, "1.0.0", kind, "test", $"Title of {id}", "", ["en"], PackStatus.Ready, [], "{}", 1000, traits);
}
