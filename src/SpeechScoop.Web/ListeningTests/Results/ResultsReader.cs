using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>Reads a test with its answers and applies a screening profile.</summary>
internal sealed class ResultsReader(
    ListeningTestStore tests, ListeningSessionStore sessions, ListeningRatingStore ratings, ListeningResponseStore responses)
{
    /// <param name="screening">Id of a preset, or a profile of one's own as JSON; null or empty for the one that suits the test's designs.</param>
    public async Task<Result<StoredResults>> ReadAsync(string id, string? screening)
    {
        if (!(await tests.FindAsync(id)).TryGet(out var test, out var error)
            || !DefinitionJson.Read(test.Definition).TryGet(out var definition, out error)
            || !Profile(screening, definition).TryGet(out var profile, out error)
            || !(await TestRows.ReadAsync(id, definition, sessions, ratings, responses)).TryGet(out var rows, out error)) return error;
        return new StoredResults(test, definition, rows, profile.Apply(new(rows.Sessions, rows.Ratings)));
    }

    private static Result<ScreeningProfile> Profile(string? screening, ListeningTestDefinition definition) =>
        string.IsNullOrEmpty(screening) ? Usual(definition) : screening.StartsWith('{') ? ScreeningProfile.Read(screening) : ScreeningProfile.Find(screening);

    /// <summary>The profile of the standard that a test follows; none where there is no such standard.</summary>
    public static ScreeningProfile Usual(ListeningTestDefinition definition)
    {
        var designs = definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).Select(trial => trial.Design).ToHashSet();
        return designs.Contains(TrialDesign.Mushra) ? ScreeningProfile.Bs1534
            : designs.Contains(TrialDesign.Bs1116) ? ScreeningProfile.Bs1116
            : ScreeningProfile.None;
    }
}
