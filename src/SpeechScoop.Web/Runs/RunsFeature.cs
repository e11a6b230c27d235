using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Runs;

/// <summary>Runs: systems over a dataset, made in the background, measured, resumed after any interruption.</summary>
internal static class RunsFeature
{
    public static IServiceCollection AddRuns(this IServiceCollection services) => services.AddSingleton<RunStore>().AddSingleton<RunOutputStore>();
}
