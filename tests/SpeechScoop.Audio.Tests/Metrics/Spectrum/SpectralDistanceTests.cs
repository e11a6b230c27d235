using SpeechScoop.Audio.Metrics.Spectrum;

namespace SpeechScoop.Audio.Tests.Metrics.Spectrum;

public sealed class SpectralDistanceTests
{
    /// <summary>MR-STFT: auraloss run from source. The others: an independent computation with numpy (Golden/make_signal_metrics.py) gives the same.</summary>
    [Fact]
    public void They_agree_with_every_golden_pair_at_hand() => GoldenPairs.ForEach((reference, degraded, pair) =>
    {
        ReadOnlySpan<float> r = reference.Channel(0), d = degraded.Channel(0);
        var rate = reference.SampleRate;
        pair.Agree("mrstft_auraloss_formula", MultiResolutionStft.Compute(r, d), 1e-6);
        Assert.Equal(pair.GetProperty("auraloss_source_float32").GetProperty("mrstft").GetDouble(), MultiResolutionStft.Compute(r, d), 1e-4);
        pair.Agree("lsd_2048_512", LogSpectralDistance.Compute(r, d), 1e-6);
        pair.Agree("ms_stft_audiotools", SpectralDistance.Stft.Compute(r, d, rate), 1e-6);
        pair.Agree("mel_audiotools_default", SpectralDistance.Mel.Compute(r, d, rate), 1e-6);
        pair.Agree("mel_dac_config", SpectralDistance.MelDac.Compute(r, d, rate), 1e-6);
    });
}
