using SpeechScoop.Metrics;

namespace SpeechScoop.TokenizerLab;

/// <summary><see cref="TokenSurvival"/> as a metric, so that it stands beside the others.</summary>
public static class TokenSurvivalMetric
{
    /// <summary>What it is.</summary>
    public static MetricInfo Info { get; } = new()
    {
        Id = "token-survival",
        Title = "Token survival",
        Group = MetricGroup.Waveform,
        Version = "1",
        Needs = MetricNeeds.Reference | MetricNeeds.Pack,
        Direction = MetricDirection.HigherIsBetter,
        Identity = 1,
        Source = "Share of tokens that stay the same when the reconstruction is encoded again with the same tokenizer",
        BlindTo = "How the audio sounds: it asks only whether the tokenizer agrees with itself.",
    };
}
