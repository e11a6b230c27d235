using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Net.Http.Headers;
using SpeechScoop.Web.Access;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Comparisons;
using SpeechScoop.Web.Datasets;
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
        builder.Logging.ClearProviders();
        // People read lines, machines read JSON: a terminal gets the one, a pipe or a service the other.
        if (Console.IsOutputRedirected) builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else builder.Logging.AddSimpleConsole(line => { line.SingleLine = true; line.ColorBehavior = LoggerColorBehavior.Default; });

        var services = builder.Services;
        services.AddSingleton(provider => SpeechScoopOptions.From(provider.GetRequiredService<IConfiguration>(), root));
        services.AddSingleton(TimeProvider.System);
        services.AddStorage();
        services.AddPacks();
        services.AddSingleton<OwnerKeyHolder>();
        services.AddSingleton<ListenerPass>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = DescribeException);
        services.AddValidation();
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "SpeechScoop";
            document.Info.Version = Health.Version;
            return Task.CompletedTask;
        }));
        // A request that cannot be read is the client's mistake in every environment, not an exception of ours.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.ConfigureHttpJsonOptions(json => ConfigureJson(json.SerializerOptions));
        services.AddSystems();
        services.AddComparisons();
        services.AddClips();
        services.AddLive();
        services.AddListeningTests();
        services.AddMetricRegistry();
        services.AddTokenizerLab();
        services.AddSynthesisLab();
        services.AddRecognizers();
        services.AddDatasets();
        services.AddRuns();
        services.AddVendors();
        return builder;
    }

    public static WebApplication Build(this WebApplicationBuilder builder, Action<WebApplication>? configure)
    {
        var app = builder.Build();
        // Behind a proxy on this machine, requests are what the proxy says they were (only loopback is believed).
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusPages();
        app.UseMiddleware<HostGate>();
        app.UseBodyEncoding();
        app.UseMiddleware<OwnerGate>();
        app.UseResponseCompression();
        app.UsePages();
        app.UseRouting();
        app.MapHealth();
        app.MapApiReference();
        var api = app.MapGroup("/api");
        api.MapSystems();
        api.MapComparisons();
        api.MapClips();
        api.MapMetrics();
        api.MapSpectrograms();
        api.MapLive();
        api.MapRatings();
        api.MapOutputs();
        api.MapTokenizerLab();
        api.MapSynthesisLab();
        api.MapRecognizers();
        api.MapDatasets();
        api.MapRuns();
        api.MapVendors();
        app.MapLiveHub();
        app.MapRunHub();
        app.MapListeningTests(api);
        configure?.Invoke(app);
        return app;
    }

    /// <summary>The JSON of API and command line: camelCase names, enumerations in kebab case.</summary>
    public static void ConfigureJson(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
    }

    private static IApplicationBuilder UsePages(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.Value is [.. { Length: > 1 } folder, '/'] && folder.IndexOf('/', 1) < 0 && folder is not "/scalar" && HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.Redirect(new PathString(folder).ToUriComponent() + context.Request.QueryString);
                return Task.CompletedTask;
            }
            // /live serves live.html, so that addresses stay short and stable.
            if (context.Request.Path.Value is { Length: > 1 } path && !path.Contains('.', StringComparison.Ordinal)
                && path.IndexOf('/', 1) < 0 && path is not ("/health" or "/scalar"))
                context.Request.Path = path + ".html";
            return next(context);
        });
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            // Revalidated by ETag on every load: an update of the server is an update of the pages.
            OnPrepareResponse = response => response.Context.Response.Headers[HeaderNames.CacheControl] = "no-cache",
        });
        return app;
    }

    private static void DescribeException(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Status == StatusCodes.Status400BadRequest && context.ProblemDetails.Detail is null)
        {
            context.ProblemDetails.Detail = "The request could not be read: its JSON or one of its parameters has the wrong form. /scalar describes what is expected.";
            context.ProblemDetails.Extensions.TryAdd("code", "bad-request");
        }
        if (context.ProblemDetails.Status != StatusCodes.Status500InternalServerError) return;
        context.ProblemDetails.Title = "The server failed on this request.";
        context.ProblemDetails.Detail ??= "This is a bug or a broken machine; the server's log has the details under this trace id.";
        context.ProblemDetails.Extensions["code"] = "internal-error";
    }
}
