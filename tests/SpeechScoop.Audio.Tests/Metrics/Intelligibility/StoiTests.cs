using SpeechScoop.Audio.Metrics.Intelligibility;

namespace SpeechScoop.Audio.Tests.Metrics.Intelligibility;

public sealed class StoiTests
{
    [Fact]
    public void It_agrees_with_pystoi_on_every_golden_pair_at_hand() => GoldenPairs.ForEach((clean, degraded, pair) =>
    {
        pair.Agree("stoi", Stoi.Compute(clean.Channel(0), degraded.Channel(0), clean.SampleRate), 1e-6);
        pair.Agree("estoi", Stoi.Compute(clean.Channel(0), degraded.Channel(0), clean.SampleRate, extended: true), 1e-6);
    });

    [Fact]
    public void A_signal_is_as_intelligible_as_itself_and_noise_is_not()
    {
        var random = new SeededRandom(5);
        var speechLike = Enumerable.Range(0, 32_000).Select(i => (float)(Math.Sin(i * 0.09) * Math.Sin(i * 0.001) * random.NextDouble())).ToArray();
        var noise = Enumerable.Range(0, 32_000).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        Assert.Equal(1, Stoi.Compute(speechLike, speechLike, 16_000), 1e-6);
        Assert.InRange(Stoi.Compute(speechLike, noise, 16_000), -0.2, 0.3);
    }

    [Fact]
    public void Too_little_speech_is_marked()
    {
        Assert.Equal(Stoi.TooShort, Stoi.Compute(new float[1000], new float[1000], 16_000));
        Assert.Equal(Stoi.TooShort, Stoi.Compute([], [], 16_000));
    }
}
