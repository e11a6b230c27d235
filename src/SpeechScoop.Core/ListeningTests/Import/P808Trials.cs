namespace SpeechScoop.ListeningTests;

/// <summary>
/// Rows of the P.808 toolkit's tables as trials. A clip's condition is what a pattern finds in its file's name; without a pattern, the last folder
/// of its address where the clips to be rated come from several folders; else all are of one. The file's name is the item, without what the pattern found.
/// </summary>
internal sealed class P808Trials(TrialDesign design, IReadOnlyList<P808Row> rows, ConditionPattern? pattern, List<NotCarriedOver> notes)
{
    private const string Practice = "practice";

    private readonly HashSet<string> ids = [];
    private readonly Dictionary<string, TestCondition> systems = [];
    private readonly HashSet<string> conditionIds = ["reference"];
    private readonly bool byFolder = pattern is null && rows.Where(row => row.Column == "rating_clips").Select(row => Folder(row.Clip)).Distinct().Count() > 1;

    public List<Trial> Training { get; } = [];

    /// <summary>Those that count, and traps and gold clips.</summary>
    public List<Trial> Rated { get; } = [];

    public IReadOnlyList<TestCondition> Conditions => NeedsReference ? [new("reference", "Reference", StimulusRole.Reference), .. systems.Values] : [.. systems.Values];

    private bool NeedsReference => design is TrialDesign.Dcr or TrialDesign.Ccr;

    public Result<P808Trials> Build()
    {
        foreach (var row in rows)
        {
            if (row.Column.EndsWith("g_clips", StringComparison.Ordinal) && row.Column != "trapping_clips")
            {
                if (NeedsReference && row.Other.Length == 0)
                    return new Error.Invalid("p808-reference-missing", $"Line {row.Line} of {row.Table} names no reference for {row.Clip}, which {design.ToString().ToUpperInvariant()} compares with. Fill the cell, or choose the design acr.");
                if (!NeedsReference && row.Other.Length > 0) notes.Add(new($"{row.Table}: {row.Column}", row.Line, $"The reference {row.Other} is left out: the design compares with none."));
                var isRated = row.Column == "rating_clips";
                if (Condition(row) is not { } condition)
                {
                    if (isRated)
                        return new Error.Invalid("p808-no-condition", $"Line {row.Line} of {row.Table}: the condition pattern does not match '{ConditionPattern.NameOf(row.Clip)}'. Correct the pattern, or the name.");
                    condition = Practice;
                }
                (isRated ? Rated : Training).Add(Make(row, isRated ? "" : "training-", Named(condition), row.Other));
            }
            else if (Check(row) is { } error)
            {
                return error;
            }
        }
        return this;
    }

    private Error.Invalid? Check(P808Row row)
    {
        var trap = row.Column == "trapping_clips";
        if (NeedsReference && !trap)
        {
            notes.Add(new($"{row.Table}: gold_clips", row.Line, $"The gold clip {row.Clip} is left out: the tables name no reference for it."));
            return null;
        }
        if (row.Answer is null && !NeedsReference)
            return new Error.Invalid("p808-answer", $"Line {row.Line} of {row.Table} has '{row.Other}' as the right answer to {row.Clip}. Write a number, such as 2.");
        // The toolkit's keys: traps of DCR (4 or 5) and CCR (-1, 0 or 1) compare a clip with itself; P.835 looks at the overall scale.
        var check = (design, trap) switch
        {
            (TrialDesign.Dcr, _) => new TrialCheck(CheckKind.Trap, 5, 1),
            (TrialDesign.Ccr, _) => new TrialCheck(CheckKind.Trap, 0, 1),
            (_, true) => new TrialCheck(CheckKind.Trap, row.Answer!.Value, 0, design == TrialDesign.P835 ? "ovrl" : null),
            _ => new TrialCheck(CheckKind.Gold, row.Answer!.Value, 1, design == TrialDesign.P835 ? "ovrl" : null),
        };
        Rated.Add(Make(row, trap ? "trap-" : "gold-", Named("checks"), row.Clip) with { Check = check });
        return null;
    }

    private Trial Make(P808Row row, string prefix, TestCondition condition, string reference)
    {
        var item = Identifiers.From(ItemOf(row.Clip));
        var rated = new Stimulus { Id = condition.Id, Condition = condition.Id, Provenance = new() { File = row.Clip } };
        return new()
        {
            Id = Identifiers.Unique($"{prefix}{((byFolder || pattern is not null) && prefix.Length == 0 ? $"{condition.Id}-" : "")}{item}", ids),
            Design = design,
            Item = item,
            Stimuli = NeedsReference
                ? [new() { Id = "reference", Condition = "reference", Role = StimulusRole.Reference, Provenance = new() { File = reference } }, rated]
                : [rated],
            Options = new() { Loop = false, Waveform = false, MustPlay = PlayRule.ToTheEnd },
        };
    }

    /// <summary>The name of a clip's condition; null where the pattern finds none.</summary>
    private string? Condition(P808Row row) => pattern is not null ? pattern.Find(row.Clip)?.Name : byFolder ? Folder(row.Clip) : "clips";

    private TestCondition Named(string name)
    {
        if (systems.TryGetValue(name, out var known)) return known;
        return systems[name] = new(Identifiers.Unique(Identifiers.From(name), conditionIds), name.Length > 0 ? name : "clips");
    }

    private static string[] Parts(string clip) => clip.Split('?')[0].Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Folder(string clip) => Parts(clip) is [.., var folder, _] ? folder : "";

    private string ItemOf(string clip)
    {
        var file = ConditionPattern.NameOf(clip);
        if (pattern?.Find(clip) is { Rest.Length: > 0 } named) file = named.Rest;
        return file.LastIndexOf('.') is > 0 and var dot ? file[..dot] : file;
    }
}
