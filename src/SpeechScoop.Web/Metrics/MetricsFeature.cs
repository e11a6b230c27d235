using SpeechScoop.Audio.Metrics;
using SpeechScoop.Audio.Metrics.SelfCheck;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Metrics;

/// <summary>The metrics of this installation: what each is, and whether it computes here what it should.</summary>
internal static class MetricsFeature
{
    public static IServiceCollection AddMetricRegistry(this IServiceCollection services) =>
        services.AddSingleton(provider => provider.GetRequiredService<ISystemCatalog>() is SystemCatalog packs
            ? InstalledMetrics.Registry(provider.GetRequiredService<SpeechScoopOptions>(), packs)
            : InstalledMetrics.Registry(provider.GetRequiredService<SpeechScoopOptions>()));

    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/metrics").WithTags("Metrics");
        group.MapGet("", (MetricRegistry registry) => registry.All.Select(metric => MetricView.Of(metric.Info)).ToArray())
            .WithName("ListMetrics").WithSummary("All metrics: what each needs, where it is valid, what it is blind to.");
        group.MapGet("/check", (SpeechScoopOptions settings, IComputeGate gate, CancellationToken cancellation) => gate.RunAsync(() => Check(InstalledMetrics.Registry(settings)), cancellation))
            .WithName("CheckMetrics").WithSummary("Every metric on the application's own golden signals: expected, got, difference. Computed anew at each call.");
        return api;
    }

    private static MetricChecksView Check(MetricRegistry registry) =>
        new(GoldenSignals.Descriptions, [.. MetricSelfCheck.Run(registry.All).Select(MetricCheckView.Of)]);
}
