using SpeechScoop.Comparisons;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Comparisons;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Systems;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Runs;

namespace SpeechScoop.Web.Comparisons;

/// <summary>A comparison without the rows that it was computed from: some kilobytes, however many outputs there are.</summary>
/// <param name="Listeners">All who rated.</param>
/// <param name="Sources">All places that audio came from.</param>
/// <param name="HiddenRatings">Ratings that wait for their trial's labels to be revealed.</param>
/// <param name="Titles">Titles of the systems by id, as they were last used here.</param>
internal sealed record Compared(
    ComparisonSummary Summary, IReadOnlyList<string> Listeners, IReadOnlyList<string> Sources, int HiddenRatings, IReadOnlyDictionary<string, string> Titles);

/// <summary>
/// Computes comparisons, one at a time, and keeps them as long as what they stand on stays the same (ratings and trials at once, runs that go on by <see cref="ResultVersion"/>): a hundred thousand
/// outputs take seconds to read, and their rows are let go again.
/// </summary>
internal sealed class Comparing(ComparisonStore store, RunStore runs) : IDisposable
{
    private readonly Kept<Compared> kept = new(32);
    private readonly SemaphoreSlim one = new(1);

    public async Task<Result<Compared>> CompareAsync(SystemKind kind, ComparisonFilter filter)
    {
        if (!(await store.VersionOfTrialsAsync(kind)).TryGet(out var trials, out var error) || !(await runs.ListAsync(Enum.GetValues<RunKind>().First(of => of.Systems() == kind))).TryGet(out var listed, out error)) return error;
        var question = $"{kind} {filter}";
        return await kept.GetAsync(string.Join('\n', [question, trials, .. listed.Select(run => $"{run.DatasetName} {ResultVersion.Of(run)}")]), () => ReadAsync(kind, filter), question);
    }

    public void Dispose() => one.Dispose();

    private async Task<Result<Compared>> ReadAsync(SystemKind kind, ComparisonFilter filter)
    {
        // Rows of several filters at once would need the memory of all.
        await one.WaitAsync();
        try
        {
            return (await store.ReadAsync(kind)).Select(rows => new Compared(
                ComparisonSummary.Of(rows.Outputs, rows.Ratings, rows.Measurements, filter), Choices(rows.Ratings.Select(rating => rating.Listener)), Choices(rows.Outputs.Select(output => output.Source)),
                rows.HiddenRatings, rows.Titles));
        }
        finally
        {
            one.Release();
        }
    }

    private static string[] Choices(IEnumerable<string?> values) =>
        [.. values.Where(value => !string.IsNullOrEmpty(value)).Distinct().Order(StringComparer.OrdinalIgnoreCase)!];
}
