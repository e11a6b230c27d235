using System.Globalization;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.Cepstrum;

/// <summary>Mel-cepstral distortion, moment by moment and warped in time.</summary>
public static class CepstrumMetrics
{
    public static IReadOnlyList<IClipMetric> All { get; } = [new DistortionMetric(warped: false), new DistortionMetric(warped: true)];

    private sealed class DistortionMetric(bool warped) : IClipMetric
    {
        public MetricInfo Info { get; } = new()
        {
            Id = warped ? "mfcc-mcd-dtw" : "mfcc-mcd",
            Title = warped ? "MFCC-MCD, warped in time" : "MFCC-MCD",
            Group = MetricGroup.Spectrum,
            Version = MelCepstralDistortion.MetricVersion,
            Unit = "dB",
            Needs = MetricNeeds.Reference,
            Direction = MetricDirection.LowerIsBetter,
            Identity = 0,
            AlignsItself = warped,
            LowestSampleRate = 8_000,
            HighestSampleRate = 96_000,
            ShortestSeconds = 0.1,
            Source = "24 cepstra of 40 log-mel bands every 5 ms, docs/methods/mfcc-mcd.md; after Kubichek, IEEE PacRim 1993",
            BlindTo = "Level, pitch, phase and fine structure; " + (warped ? "speed and rhythm, which the warping removes." : "and it takes any shift in time for a difference."),
        };

        public MetricValue Measure(MetricInput input)
        {
            var (clip, reference) = (input.Mono, input.ReferenceMono);
            if (!warped) return MetricValue.Of(MelCepstralDistortion.Compute(clip.Channel(0), reference.Channel(0), clip.SampleRate));
            return MelCepstralDistortion.CanWarp(clip.Length, reference.Length, clip.SampleRate)
                ? MetricValue.Of(MelCepstralDistortion.ComputeWarped(clip.Channel(0), reference.Channel(0), clip.SampleRate))
                : MetricValue.Refused(string.Create(CultureInfo.InvariantCulture,
                    $"Warping compares each moment with each other one, which is bounded to about a minute; the clip lasts {clip.Duration.TotalSeconds:0} s and the reference {reference.Duration.TotalSeconds:0} s: cut both into sentences."));
        }
    }
}
