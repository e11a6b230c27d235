using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>Shows stored tests.</summary>
internal sealed class TestReader(ListeningTestStore tests, SessionCountStore counts)
{
    public async Task<Result<TestView>> ReadAsync(string id) =>
        (await tests.FindAsync(id)).TryGet(out var test, out var error) ? await ViewAsync(test) : error;

    public async Task<Result<TestView>> ViewAsync(ListeningTest test)
    {
        if (!(await counts.OfTestAsync(test.Id)).TryGet(out var sessions, out var error)) return error;
        var definition = Definition(test);
        var record = PreparationRecord.Read(test.Report);
        var problems = test.Status is ListeningTestStatus.Draft ? DraftProblems.Of(definition, record) : [];
        using var document = JsonDocument.Parse(test.Definition);
        return new TestView(test.Id, test.Lineage, test.Version, test.Title, test.Status, test.Hash, document.RootElement.Clone(), problems, record,
            test.CreatedAt, test.ChangedAt, test.PublishedAt, test.ClosedAt, sessions);
    }

    public async Task<Result<IReadOnlyList<TestSummary>>> ListAsync()
    {
        if (!(await tests.ListAsync()).TryGet(out var found, out var error) || !(await counts.OfAllAsync()).TryGet(out var sessions, out error)) return error;
        return Result<IReadOnlyList<TestSummary>>.Ok([.. found.Select(test => Summary(test, sessions.GetValueOrDefault(test.Id) ?? SessionCounts.None))]);
    }

    /// <summary>The stored definition.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read: a bug in whoever stored it.</exception>
    public static ListeningTestDefinition Definition(ListeningTest test) => DefinitionJson.Read(test.Definition).Value;

    private static TestSummary Summary(ListeningTest test, SessionCounts sessions)
    {
        var definition = Definition(test);
        var trials = definition.Sections.OfType<TrialSection>().Where(section => !section.Training).SelectMany(section => section.Trials).ToArray();
        return new TestSummary(test.Id, test.Lineage, test.Version, test.Title, test.Status, [.. trials.Select(trial => trial.Design).Distinct()], definition.Conditions.Count,
            trials.Length, test.CreatedAt, test.ChangedAt, test.PublishedAt, test.ClosedAt, sessions);
    }
}
