using System.Globalization;
using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics;

/// <summary>A metric that is a function of two mono signals of one sample rate.</summary>
/// <param name="info">What it is.</param>
/// <param name="compute">The function.</param>
/// <param name="shortestSamples">Samples that it needs, where that is a matter of samples rather than of time.</param>
internal sealed class PairMetric(MetricInfo info, PairMetric.Computation compute, int shortestSamples = 1) : IClipMetric
{
    /// <summary>Reference, degraded, sample rate. NaN says that there is no value for these signals.</summary>
    public delegate double Computation(ReadOnlySpan<float> reference, ReadOnlySpan<float> degraded, int sampleRate);

    public MetricInfo Info => info;

    public MetricValue Measure(MetricInput input)
    {
        var samples = Math.Min(input.Reference!.Length, input.Clip.Length);
        if (samples < shortestSamples)
            return MetricValue.Refused(string.Create(CultureInfo.InvariantCulture, $"{info.Title} needs at least {shortestSamples:#,0} samples, half of its longest window; there are {samples:#,0}."));
        var value = compute(input.ReferenceMono.Channel(0), input.Mono.Channel(0), input.Clip.SampleRate);
        return double.IsNaN(value)
            ? MetricValue.Refused($"{info.Title} is not defined here: the reference or the clip has nothing of what it compares.")
            : MetricValue.Of(value);
    }
}
