using Microsoft.Extensions.Caching.Memory;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.ListeningTests.Building;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>
/// Reads a test with its answers and applies a screening profile. What was read stays as long as nothing new is stored, so that a page's
/// requests share it and what is computed from it; one reads at a time, since listeners need the machine more.
/// </summary>
internal sealed class ResultsReader(
    ListeningTestStore tests, ListeningSessionStore sessions, ListeningRatingStore ratings, ListeningResponseStore responses, ScreeningProfiles profiles) : IDisposable
{
    private const int Kept = 6;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Kept });
    private readonly SemaphoreSlim turn = new(1);

    /// <param name="screening">Id of a preset or of a profile of one's own (with @ and a version for an older one), or a profile as JSON; null or empty for the one that suits the test's designs.</param>
    public async Task<Result<StoredResults>> ReadAsync(string id, string? screening)
    {
        if (!(await tests.FindAsync(id)).TryGet(out var test, out var error)
            || !DefinitionJson.Read(test.Definition).TryGet(out var definition, out error)
            || !(string.IsNullOrEmpty(screening) ? Usual(definition) : await profiles.FindAsync(screening)).TryGet(out var profile, out error)) return error;
        await turn.WaitAsync();
        try
        {
            // The stamp before the rows: what is stored in between makes the entry newer than its stamp, never older.
            if (!(await tests.StampAsync(id)).TryGet(out var stamp, out error)) return error;
            var key = (test, profile.Write(), stamp);
            if (known.TryGetValue(key, out StoredResults? stored)) return stored!;
            if (!(await TestRows.ReadAsync(id, definition, sessions, ratings, responses)).TryGet(out var rows, out error)) return error;
            var lengths = PreparationRecord.Read(test.Report)?.Lengths(definition);
            var input = new ScreeningInput(rows.Sessions, rows.Ratings) { ClipSeconds = rating => lengths?.TryGetValue((rating.Trial, rating.Stimulus), out var seconds) == true ? seconds : null };
            stored = new StoredResults(test, definition, rows, await Task.Run(() => profile.Apply(input)));
            known.Set(key, stored, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
            return stored;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        known.Dispose();
        turn.Dispose();
    }

    /// <summary>The profile of the standard that a test follows; none where there is no such standard.</summary>
    public static ScreeningProfile Usual(ListeningTestDefinition definition)
    {
        var designs = definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).Select(trial => trial.Design).ToHashSet();
        return designs.Contains(TrialDesign.Mushra) ? ScreeningProfile.Bs1534
            : designs.Contains(TrialDesign.Bs1116) ? ScreeningProfile.Bs1116
            : ScreeningProfile.None;
    }
}
