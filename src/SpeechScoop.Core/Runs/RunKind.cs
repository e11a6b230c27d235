using SpeechScoop.Datasets;
using SpeechScoop.Systems;

namespace SpeechScoop.Runs;

/// <summary>What the systems of a run do.</summary>
public enum RunKind
{
    /// <summary>Recordings to text.</summary>
    Recognition,

    /// <summary>Prompts to speech.</summary>
    Synthesis,

    /// <summary>Recordings through tokens and back.</summary>
    Reconstruction,
}

/// <summary>What belongs to a kind of run.</summary>
public static class RunKinds
{
    /// <summary>The kind of system that does it.</summary>
    public static SystemKind Systems(this RunKind kind) => kind switch
    {
        RunKind.Recognition => SystemKind.Recognizer,
        RunKind.Synthesis => SystemKind.Synthesizer,
        RunKind.Reconstruction => SystemKind.Tokenizer,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind of dataset that it needs.</summary>
    public static DatasetKind Dataset(this RunKind kind) => kind is RunKind.Synthesis ? DatasetKind.Prompts : DatasetKind.Recordings;
}
