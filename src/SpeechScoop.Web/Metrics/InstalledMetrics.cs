using SpeechScoop.Audio.Metrics;
using SpeechScoop.Inference.Metrics;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Metrics;

/// <summary>All metrics of this installation: the built-in ones, and those that installed packs bring.</summary>
internal static class InstalledMetrics
{
    /// <summary>The registry that pages, runs and commands share.</summary>
    /// <param name="settings">Where the files are that some metrics need.</param>
    public static MetricRegistry Registry(SpeechScoopOptions settings) => new(MetricRegistry.BuiltInWith(settings.VisqolModel));

    /// <summary>The same with what packs bring; a pack's metric stands for the built-in one of its id.</summary>
    public static MetricRegistry Registry(SpeechScoopOptions settings, SystemCatalog packs) => new(PackMetrics.With(MetricRegistry.BuiltInWith(settings.VisqolModel), packs));
}
