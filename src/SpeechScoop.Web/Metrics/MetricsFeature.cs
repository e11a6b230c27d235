using SpeechScoop.Audio.Metrics;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Metrics;

/// <summary>The metrics of this installation: what each is, and whether it computes here what it should.</summary>
internal static class MetricsFeature
{
    public static IServiceCollection AddMetricRegistry(this IServiceCollection services) => 
        services.AddSingleton(provider => InstalledMetrics.Registry(provider.GetRequiredService<SpeechScoopOptions>()));

    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/metrics").WithTags("Metrics");
        group.MapGet("", (MetricRegistry registry) => registry.All.Select(metric => MetricView.Of(metric.Info)).ToArray())
            .WithName("ListMetrics").WithSummary("All metrics: what each needs, where it is valid, what it is blind to.");
        return api;
    }
}
