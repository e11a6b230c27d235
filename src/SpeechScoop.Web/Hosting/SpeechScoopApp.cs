using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;
using SpeechScoop.Web.Access;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Comparisons;
using SpeechScoop.Web.Datasets;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.FrontEnd;
using SpeechScoop.Web.ListeningTests;
using SpeechScoop.Web.Live;
using SpeechScoop.Web.Metrics;
using SpeechScoop.Web.Outputs;
using SpeechScoop.Web.Ratings;
using SpeechScoop.Web.Recognizers;
using SpeechScoop.Web.Runs;
using SpeechScoop.Web.Spectrograms;
using SpeechScoop.Web.SynthesisLab;
using SpeechScoop.Web.Systems;
using SpeechScoop.Web.TokenizerLab;
using SpeechScoop.Web.Vendors;

namespace SpeechScoop.Web.Hosting;

/// <summary>Puts the application together: services, then the pipeline. Features add and map themselves.</summary>
internal static class SpeechScoopApp
{
    /// <summary>Where the server listens unless told otherwise: loopback only.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var root = AppRoot.Find();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(root, "wwwroot"),
        });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])) builder.WebHost.UseUrls(DefaultUrl);
        builder.Logging.LogToConsole();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(provider => SpeechScoopOptions.From(provider.GetRequiredService<IConfiguration>(), root));
        builder.Services.AddHttpApi().AddStorage().AddPacks().AddAccess().AddFeatures();
        return builder;
    }

    public static WebApplication BuildApp(this WebApplicationBuilder builder)
    {
        var app = builder.Build();
        // Behind a proxy on this machine, requests are what the proxy says they were (only loopback is believed).
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A body that breaks off is its sender's affair: no bug of ours, and nothing for the log.
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException || failure.HttpContext.RequestAborted.IsCancellationRequested,
        });
        app.UseStatusPages();
        app.UseMiddleware<HostGate>();
        app.UseBodyEncoding();
        app.UseMiddleware<OwnerGate>();
        app.UseResponseCompression();
        app.UsePages();
        app.UseRouting();
        app.MapHealth();
        app.MapApiReference();
        app.MapFeatures();
        return app;
    }

    /// <summary>The JSON of API and command line: camelCase names, enumerations in kebab case.</summary>
    public static void ConfigureJson(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
    }

    private static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddClips()
        .AddComparisons()
        .AddDatasets()
        .AddLive()
        .AddListeningTests()
        .AddMetricRegistry()
        .AddRecognizers()
        .AddRuns()
        .AddSynthesisLab()
        .AddSystems()
        .AddTokenizerLab()
        .AddVendors();

    private static void MapFeatures(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapClips();
        api.MapComparisons();
        api.MapDatasets();
        api.MapLive();
        api.MapMetrics();
        api.MapOutputs();
        api.MapRatings();
        api.MapRecognizers();
        api.MapRuns();
        api.MapSpectrograms();
        api.MapSynthesisLab();
        api.MapSystems();
        api.MapTokenizerLab();
        api.MapVendors();
        app.MapListeningTests(api);
        app.MapLiveHub();
        app.MapRunHub();
    }

    private static IServiceCollection AddHttpApi(this IServiceCollection services) => services
        .AddProblems()
        .AddValidation()
        .AddApiReference()
        .ConfigureHttpJsonOptions(json => ConfigureJson(json.SerializerOptions))
        .AddResponseCompression(compression => compression.EnableForHttps = true)
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);

    /// <summary>People read lines, machines read JSON: a terminal gets the one, a pipe or a service the other.</summary>
    private static void LogToConsole(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        if (Console.IsOutputRedirected)
            logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else
            logging.AddSimpleConsole(line => (line.SingleLine, line.ColorBehavior) = (true, LoggerColorBehavior.Default));
    }
}
