using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.ListeningTests.Building;
using SpeechScoop.Web.ListeningTests.Import;
using SpeechScoop.Web.ListeningTests.Listening;
using SpeechScoop.Web.ListeningTests.Results;

namespace SpeechScoop.Web.ListeningTests;

/// <summary>Listening tests: a table of contents. Every part adds and maps itself in a file of its own.</summary>
internal static class ListeningTestsFeature
{
    public static IServiceCollection AddListeningTests(this IServiceCollection services)
    {
        services.AddSingleton<ListeningTestStore>();
        services.AddSingleton<ListeningLinkStore>();
        services.AddSingleton<ListeningSessionStore>();
        services.AddSingleton<ListeningRatingStore>();
        services.AddSingleton<ListeningResponseStore>();
        services.AddSingleton<ListeningEventStore>();
        services.AddTestBuilding();
        services.AddListeners();
        services.AddTestImport();
        services.AddTestResults();
        return services;
    }

    /// <param name="api">The group <c>/api</c>.</param>
    public static void MapListeningTests(this IEndpointRouteBuilder app, IEndpointRouteBuilder api)
    {
        api.MapTestBuilding();
        app.MapListeners(api);
        api.MapTestImport();
        api.MapTestResults();
        app.MapTestHub();
    }
}
