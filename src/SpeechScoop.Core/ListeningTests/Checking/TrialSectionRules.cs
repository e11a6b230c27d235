namespace SpeechScoop.ListeningTests;

/// <summary>Rules of a section of trials: how many, in which order, for how many listeners.</summary>
internal static class TrialSectionRules
{
    private const int ManyRows = 100;

    public static void Find(ListeningTestDefinition definition, TrialSection section, string place, bool forPublishing, ProblemList problems)
    {
        for (var t = 0; t < section.Trials.Count; t++) TrialRules.Find(definition, section.Trials[t], $"{place}.trials[{t}]", forPublishing, problems);
        if (section.Trials.Count == 0)
        {
            problems.Warning($"{place}.trials", "trials-empty", "A section has no trials.", "Add some, or take the section out.");
            return;
        }
        var units = TrialUnit.Of(section.Trials).Where(unit => !unit.IsCheck).ToList();
        var (arenas, ordinary) = (section.Trials.Count(trial => trial.Design == TrialDesign.Arena), units.Sum(unit => unit.Trials.Count));
        if (arenas > 0 && arenas < section.Trials.Count)
            problems.Error($"{place}.trials", "arena-mixed", "Arenas stand in one section with other trials.", "Move them into a section of their own.");
        if (arenas > 0 && section.Repeats > 0) problems.Warning($"{place}.repeats", "arena-repeats", "Arenas repeat nothing: pairs are drawn.", "Set repeats to 0.");
        if (section.PerListener is < 1) problems.Error($"{place}.perListener", "number-too-small", $"Each listener gets {section.PerListener} trials.", "Use 1 or more, or leave it empty for all.");
        if (arenas > 0) return;
        if (section.PerListener > ordinary)
            problems.Error($"{place}.perListener", "per-listener-too-large", $"Each listener should get {section.PerListener} trials, but there are {ordinary} besides traps and gold clips.", $"Use up to {ordinary}, or leave it empty for all.");
        if (section.Repeats < 0 || section.Repeats > Math.Min(section.PerListener ?? int.MaxValue, ordinary))
            problems.Error($"{place}.repeats", "repeats-out-of-range", $"{section.Repeats} trials should come twice, of {Math.Min(section.PerListener ?? int.MaxValue, ordinary)}.", "Use a number from 0 to the trials that a listener gets.");
        Quota(definition, section, units, place, problems);
        Design(section, units, place, problems);
    }

    private static void Quota(ListeningTestDefinition definition, TrialSection section, List<TrialUnit> units, string place, ProblemList problems)
    {
        if (section.Quota is not { } quota) return;
        if (quota < 1)
        {
            problems.Error($"{place}.quota", "number-too-small", $"{quota} ratings of each condition and item are planned.", "Plan 1 or more, or leave it empty.");
            return;
        }
        if (section.Training) problems.Warning($"{place}.quota", "quota-of-practice", "Practice has a quota, but its ratings are never counted.", "Leave the quota empty.");
        if (definition.Rules.MaximumSessions is not { } sessions || section.Training) return;
        var trials = units.SelectMany(unit => unit.Trials).ToList();
        var perListener = Math.Min(section.PerListener ?? trials.Count, trials.Count);
        // A cell with several trials is filled by any of them; the others count for nothing, so this is what is needed at least.
        var cells = trials.SelectMany(trial => StimulusOrder.Rated(trial).Select(stimulus => (stimulus.Condition, trial.Item))).GroupBy(cell => cell).ToList();
        var widest = trials.Max(trial => Math.Max(1, StimulusOrder.Rated(trial).Count));
        var needed = (long)Math.Ceiling((double)quota * cells.Count / ((double)perListener * widest));
        if (perListener == trials.Count) needed = (long)Math.Ceiling((double)quota / cells.Min(cell => cell.Count()));
        if (needed > sessions)
            problems.Error($"{place}.quota", "quota-unreachable", $"{quota} ratings of each of {cells.Count} condition and item pairs need {needed} sessions or more; {sessions} are allowed.", "Allow more sessions, give each listener more trials, or lower the quota.");
    }

    private static void Design(TrialSection section, List<TrialUnit> units, string place, ProblemList problems)
    {
        if (section.Order == TrialOrder.LatinSquare && units.Count > 1)
        {
            var rows = WilliamsDesign.Rows(units.Count);
            if (rows > ManyRows)
                problems.Warning($"{place}.order", "latin-square-large", $"The Latin square of {units.Count} trials is balanced only after {rows} listeners.", "Use a shuffled order, or put trials into groups.");
            if (section.Quota is not null && section.PerListener is not null)
                problems.Warning($"{place}.quota", "quota-not-steering", "A Latin square gives every listener the beginning of a row, whatever lacks ratings.", "Use a shuffled order, which fills what lacks most.");
        }
        if (section.Order != TrialOrder.BalancedBlocks) return;
        if (section.PerListener is null)
            problems.Error($"{place}.perListener", "blocks-without-size", "Balanced blocks need to know how many trials each listener gets.", "Set the number of trials for each listener, or use a shuffled order.");
        else if (units.Count > 0 && (units.Select(unit => unit.Trials.Count).Distinct().Count() > 1 || section.PerListener % units[0].Trials.Count != 0))
            problems.Error($"{place}.perListener", "blocks-of-uneven-groups", "Balanced blocks need groups of equal size, and whole groups for each listener.", "Make the groups equal, and the number for each listener a multiple of their size.");
    }
}
