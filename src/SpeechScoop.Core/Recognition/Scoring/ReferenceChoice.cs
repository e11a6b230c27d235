namespace SpeechScoop.Recognition;

/// <summary>
/// Chooses, of all readings of a reference with alternations, the one that fits a hypothesis best: the least cost under sclite's costs (correct 0, substitution 4,
/// deletion and insertion 3), by dynamic programming over the reference's parts. An earlier alternative wins a tie. Alternatives are short; the
/// time is that of one alignment with all their words.
/// </summary>
internal static class ReferenceChoice
{
    private const int Substitution = 4, Gap = 3, MostReadings = 256;

    /// <param name="Words">The chosen reading.</param>
    /// <param name="Omitted">Words that were optional and are missing in the hypothesis, in order.</param>
    public readonly record struct Chosen(string[] Words, OmittedWord[] Omitted);

    public static Chosen Of(IReadOnlyList<ReferencePart> parts, Func<string, string[]> words, string[] hypothesis)
    {
        var width = hypothesis.Length + 1;
        var costs = new int[width];
        for (var i = 0; i < width; i++) costs[i] = i * Gap;
        // For each part: its readings, and which reading leads to each position and from where.
        var steps = new List<(string[][] Readings, int[] Reading, int[] From)>();
        foreach (var part in parts)
        {
            string[][] readings = part.Kind is ReferencePartKind.Optional ? [words(part.Text), []] : [.. Readings([part]).Select(words)];
            var (best, reading, from) = (new int[width], new int[width], new int[width]);
            Array.Fill(best, int.MaxValue);
            for (var r = 0; r < readings.Length; r++)
            {
                var (reached, start) = Walk(readings[r], hypothesis, costs);
                for (var i = 0; i < width; i++)
                {
                    if (reached[i] >= best[i]) continue;
                    (best[i], reading[i], from[i]) = (reached[i], r, start[i]);
                }
            }
            steps.Add((readings, reading, from));
            costs = best;
        }

        var (chosen, omitted, at, behind) = (new List<string[]>(), new List<OmittedWord>(), width - 1, 0);
        for (var step = steps.Count - 1; step >= 0; step--)
        {
            var (readings, reading, from) = steps[step];
            chosen.Add(readings[reading[at]]);
            behind += readings[reading[at]].Length;
            if (parts[step].Kind is ReferencePartKind.Optional && reading[at] == 1) omitted.AddRange(Enumerable.Reverse(readings[0]).Select(word => new OmittedWord(word, behind)));
            at = from[at];
        }
        chosen.Reverse();
        omitted.Reverse();
        string[] said = [.. chosen.SelectMany(text => text)];
        // The walk came from the end, and counted the words behind each.
        return new(said, [.. omitted.Select(each => each with { Before = said.Length - each.Before })]);
    }

    /// <summary>What a sequence of parts may be read as, earlier choices first; at most <see cref="MostReadings"/>. Optional words within a choice are read as said.</summary>
    private static IEnumerable<string> Readings(IReadOnlyList<ReferencePart> parts)
    {
        string[] readings = [""];
        foreach (var part in parts)
        {
            string[] next = part.Kind is ReferencePartKind.Choice ? [.. part.Choices.SelectMany(Readings)] : [part.Text];
            readings = [.. readings.SelectMany(reading => next.Select(text => $"{reading} {text}")).Take(MostReadings)];
        }
        return readings;
    }

    /// <summary>The costs behind each position of the hypothesis after some words of the reference, and the position before them.</summary>
    private static (int[] Costs, int[] From) Walk(string[] words, string[] hypothesis, int[] before)
    {
        var (costs, from) = ((int[])before.Clone(), Enumerable.Range(0, before.Length).ToArray());
        foreach (var word in words)
        {
            var (next, origin) = (new int[costs.Length], new int[costs.Length]);
            (next[0], origin[0]) = (costs[0] + Gap, from[0]);
            for (var i = 1; i < costs.Length; i++)
            {
                var replace = costs[i - 1] + (word == hypothesis[i - 1] ? 0 : Substitution);
                (next[i], origin[i]) = (replace, from[i - 1]);
                if (costs[i] + Gap < next[i]) (next[i], origin[i]) = (costs[i] + Gap, from[i]);
                if (next[i - 1] + Gap < next[i]) (next[i], origin[i]) = (next[i - 1] + Gap, origin[i - 1]);
            }
            (costs, from) = (next, origin);
        }
        return (costs, from);
    }
}
