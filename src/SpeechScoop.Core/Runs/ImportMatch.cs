using SpeechScoop.Datasets;

namespace SpeechScoop.Runs;

/// <summary>Something that a system gave elsewhere.</summary>
/// <param name="Place">Where it stands: a file's path, or a line of a list.</param>
/// <param name="System">The system's name; null where the place tells none.</param>
/// <param name="Take">As it is written; null without a number.</param>
/// <param name="ClipSha256">The audio it gave.</param>
/// <param name="Text">The transcript it gave.</param>
/// <param name="Words">Its words with times, as outputs store them.</param>
/// <param name="Events">What was said while it listened, as event logs are stored.</param>
public sealed record ImportedPiece(string Place, string? System, string Key, int? Take, string? ClipSha256, string? Text, string? Words = null, string? Events = null);

/// <summary>An output made elsewhere, with its place in the run.</summary>
/// <param name="System">Index in <see cref="ImportMatch.Systems"/>.</param>
/// <param name="Item">Index in the dataset.</param>
/// <param name="Take">From 0.</param>
/// <param name="Piece">What was given; null where it is missing.</param>
public sealed record MatchedOutput(int System, int Item, int Take, ImportedPiece? Piece);

/// <summary>What was made elsewhere, matched with the items of a dataset.</summary>
/// <param name="Systems">Names, in the order in which they came.</param>
/// <param name="Takes">Takes of each item: the most that one has.</param>
/// <param name="Outputs">One for each item, system and take, in this order.</param>
/// <param name="Missing">How many have nothing.</param>
/// <param name="Problems">What was doubled, or missing.</param>
public sealed record ImportMatch(IReadOnlyList<string> Systems, int Takes, IReadOnlyList<MatchedOutput> Outputs, int Missing, IReadOnlyList<DatasetProblem> Problems)
{
    /// <summary>Matches pieces with items.</summary>
    /// <param name="keys">Keys of the dataset's items, in order.</param>
    /// <param name="allowMissing">Whether an output that is missing is no problem.</param>
    public static ImportMatch Of(IReadOnlyList<string> keys, IReadOnlyList<ImportedPiece> pieces, bool allowMissing)
    {
        var problems = new List<DatasetProblem>();
        foreach (var piece in pieces.Where(piece => string.IsNullOrWhiteSpace(piece.System)))
            problems.Add(new(piece.Place, "The path names no system. Put each system's files into a folder with its name, or give one name for all."));
        var systems = pieces.Select(piece => piece.System).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal).ToArray();
        // People count takes from 0 or from 1.
        var firstTake = pieces.Any(piece => piece.Take is null or 0) ? 0 : 1;
        var takes = pieces.Count == 0 ? 1 : pieces.Max(piece => (piece.Take ?? firstTake) - firstTake) + 1;
        if (takes > RunPlan.MaximumTakes)
        {
            problems.Add(new(pieces.MaxBy(piece => piece.Take ?? 0)!.Place, $"A run has up to {RunPlan.MaximumTakes} takes. Number takes from 1, without gaps."));
            return new(systems!, takes, [], 0, problems);
        }
        var found = new Dictionary<(string System, string Key, int Take), ImportedPiece>();
        foreach (var piece in pieces.Where(piece => !string.IsNullOrWhiteSpace(piece.System)))
        {
            var take = (piece.Take ?? firstTake) - firstTake;
            if (!found.TryAdd((piece.System!, piece.Key, take), piece))
                problems.Add(new(piece.Place, $"The item '{piece.Key}'{(takes > 1 ? $", take {take + firstTake}," : "")} of {piece.System} came twice, first as {found[(piece.System!, piece.Key, take)].Place}. Leave one of them out."));
        }
        var outputs = new List<MatchedOutput>(keys.Count * systems.Length * takes);
        var missing = 0;
        for (var item = 0; item < keys.Count; item++)
            for (var system = 0; system < systems.Length; system++)
                for (var take = 0; take < takes; take++)
                {
                    var piece = found.GetValueOrDefault((systems[system]!, keys[item], take));
                    outputs.Add(new(system, item, take, piece));
                    if (piece is not null) continue;
                    missing++;
                    if (!allowMissing)
                        problems.Add(new(keys[item], $"{systems[system]} has nothing for this item{(takes > 1 ? $", take {take + firstTake}" : "")}. Add it, or allow missing outputs: they count as failed."));
                }
        return new(systems!, takes, outputs, missing, problems);
    }
}
