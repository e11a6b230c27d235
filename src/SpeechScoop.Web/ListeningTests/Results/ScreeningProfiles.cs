using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>Profiles that can be chosen, and the rules that one's own can have.</summary>
/// <param name="Presets">Their ids.</param>
/// <param name="Own">The newest version of each.</param>
/// <param name="Rules">All rules with their usual parameters.</param>
internal sealed record ProfilesView(IReadOnlyList<string> Presets, IReadOnlyList<ProfileView> Own, JsonElement Rules);

/// <summary>A profile of one's own.</summary>
internal sealed record ProfileView(string Id, int Version, JsonElement Rules, DateTimeOffset CreatedAt);

/// <summary>A profile to save.</summary>
internal sealed record ProfileRequest(string? Id, JsonElement Rules);

/// <summary>Screening profiles by name: presets, and those of one's own, saved in versions.</summary>
internal sealed partial class ScreeningProfiles(ScreeningProfileStore store, TimeProvider time)
{
    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$")]
    private static partial Regex Name { get; }

    /// <summary>A profile by id, id@version, or as JSON.</summary>
    public async Task<Result<ScreeningProfile>> FindAsync(string screening)
    {
        if (screening.StartsWith('{')) return ScreeningProfile.Read(screening);
        if (ScreeningProfile.Find(screening).TryGet(out var preset, out var error)) return preset;
        var (id, version) = screening.Split('@') is [var name, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? (name, asked) : (screening, (int?)null);
        if (!(await store.FindAsync(id, version)).TryGet(out var saved, out var unread)) return unread;
        return saved is null ? error : ScreeningProfile.Read(Json(saved.Id, saved.Version, saved.Rules));
    }

    public async Task<Result<ProfilesView>> ListAsync() => (await store.ListAsync()).Select(own => new ProfilesView(
        [.. ScreeningProfile.Presets.Select(preset => preset.Id)], [.. own.Select(View)], JsonSerializer.SerializeToElement(ScreeningRule.Usual, DefinitionJson.Options)));

    /// <summary>Saves a profile as its next version.</summary>
    public async Task<Result<ProfileView>> SaveAsync(ProfileRequest request)
    {
        if (request.Id is not { } id || !Name.IsMatch(id)) return new Error.Invalid("profile-id", "A profile's name has 1 to 60 small letters, digits and hyphens, such as strict-lab.");
        if (ScreeningProfile.Presets.Any(preset => preset.Id == id)) return new Error.Invalid("profile-id", $"{id} is a preset, which stays as it is. Give yours another name.");
        if (request.Rules.ValueKind is not JsonValueKind.Array || request.Rules.GetArrayLength() == 0) return new Error.Invalid("profile-rules", "The profile has no rules. Choose one or more, or take the preset none.");
        if (!ScreeningProfile.Read(Json(id, 1, request.Rules.GetRawText())).TryGet(out var profile, out var error)) return error;
        return (await store.SaveAsync(id, JsonSerializer.Serialize(profile.Rules, DefinitionJson.Options), time.GetUtcNow())).Select(View);
    }

    private static string Json(string id, int version, string rules) => $"{{\"id\":{JsonSerializer.Serialize(id)},\"version\":{version},\"rules\":{rules}}}";

    private static ProfileView View(SavedProfile saved) => new(saved.Id, saved.Version, JsonSerializer.Deserialize<JsonElement>(saved.Rules), saved.CreatedAt);

    /// <param name="api">The group <c>/api</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/screening-profiles").WithTags("Listening tests").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("", async Task<Results<Ok<ProfilesView>, ProblemHttpResult>> (ScreeningProfiles profiles) => (await profiles.ListAsync()).TryGet(out var view, out var error) ? TypedResults.Ok(view) : error.ToProblem())
            .WithName("ListScreeningProfiles").WithSummary("Presets, profiles of one's own, and all rules with their usual parameters.");
        group.MapPost("", async Task<Results<Ok<ProfileView>, ProblemHttpResult>> (ProfileRequest request, ScreeningProfiles profiles) => (await profiles.SaveAsync(request)).TryGet(out var view, out var error) ? TypedResults.Ok(view) : error.ToProblem())
            .WithName("SaveScreeningProfile").WithSummary("Saves a profile of one's own as its next version; versions are never changed.");
    }
}
