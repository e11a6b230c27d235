namespace SpeechScoop.Recognition;

/// <summary>How transcripts are scored; with the versions of its parts it is the recipe of every number.</summary>
public sealed record ScoringOptions
{
    /// <summary>Applied to both sides.</summary>
    public NormaliserProfile Normaliser { get; init; } = NormaliserProfile.Basic;

    /// <summary>Costs and preferences.</summary>
    public AlignmentPolicy Alignment { get; init; }

    /// <summary>Whether <c>{ a / b / @ }</c> in a reference is an alternation.</summary>
    public bool Alternations { get; init; } = true;

    /// <summary>Whether <c>(word)</c> in a reference may be missing.</summary>
    public bool OptionalWords { get; init; }

    /// <summary>Whether characters are counted too, which takes longer.</summary>
    public bool Characters { get; init; } = true;

    /// <summary>What a measurement stores: normaliser with hash, alignment, and what is read as a mark. Plain scoring has the recipe of live trials.</summary>
    public string Recipe =>
        $"normaliser={Normaliser.Name}#{Normaliser.Hash[..12]};alignment={(Alignment is AlignmentPolicy.Sclite ? "sclite-4-3-3" : "jiwer-1-1-1")}{(OptionalWords ? ";optional-words" : "")}";
}
