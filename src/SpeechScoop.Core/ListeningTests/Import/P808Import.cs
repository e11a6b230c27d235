using System.Globalization;

namespace SpeechScoop.ListeningTests;

/// <summary>A table of the P.808 toolkit.</summary>
/// <param name="Name">The file's name, for messages.</param>
/// <param name="Text">The CSV.</param>
public sealed record P808Table(string Name, string Text);

/// <summary>
/// Makes a draft of the input tables of the P.808 toolkit (microsoft/P.808, docs/prep_acr.md and prep_dcr_ccr.md): <c>rating_clips</c>
/// [and <c>references</c>], <c>training_clips</c> [and <c>training_references</c>], <c>gold_clips</c> with <c>gold_clips_ans</c>,
/// <c>trapping_clips</c> with <c>trapping_ans</c>, in one table or in several.
/// </summary>
public static class P808Import
{
    private const int ClipsForSession = 10;

    private static readonly (string Clips, string Other)[] Known =
        [("rating_clips", "references"), ("training_clips", "training_references"), ("gold_clips", "gold_clips_ans"), ("trapping_clips", "trapping_ans")];

    /// <summary>Reads the tables.</summary>
    /// <param name="design">ACR, P.835, DCR or CCR; null for DCR where there are references, else ACR.</param>
    /// <param name="title">The draft's title.</param>
    /// <param name="seed">Decides every order.</param>
    /// <param name="conditions">Finds conditions in the names of files; null to take their folders.</param>
    /// <returns><see cref="Error.Invalid"/> that names table and line.</returns>
    public static Result<ImportedTest> Read(IReadOnlyList<P808Table> tables, TrialDesign? design, string title, long seed, ConditionPattern? conditions = null)
    {
        var notes = new List<NotCarriedOver>();
        var rows = new List<P808Row>();
        foreach (var table in tables)
            if (Rows(table, rows, notes) is { } wrong) return wrong;
        if (!rows.Exists(row => row.Column == "rating_clips"))
            return new Error.Invalid("p808-no-clips", $"No table has clips under 'rating_clips' ({string.Join(", ", tables.Select(table => table.Name))}). Add the table of the clips to be rated.");
        var asked = design ?? (rows.Exists(row => row.Column == "rating_clips" && row.Other.Length > 0) ? TrialDesign.Dcr : TrialDesign.Acr);
        if (asked is not (TrialDesign.Acr or TrialDesign.P835 or TrialDesign.Dcr or TrialDesign.Ccr))
            return new Error.Invalid("p808-design", $"P.808 has no design {asked}. Use acr, p835, dcr or ccr.");
        return new P808Trials(asked, rows, conditions, notes).Build() is var built && built.TryGet(out var trials, out var error) ? Draft(trials, asked, title, seed, notes) : error;
    }

    private static Error.Invalid? Rows(P808Table table, List<P808Row> rows, List<NotCarriedOver> notes)
    {
        if (!CsvTable.Read(table.Text).TryGet(out var csv, out var error)) return new Error.Invalid(error.Code, $"{table.Name}: {error.Message}");
        foreach (var name in csv.Header.Where(name => !Known.Any(known => known.Clips == name || known.Other == name)))
            notes.Add(new($"{table.Name}: {name}", 1, name is "math" or "pair_a" or "pair_b" or "hearing_test_url" or "hearing_test_ans"
                ? $"The column '{name}' is left out: the headphone screen takes the place of the toolkit's tests of hearing and surroundings."
                : $"The column '{name}' is not known here; it is left out."));
        foreach (var (clips, other) in Known)
        {
            var (first, second) = (csv.Column(clips), csv.Column(other));
            if (first < 0 && second >= 0) return new Error.Invalid("p808-column-missing", $"{table.Name} has a column '{other}', but no '{clips}' that it belongs to. Add it.");
            if (first < 0) continue;
            if (second < 0 && other.EndsWith("_ans", StringComparison.Ordinal))
                return new Error.Invalid("p808-column-missing", $"{table.Name} has a column '{clips}', but no '{other}' with the right answers. Add it.");
            foreach (var (line, cells) in csv.Rows)
            {
                var (clip, value) = (cells[first].Trim(), second < 0 ? "" : cells[second].Trim());
                if (clip.Length == 0 && value.Length > 0) return new Error.Invalid("p808-clip-missing", $"Line {line} of {table.Name} has '{value}' under '{other}', but no clip. Fill the cell under '{clips}', or empty the other.");
                if (clip.Length > 0) rows.Add(new(table.Name, line, clips, clip, value));
            }
        }
        return null;
    }

    private static ImportedTest Draft(P808Trials trials, TrialDesign design, string title, long seed, List<NotCarriedOver> notes)
    {
        var sections = new List<TestSection>();
        if (trials.Training.Count > 0) sections.Add(new TrialSection { Training = true, Order = TrialOrder.Fixed, Trials = trials.Training });
        var rated = trials.Rated.Count(trial => trial.Check is null);
        sections.Add(new TrialSection
        {
            PerListener = Math.Min(ClipsForSession, rated),
            // The toolkit's usual number of votes for a clip.
            Quota = design is TrialDesign.Acr or TrialDesign.P835 ? 10 : 5,
            Trials = trials.Rated,
        });
        return new(new ListeningTestDefinition
        {
            Title = title,
            Notes = "Imported from tables of the P.808 toolkit.",
            Seed = seed,
            Conditions = trials.Conditions,
            Sections = sections,
            Preparation = new() { Align = false, Length = LengthRule.Keep, Loudness = LoudnessRule.Keep, Anchor35 = false, Anchor70 = false },
        }, notes);
    }
}

/// <summary>A clip of a table.</summary>
/// <param name="Other">Its reference or right answer; may be empty.</param>
internal sealed record P808Row(string Table, int Line, string Column, string Clip, string Other)
{
    /// <summary>The right answer as a number.</summary>
    public double? Answer => double.TryParse(Other, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
