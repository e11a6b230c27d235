namespace SpeechScoop.ListeningTests;

/// <summary>
/// Pairs for an arena: the two conditions compared least often so far, on the item where they were compared least; ties by lot. Within a
/// round either side comes first for half of the pairs.
/// </summary>
internal static class ArenaPairs
{
    /// <summary>Pairs of a round where the section does not say.</summary>
    public const int UsualRound = 10;

    /// <summary>Draws a round.</summary>
    /// <param name="shown">Pages that the session has already; no pair comes twice before all came once.</param>
    public static List<PlannedPage> Round(ListeningTestDefinition definition, int section, IReadOnlyList<PlannedPage> shown, Coverage coverage, SeededRandom random)
    {
        var trials = (TrialSection)definition.Sections[section];
        var pairs = trials.Trials.Where(trial => trial.Design == TrialDesign.Arena)
            .SelectMany(trial => Pairs(trial.Stimuli).Select(pair => new Candidate(trial, pair.A, pair.B)
            {
                Given = coverage.OfPair(trial.Id, pair.A.Id, pair.B.Id),
                Shown = shown.Count(page => page.Trial == trial.Id && page.Stimuli.Contains(pair.A.Id) && page.Stimuli.Contains(pair.B.Id)),
            })).ToArray();
        if (pairs.Length == 0) return [];
        random.Shuffle<Candidate>(pairs);
        var conditions = pairs.GroupBy(pair => pair.Conditions).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Given + pair.Shown));
        var size = trials.PerListener ?? Math.Min(UsualRound, pairs.Length);
        var swaps = SeedPath.BalancedBits(random, size);
        var pages = new List<PlannedPage>(size);
        while (pages.Count < size)
        {
            var best = pairs.MinBy(pair => (pair.Shown, conditions[pair.Conditions], pair.Given))!;
            best.Shown++;
            conditions[best.Conditions]++;
            pages.Add(new(section, best.Trial.Id)
            {
                Stimuli = swaps[pages.Count] && best.Trial.Options.ShuffleStimuli ? [best.B.Id, best.A.Id] : [best.A.Id, best.B.Id],
                Scales = StandardScales.Ids(best.Trial),
            });
        }
        return pages;
    }

    private static IEnumerable<(Stimulus A, Stimulus B)> Pairs(IReadOnlyList<Stimulus> stimuli) =>
        stimuli.SelectMany((a, i) => stimuli.Skip(i + 1).Select(b => (a, b)));

    private sealed class Candidate(Trial trial, Stimulus a, Stimulus b)
    {
        public Trial Trial => trial;

        public Stimulus A => a;

        public Stimulus B => b;

        public int Given { get; init; }

        public int Shown { get; set; }

        public (string, string) Conditions { get; } =
            string.CompareOrdinal(a.Condition, b.Condition) <= 0 ? (a.Condition, b.Condition) : (b.Condition, a.Condition);
    }
}
