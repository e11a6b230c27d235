using SpeechScoop.Audio.Metrics;

namespace SpeechScoop.Web.Metrics;

/// <summary>All metrics of this installation: the built-in ones, and those that installed packs bring.</summary>
internal static class InstalledMetrics
{
    /// <summary>The registry that pages, runs and commands share.</summary>
    public static MetricRegistry Registry() => new(MetricRegistry.BuiltIn);
}
