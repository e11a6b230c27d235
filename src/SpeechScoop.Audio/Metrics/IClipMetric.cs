using SpeechScoop.Metrics;

namespace SpeechScoop.Audio.Metrics;

/// <summary>One number about a clip. Stateless and thread-safe.</summary>
public interface IClipMetric
{
    MetricInfo Info { get; }

    /// <summary>
    /// Measures. What every metric needs (a reference where <see cref="MetricInfo.Needs"/> says so, one sample rate, finite samples, a sample rate and
    /// domain within validity) was checked before; a metric refuses what only it can know, such as too little speech.
    /// </summary>
    MetricValue Measure(MetricInput input);
}
