using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.Waveform;

/// <summary>Metrics that compare sample by sample.</summary>
public static class WaveformMetrics
{
    public static IReadOnlyList<IClipMetric> All { get; } =
    [
        new PairMetric(
            Ratio("si-sdr", "SI-SDR", "Le Roux, Wisdom, Erdogan and Hershey, ICASSP 2019, without removal of means (as torchmetrics and VERSA)",
                "Gain and polarity; what the ear hears: an inaudible delay of a few samples ruins it, and audible noise in pauses hardly counts."),
            (r, d, _) => SignalToNoise.SiSdr(r, d, zeroMean: false)),
        new PairMetric(
            Ratio("si-sdr-zero-mean", "SI-SDR, means removed", "Le Roux, Wisdom, Erdogan and Hershey, ICASSP 2019, each signal's mean removed (as SI-SNR, auraloss and audiotools)",
                "Gain, polarity and DC; what the ear hears: an inaudible delay of a few samples ruins it, and audible noise in pauses hardly counts."),
            (r, d, _) => SignalToNoise.SiSdr(r, d, zeroMean: true)),
        new PairMetric(
            Ratio("snr", "SNR", "10 log10(Σ r² / Σ (r − d)²)",
                "What the ear hears: a change of level or an inaudible delay ruins it, and noise that speech masks counts as much as noise in pauses."),
            (r, d, _) => SignalToNoise.Snr(r, d)),
        new PairMetric(
            Ratio("seg-snr", "Segmental SNR", "30 ms Hann, three quarters overlap, frames held within −10 .. 35 dB; a variant of this application's own",
                "Spectrum and masking; it mistakes a change of level or an inaudible delay for noise.") with { Identity = 35, ShortestSeconds = 0.03 },
            SignalToNoise.Segmental),
        new PairMetric(
            Info("waveform-l1", "Waveform L1", "Mean |r − d|; audiotools' L1Loss, of the Descript Audio Codec's evaluation") with
            {
                Direction = MetricDirection.LowerIsBetter,
                Identity = 0,
                BlindTo = "Loudness: the same relative error in a soft clip counts less; and what the ear hears.",
            },
            (r, d, _) => SignalToNoise.MeanAbsoluteDifference(r, d)),
        new DelayMetric(),
        new GainMetric(),
    ];

    private static MetricInfo Ratio(string id, string title, string source, string blindTo) => Info(id, title, source) with
    {
        Unit = "dB",
        Direction = MetricDirection.HigherIsBetter,
        Identity = double.PositiveInfinity,
        BlindTo = blindTo,
    };

    private static MetricInfo Info(string id, string title, string source) => new()
    {
        Id = id,
        Title = title,
        Group = MetricGroup.Waveform,
        Version = SignalToNoise.MetricVersion,
        Needs = MetricNeeds.Reference,
        Direction = MetricDirection.Neutral,
        Source = source,
        BlindTo = "",
    };
}
