using System.Text.Json;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SpeechScoop.Inference.Packs.Families;

/// <summary>Packs without systems: models that judge audio instead of being compared.</summary>
internal abstract class ScoringFamily : PackFamily
{
    public override void Check(PackCheck check)
    {
        if (check.Manifest.Audio is { } audio)
            check.Require(audio.SampleRate == 16000, $"pack.json: 'audio.sampleRate' is {audio.SampleRate}; the family {Name} runs at 16000.");
        check.Require(check.Manifest.Systems.Count == 0, $"pack.json: 'systems' has entries, but packs of the family {Name} offer none.");
    }

    public override void CheckSettings(PackCheck check, JsonElement? settings, string key)
    {
    }
}

/// <summary>Silero voice activity detection, versions 5 and 6.</summary>
internal sealed class SileroVadFamily : ScoringFamily
{
    public override string Name => "silero-vad";

    public override IReadOnlyList<string> Tasks => ["voice-activity"];

    public override IReadOnlyList<GraphContract> Graphs { get; } =
    [
        new("model",
            [new("input", TensorElementType.Float, 2), new("state", TensorElementType.Float, 3), new("sr", TensorElementType.Int64, 0, Optional: true)],
            [new("output", TensorElementType.Float, 2), new("stateOut", TensorElementType.Float, 3)])
            { States = [("state", "stateOut")] },
    ];
}

/// <summary>DNSMOS P.835: signal, background and overall quality.</summary>
internal sealed class DnsmosP835Family : ScoringFamily
{
    public override string Name => "dnsmos-p835";

    public override IReadOnlyList<string> Tasks => ["quality"];

    public override IReadOnlyList<GraphContract> Graphs { get; } =
        [new("model", [new("wave", TensorElementType.Float, 2)], [new("scores", TensorElementType.Float, 2)])];
}

/// <summary>DNSMOS P.808: one estimate of the mean opinion score.</summary>
internal sealed class DnsmosP808Family : ScoringFamily
{
    public override string Name => "dnsmos-p808";

    public override IReadOnlyList<string> Tasks => ["quality"];

    public override IReadOnlyList<GraphContract> Graphs { get; } =
        [new("model", [new("features", TensorElementType.Float, 3)], [new("score", TensorElementType.Float, 2)])];
}
