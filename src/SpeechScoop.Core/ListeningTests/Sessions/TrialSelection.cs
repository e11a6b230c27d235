namespace SpeechScoop.ListeningTests;

/// <summary>Trials that stay together: one, or all of a group in their order.</summary>
internal sealed record TrialUnit(IReadOnlyList<Trial> Trials)
{
    /// <summary>Whether it only checks attention.</summary>
    public bool IsCheck => Trials.All(trial => trial.Check is not null);

    /// <summary>Splits trials into units, each at the place of its first trial.</summary>
    public static List<TrialUnit> Of(IEnumerable<Trial> trials) =>
        [.. trials.Select((trial, place) => (trial, key: trial.Group is null ? $"#{place}" : $"g{trial.Group}"))
            .GroupBy(row => row.key, row => row.trial).Select(group => new TrialUnit([.. group]))];
}

/// <summary>Which trials of a section one session gets, and in which order.</summary>
internal static class TrialSelection
{
    /// <summary>The units in the order in which they are shown.</summary>
    public static List<TrialUnit> Units(ListeningTestDefinition definition, int index, int session, Coverage coverage)
    {
        var section = (TrialSection)definition.Sections[index];
        var random = SeedPath.Random(definition.Seed, index, 1, session);
        var all = TrialUnit.Of(section.Trials.Where(trial => trial.Design != TrialDesign.Arena));
        var ordinary = all.Where(unit => !unit.IsCheck).ToList();
        var checks = all.Where(unit => unit.IsCheck).ToList();
        var wanted = Math.Min(section.PerListener ?? int.MaxValue, ordinary.Sum(unit => unit.Trials.Count));
        if (section.PerListener is not null)
            checks = [.. checks.GroupBy(unit => unit.Trials[0].Check!.Kind).Select(kind => LeastShown([.. kind], coverage, random))];
        var chosen = section.Order switch
        {
            _ when ordinary.Count == 0 => [],
            TrialOrder.LatinSquare => Take(LatinRow(definition, index, ordinary, session), wanted),
            TrialOrder.BalancedBlocks => Block(definition, index, ordinary, wanted, session),
            _ when section.PerListener is null => ordinary,
            _ => LackingMost(section, ordinary, wanted, coverage, random),
        };
        if (section.Order == TrialOrder.Fixed) return [.. all.Where(unit => chosen.Contains(unit) || checks.Contains(unit))];
        if (section.Order != TrialOrder.LatinSquare) chosen = Shuffled(chosen, random);
        var order = chosen.ToList();
        foreach (var check in Shuffled(checks, random)) order.Insert(order.Count == 0 ? 0 : 1 + random.Next(order.Count), check);
        return order;
    }

    private static IEnumerable<TrialUnit> LatinRow(ListeningTestDefinition definition, int index, List<TrialUnit> units, int session)
    {
        var names = Enumerable.Range(0, units.Count).ToArray();
        SeedPath.Random(definition.Seed, index, 2).Shuffle<int>(names);
        return WilliamsDesign.Row(units.Count, session % WilliamsDesign.Rows(units.Count)).Select(place => units[names[place]]);
    }

    private static List<TrialUnit> Block(ListeningTestDefinition definition, int index, List<TrialUnit> units, int wanted, int session)
    {
        var size = Math.Clamp(wanted / units.Max(unit => unit.Trials.Count), 1, units.Count);
        return [.. BalancedBlocks.Block(units.Count, size, session, unchecked(definition.Seed + index)).Select(place => units[place])];
    }

    /// <summary>One unit after the other: always the one whose conditions × items lack most, then the one given least; ties by lot.</summary>
    private static List<TrialUnit> LackingMost(TrialSection section, List<TrialUnit> units, int wanted, Coverage coverage, SeededRandom random)
    {
        var given = section.Trials.Where(trial => trial.Check is null)
            .SelectMany(trial => StimulusOrder.Rated(trial).Select(stimulus => (cell: (stimulus.Condition, trial.Item), count: coverage.Of(trial.Id, stimulus.Id))))
            .GroupBy(row => row.cell).ToDictionary(cell => cell.Key, cell => cell.Sum(row => row.count));
        var left = Shuffled(units, random).ToList();
        var chosen = new List<TrialUnit>();
        var count = 0;
        while (left.Where(unit => count + unit.Trials.Count <= wanted).ToList() is { Count: > 0 } fitting)
        {
            var best = fitting.MinBy(unit => (-Lack(unit), Mean(unit, cell => given.GetValueOrDefault(cell))))!;
            left.Remove(best);
            chosen.Add(best);
            count += best.Trials.Count;
            foreach (var cell in Cells(best)) given[cell] = given.GetValueOrDefault(cell) + 1;
        }
        return chosen;

        double Lack(TrialUnit unit) => section.Quota is { } quota ? Mean(unit, cell => Math.Max(0, quota - given.GetValueOrDefault(cell))) : 0;
    }

    private static double Mean(TrialUnit unit, Func<(string, string), double> value) => Cells(unit).Select(value).DefaultIfEmpty(0).Average();

    private static IEnumerable<(string Condition, string Item)> Cells(TrialUnit unit) => unit.Trials.Where(trial => trial.Check is null)
        .SelectMany(trial => StimulusOrder.Rated(trial).Select(stimulus => (stimulus.Condition, trial.Item)));

    private static TrialUnit LeastShown(List<TrialUnit> units, Coverage coverage, SeededRandom random) =>
        Shuffled(units, random).MinBy(unit => unit.Trials.Sum(trial => trial.Stimuli.Sum(stimulus => coverage.Of(trial.Id, stimulus.Id))))!;

    private static List<TrialUnit> Take(IEnumerable<TrialUnit> units, int wanted)
    {
        var count = 0;
        return [.. units.TakeWhile(unit => (count += unit.Trials.Count) <= wanted)];
    }

    private static List<T> Shuffled<T>(IEnumerable<T> items, SeededRandom random)
    {
        var order = items.ToArray();
        random.Shuffle<T>(order);
        return [.. order];
    }
}
