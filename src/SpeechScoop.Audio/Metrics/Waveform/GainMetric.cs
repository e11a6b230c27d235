using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.Waveform;

/// <summary>By how much a clip is louder than its reference, as far as it holds the same waveform.</summary>
internal sealed class GainMetric : IClipMetric
{
    public MetricInfo Info { get; } = new()
    {
        Id = "gain",
        Title = "Gain",
        Group = MetricGroup.Waveform,
        Version = "least-squares-1",
        Unit = "dB",
        Needs = MetricNeeds.Reference,
        Direction = MetricDirection.Neutral,
        Identity = 0,
        ShortestSeconds = 0.1,
        AlignsItself = true,
        Source = "20 log10 |Σ dr / Σ r²| at the estimated delay; refused below a normalised correlation of 0.3",
        BlindTo = "Polarity, and gains that change within the clip or with frequency.",
    };

    public MetricValue Measure(MetricInput input)
    {
        var delay = DelayMetric.Estimate(input);
        return delay.IsSure
            ? MetricValue.Of(Decibels(input.ReferenceMono.Channel(0), input.Mono.Channel(0), delay.Samples))
            : MetricValue.Refused(DelayMetric.Unsure(Info, delay));
    }

    /// <summary>The gain with the least square error, over the stretch that both have at a delay.</summary>
    public static double Decibels(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded, int delay)
    {
        degraded = degraded[Math.Max(0, delay)..];
        reference = reference[Math.Max(0, -delay)..];
        double product = 0, power = 0;
        for (var i = 0; i < Math.Min(reference.Length, degraded.Length); i++)
        {
            product += (double)reference[i] * degraded[i];
            power += (double)reference[i] * reference[i];
        }
        return 20 * Math.Log10(Math.Abs(product / power));
    }
}
