using System.Reflection;
using SpeechScoop.Inference.Packs;

namespace SpeechScoop.Web.Hosting;

/// <summary>What a monitor sees without the owner key: that the server lives, and nothing about whom it serves.</summary>
/// <param name="Status"><c>ok</c>.</param>
/// <param name="Version">The application's version.</param>
/// <param name="Packs">How many packs are usable, and how many are not.</param>
internal sealed record HealthReport(string Status, string Version, PackCounts Packs);

/// <summary>Packs by state.</summary>
internal sealed record PackCounts(int Ready, int Broken, int Unavailable);

internal static class Health
{
    /// <summary>The application's version, as the project file says it.</summary>
    public static string Version { get; } =
        typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health", (ISystemCatalog catalog) =>
        {
            var byStatus = catalog.Packs.CountBy(pack => pack.Status).ToDictionary();
            return TypedResults.Ok(new HealthReport("ok", Version, new PackCounts(
                byStatus.GetValueOrDefault(PackStatus.Ready), byStatus.GetValueOrDefault(PackStatus.Broken), byStatus.GetValueOrDefault(PackStatus.Unavailable))));
        }).WithName("Health").WithSummary("Whether the server lives; needs no key.");
        // Many monitors ask for the status alone.
        app.MapMethods("/health", [HttpMethods.Head], () => TypedResults.Ok()).ExcludeFromDescription();
    }
}
