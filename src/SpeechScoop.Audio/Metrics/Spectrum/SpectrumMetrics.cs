using SpeechScoop.Audio.Resampling;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.Spectrum;

/// <summary>Metrics that compare short-time spectra. None of them knows phase.</summary>
public static class SpectrumMetrics
{
    private static readonly MetricInfo Distance = new()
    {
        Id = "",
        Title = "",
        Group = MetricGroup.Spectrum,
        Version = "",
        Needs = MetricNeeds.Reference,
        Direction = MetricDirection.LowerIsBetter,
        Identity = 0,
        Source = "",
        BlindTo = "",
    };

    public static IReadOnlyList<IClipMetric> All { get; } =
    [
        new PairMetric(
            Distance with
            {
                Id = "lsd",
                Title = "LSD",
                Version = LogSpectralDistance.MetricVersion,
                Source = "Gray and Markel, IEEE TASSP 24(5), 1976; here 2,048/512 periodic Hann, log10 power, floor 1e-8",
                BlindTo = "Phase and loudness: empty bands count as much as full ones, so that rounding noise in silence may dominate.",
            },
            (r, d, _) => LogSpectralDistance.Compute(r, d), LogSpectralDistance.ShortestSamples),
        new PairMetric(
            Distance with
            {
                Id = "mr-stft",
                Title = "Multi-resolution STFT",
                Version = MultiResolutionStft.MetricVersion,
                Source = "Yamamoto, Song and Kim, ICASSP 2020; defaults of auraloss (commit 0853e9e)",
                BlindTo = "Phase, masking, and where the ear is keen.",
            },
            (r, d, _) => MultiResolutionStft.Compute(r, d), MultiResolutionStft.ShortestSamples),
        OfCodecs(
            SpectralDistance.Stft, "stft-distance", "STFT distance (audiotools)", "audiotools MultiScaleSTFTLoss by default: windows 2,048 and 512, power 2, log and linear magnitudes",
            "Phase and masking; the same recording at another sample rate gives another value."),
        OfCodecs(
            SpectralDistance.Mel, "mel-distance", "Mel distance (audiotools)", "audiotools MelSpectrogramLoss by default: 150 and 80 bands, windows 2,048 and 512, power 2, log and linear magnitudes",
            "Phase, detail within a band; the same recording at another sample rate gives another value. Not comparable with the DAC's."),
        OfCodecs(
            SpectralDistance.MelDac, "mel-distance-dac", "Mel distance (DAC)", "Descript Audio Codec, conf/base.yml: 5 to 320 bands, windows 32 to 2,048, power 1, log magnitudes alone",
            "Phase, detail within a band; the same recording at another sample rate gives another value. Not comparable with audiotools' default."),
        new PairMetric(
            Distance with
            {
                Id = "log-mel-l1",
                Title = "Log-mel distance",
                Version = LogMelDistance.MetricVersion,
                LowestSampleRate = 16_000,
                HighestSampleRate = 48_000,
                BandHz = 8_000,
                ShortestSeconds = 0.1,
                Source = "The loss that the default tokenizer was trained on, at 16 kHz: four resolutions, 24 to 80 HTK bands",
                BlindTo = "Phase, detail within a band and everything above 8 kHz. Not comparable with other mel distances.",
            },
            (r, d, rate) => LogMelDistance.Compute(At16KHz(r, rate), At16KHz(d, rate))),
    ];

    private static PairMetric OfCodecs(SpectralDistance distance, string id, string title, string source, string blindTo) => new(
        Distance with { Id = id, Title = title, Version = distance.MetricVersion, Source = source, BlindTo = blindTo },
        distance.Compute, distance.ShortestSamples);

    private static ReadOnlySpan<float> At16KHz(ReadOnlySpan<float> samples, int rate) =>
        rate == LogMelDistance.SampleRate ? samples : Resample.To(samples, rate, LogMelDistance.SampleRate);
}
