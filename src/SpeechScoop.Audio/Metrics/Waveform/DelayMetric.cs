using SpeechScoop.Audio.Signals;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics.Waveform;

/// <summary>How much later than its reference a clip is.</summary>
internal sealed class DelayMetric : IClipMetric
{
    public MetricInfo Info { get; } = new()
    {
        Id = "delay",
        Title = "Delay",
        Group = MetricGroup.Waveform,
        Version = "cross-correlation-1",
        Unit = "ms",
        Needs = MetricNeeds.Reference,
        Direction = MetricDirection.Neutral,
        Identity = 0,
        ShortestSeconds = 0.1,
        AlignsItself = true,
        Source = "Largest magnitude of the cross-correlation within ±0.5 s, to the sample; refused below a normalised correlation of 0.3",
        BlindTo = "Delays that change within the clip, and fractions of a sample.",
    };

    public MetricValue Measure(MetricInput input) => Estimate(input) is var delay && delay.IsSure
        ? MetricValue.Of(1000.0 * delay.Samples / input.Clip.SampleRate)
        : MetricValue.Refused(Unsure(Info, delay));

    /// <summary>The estimate, made once for an input.</summary>
    public static DelayEstimate Estimate(MetricInput input) =>
        input.Share("waveform/delay", () => DelayEstimate.Of(input.Mono.Channel(0), input.ReferenceMono.Channel(0), input.Clip.SampleRate));

    /// <summary>Why an estimate is not acted upon.</summary>
    public static string Unsure(MetricInfo info, DelayEstimate delay) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{info.Title} is not sure: within ±{DelayEstimate.WindowSeconds:0.#} s, clip and reference correlate {delay.Confidence:0.00} at best, of {DelayEstimate.LeastConfidence:0.0} needed. Are they the same recording?");
}
