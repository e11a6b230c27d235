using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Metrics;
using SpeechScoop.Tests;

namespace SpeechScoop.Audio.Tests.Metrics;

public sealed class LogMelDistanceTests
{
    private static readonly float[] Signal = WavReader.Read(File.ReadAllBytes(
        Path.Combine(SharedMaterial.RepositoryRoot, "tests", "SpeechScoop.Audio.Tests", "Features", "Golden", "signal.wav"))).Value.Channel(0).ToArray();

    /// <summary>Expected values from models/forge/tokenizer/losses.py (torch) on the same signals.</summary>
    [Fact]
    public void It_agrees_with_the_loss_that_the_tokenizer_was_trained_on()
    {
        Assert.Equal(0.266252, LogMelDistance.Compute(Signal, [.. Signal.Select(x => MathF.Round(x * 16) / 16)]), 1e-4);
        Assert.Equal(0.611042, LogMelDistance.Compute(Signal, [.. Signal.Select(x => x / 2)]), 1e-4);
    }

    [Fact]
    public void Equal_signals_are_at_distance_zero_and_order_does_not_matter()
    {
        var half = Signal.Select(x => x / 2).ToArray();
        Assert.Equal(0, LogMelDistance.Compute(Signal, Signal));
        Assert.Equal(LogMelDistance.Compute(Signal, half), LogMelDistance.Compute(half, Signal), 1e-12);
    }
}
