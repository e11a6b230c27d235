using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Inference.Vendors.Settings;

namespace SpeechScoop.Web.Hosting;

internal static partial class PackRegistration
{
    /// <summary>Adds the compute gate, the packs of the configured models folder and the baselines beside them, and loads them once the server listens.</summary>
    public static IServiceCollection AddPacks(this IServiceCollection services)
    {
        services.AddSingleton<IComputeGate>(_ => new ComputeGate());
        services.AddSingleton(provider =>
        {
            var configuration = VendorSettingsReader.Read(provider.GetRequiredService<SpeechScoopOptions>().DataPath);
            var log = provider.GetRequiredService<ILogger<VendorCatalog>>();
            foreach (var problem in configuration.Problems) LogVendor(log, problem.Message);
            return new VendorCatalog(configuration);
        });
        services.AddSingleton<ISystemCatalog>(provider =>
        {
            var log = provider.GetRequiredService<ILogger<SystemCatalog>>();
            return new SystemCatalog(provider.GetRequiredService<SpeechScoopOptions>().ModelsPath, provider.GetRequiredService<IComputeGate>(), message => LogPack(log, message), provider.GetRequiredService<VendorCatalog>());
        });
        services.AddSingleton<Reconstructors>();
        services.AddHostedService<PackWarmUp>();
        return services;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Message}")]
    private static partial void LogPack(ILogger logger, string message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message}")]
    private static partial void LogVendor(ILogger logger, string message);

    /// <summary>Loads and self-tests packs in the background, so that the first page does not wait for them.</summary>
    private sealed partial class PackWarmUp(ISystemCatalog catalog, IHostApplicationLifetime lifetime, ILogger<PackWarmUp> logger) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using (var startedOrStopped = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stoppingToken))
                await Task.Delay(Timeout.InfiniteTimeSpan, startedOrStopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await catalog.WarmUpAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The server stopped while packs were loading.
            }
            catch (Exception exception)
            {
                // Packs load again on first use, where the failure reaches whoever asked.
                LogFailure(logger, exception);
            }
        }

        [LoggerMessage(Level = LogLevel.Error, Message = "Loading packs in the background failed; they load on first use instead.")]
        private static partial void LogFailure(ILogger logger, Exception exception);
    }
}
