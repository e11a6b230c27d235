using SpeechScoop.Audio.Metrics;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Metrics;

/// <summary>All metrics of this installation: the built-in ones, and those that installed packs bring.</summary>
internal static class InstalledMetrics
{
    /// <summary>The registry that pages, runs and commands share.</summary>
    /// <param name="settings">Where the files are that some metrics need.</param>
    public static MetricRegistry Registry(SpeechScoopOptions settings) => new(MetricRegistry.BuiltInWith(settings.VisqolModel));
}
