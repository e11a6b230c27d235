namespace SpeechScoop.ListeningTests;

/// <summary>
/// Decides what a session shows: a function of the definition, its seed, the session's number and the ratings so far, and of nothing
/// else. How orders are made: docs/methods/listening-test-orders.md.
/// </summary>
public static class SessionPlanner
{
    /// <summary>Plans a session.</summary>
    /// <param name="definition">The test; assumed to be without errors (<c>DefinitionCheck</c>).</param>
    /// <param name="sessionNumber">0 for the test's first session, then one more for each; Latin squares, blocks and counterbalancing count on it.</param>
    /// <param name="coverage">What was rated, or is about to be; decides random subsets and arenas' pairs.</param>
    public static SessionPlan Plan(ListeningTestDefinition definition, int sessionNumber, Coverage coverage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sessionNumber);
        var pages = new List<PlannedPage>();
        for (var index = 0; index < definition.Sections.Count; index++)
        {
            if (definition.Sections[index] is not TrialSection section)
            {
                pages.Add(new(index));
                continue;
            }
            pages.AddRange(Trials(definition, index, section, sessionNumber, coverage));
            pages.AddRange(ArenaPairs.Round(definition, index, pages, coverage, SeedPath.Random(definition.Seed, index, 20, sessionNumber)));
        }
        return new(pages);
    }

    /// <summary>Whether listeners may go on as long as they like: the test has an arena that is not practice.</summary>
    public static bool CanAppendRound(ListeningTestDefinition definition) => ArenaSection(definition) >= 0;

    /// <summary>Adds another round of pairs of the last arena to the end of a plan; a test without an arena keeps its plan.</summary>
    public static SessionPlan AppendRound(ListeningTestDefinition definition, int sessionNumber, SessionPlan plan, Coverage coverage) =>
        ArenaSection(definition) is >= 0 and var section
            ? new([.. plan.Pages, .. ArenaPairs.Round(definition, section, plan.Pages, coverage, SeedPath.Random(definition.Seed, section, 21, sessionNumber, plan.Pages.Count))])
            : plan;

    private static int ArenaSection(ListeningTestDefinition definition) => definition.Sections.ToList()
        .FindLastIndex(section => section is TrialSection { Training: false } trials && trials.Trials.Any(trial => trial.Design == TrialDesign.Arena));

    private static IEnumerable<PlannedPage> Trials(ListeningTestDefinition definition, int index, TrialSection section, int session, Coverage coverage)
    {
        var pages = StimulusOrder.Pages(definition, index, session);
        var units = TrialSelection.Units(definition, index, session, coverage)
            .Select(unit => unit.Trials.Select(trial => (trial, page: pages[trial.Id])).ToList()).ToList();
        Repeat(units, section.Repeats, SeedPath.Random(definition.Seed, index, 3, session));
        return units.SelectMany(unit => unit.Select(shown => shown.page));
    }

    /// <summary>
    /// Puts repeated trials after their first showing, never inside a group, and with something between: trials that stand last are
    /// repeated last, and then after the repeat of another.
    /// </summary>
    private static void Repeat(List<List<(Trial Trial, PlannedPage Page)>> units, int count, SeededRandom random)
    {
        var repeatable = units.SelectMany((unit, place) => unit.Where(shown => shown.Trial.Check is null).Select(shown => (shown.Trial, shown.Page, IsLast: place == units.Count - 1))).ToArray();
        random.Shuffle<(Trial, PlannedPage, bool)>(repeatable);
        var repeated = repeatable.OrderBy(shown => shown.IsLast).Take(count).ToList();
        var closes = repeated.Exists(shown => shown.IsLast);
        foreach (var (trial, page, isLast) in repeated)
        {
            var first = units.FindIndex(unit => unit.Exists(shown => shown.Trial.Id == trial.Id));
            var places = Enumerable.Range(first + 1, units.Count - first).Where(place => place > first + 1 || units[first][^1].Trial.Id != trial.Id).ToArray();
            var atEnd = places.Length == 0 || (closes && !isLast);
            units.Insert(atEnd ? units.Count : places[random.Next(places.Length)], [(trial, StimulusOrder.Again(page, trial, random))]);
            closes &= isLast;
        }
    }
}
