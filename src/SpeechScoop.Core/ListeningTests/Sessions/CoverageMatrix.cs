namespace SpeechScoop.ListeningTests;

/// <summary>Condition × item: how many ratings are planned and how many there are. Training, traps and gold clips are left out.</summary>
/// <param name="Conditions">Ids, in the definition's order: the rows.</param>
/// <param name="Items">In order of appearance: the columns.</param>
/// <param name="Cells">Only those that the test has, row by row.</param>
public sealed record CoverageMatrix(IReadOnlyList<string> Conditions, IReadOnlyList<string> Items, IReadOnlyList<CoverageCell> Cells)
{
    /// <summary>Puts a test's quotas beside its ratings.</summary>
    public static CoverageMatrix Of(ListeningTestDefinition definition, Coverage coverage)
    {
        var known = definition.Conditions.Select(condition => condition.Id).ToList();
        var rated = definition.Sections.OfType<TrialSection>().Where(section => !section.Training)
            .SelectMany(section => section.Trials.Where(trial => trial.Check is null)
                .SelectMany(trial => StimulusOrder.Rated(trial).Select(stimulus => (section, trial, stimulus))))
            .ToList();
        var conditions = known.Concat(rated.Select(row => row.stimulus.Condition)).Distinct().Where(id => rated.Any(row => row.stimulus.Condition == id)).ToList();
        var items = rated.Select(row => row.trial.Item).Distinct().ToList();
        var cells = rated.GroupBy(row => (row.stimulus.Condition, row.trial.Item)).Select(cell => new CoverageCell(
            cell.Key.Condition, cell.Key.Item,
            cell.DistinctBy(row => row.section).Sum(row => row.section.Quota),
            cell.DistinctBy(row => (row.trial.Id, row.stimulus.Id)).Sum(row => coverage.Of(row.trial.Id, row.stimulus.Id))));
        return new(conditions, items, [.. cells.Select(cell => cell with { Planned = cell.Planned is 0 ? null : cell.Planned })
            .OrderBy(cell => conditions.IndexOf(cell.Condition)).ThenBy(cell => items.IndexOf(cell.Item))]);
    }
}

/// <summary>One condition on one item.</summary>
/// <param name="Planned">Ratings wanted; null where no quota is set.</param>
/// <param name="Given">Ratings that count.</param>
public sealed record CoverageCell(string Condition, string Item, int? Planned, int Given);
