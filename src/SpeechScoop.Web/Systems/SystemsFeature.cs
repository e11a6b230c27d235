using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Systems;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.Systems;

/// <summary>A system as pages see it.</summary>
/// <param name="Colour">Place in the pages' palette of eight colours times eight shapes, 0..63; the same on every page.</param>
internal sealed record SystemView(
    string Id, string PackId, string PackVersion, SystemKind Kind, string Family, string Title, string Description, IReadOnlyList<string> Languages,
    PackStatus Status, IReadOnlyList<string> Problems, JsonNode? Settings, long Bytes, SystemTraits Traits, int Colour);

/// <summary>A pack as pages see it.</summary>
internal sealed record PackView(
    string Id, string Version, string Title, string Description, string Task, string Family, IReadOnlyList<string> Languages, string Licence,
    long Bytes, PackStatus Status, IReadOnlyList<string> Problems, SelfTestOutcome? SelfTest, bool HasCard)
{
    public static PackView Of(PackSummary pack) => new(
        pack.Id, pack.Version, pack.Title, pack.Description, pack.Task, pack.Family, pack.Languages, pack.Licence,
        pack.Bytes, pack.Status, pack.Problems, pack.SelfTest, pack.CardPath is not null);
}

/// <summary>Packs and systems: what is installed, what it is, and what is wrong with it.</summary>
internal static class SystemsFeature
{
    public static IServiceCollection AddSystems(this IServiceCollection services) => services.AddSingleton<SystemAppearance>();

    public static IEndpointRouteBuilder MapSystems(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Systems");
        group.MapGet("/systems", (ISystemCatalog catalog, SystemAppearance appearance) => catalog.Systems.Select(system => new SystemView(
                system.Id, system.PackId, system.PackVersion, system.Kind, system.Family, system.Title, system.Description, system.Languages,
                system.Status, system.Problems, JsonNode.Parse(system.SettingsJson), system.Bytes, system.Traits, appearance.ColourOf(system.Id))).ToArray())
            .WithName("ListSystems").WithSummary("All systems of all packs, usable or not.");
        group.MapGet("/packs", (ISystemCatalog catalog) => catalog.Packs.Select(PackView.Of).ToArray())
            .WithName("ListPacks").WithSummary("All packs, with their problems and self tests.");
        group.MapGet("/packs/{id}/card", ReadCardAsync)
            .WithName("ReadModelCard").WithSummary("A pack's model card, as Markdown.");
        group.MapGet("/word-lists", () => WordLists.All)
            .WithName("ListWordLists").WithSummary("Ready-made closed word lists for recognizers.");
        return api;
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReadCardAsync(string id, ISystemCatalog catalog, CancellationToken cancellation)
    {
        var pack = catalog.Packs.FirstOrDefault(pack => pack.Id == id);
        if (pack is null) return new Error.NotFound("no-such-pack", $"There is no pack \"{id}\".").ToProblem();
        if (pack.CardPath is null) return new Error.NotFound("no-model-card", $"The pack \"{id}\" has no model card.").ToProblem();
        return TypedResults.Text(await File.ReadAllTextAsync(pack.CardPath, cancellation), "text/markdown; charset=utf-8");
    }
}
