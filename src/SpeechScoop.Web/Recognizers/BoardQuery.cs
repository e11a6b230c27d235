using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers;

/// <summary>What a board compares, and how: read from the address, so that a board can be linked to.</summary>
/// <param name="Datasets">Ids of datasets; all that recognizers ran over where none is named.</param>
/// <param name="Systems">Ids of conditions to rank; all where none is named.</param>
/// <param name="Options">Normaliser and alignment.</param>
/// <param name="Slice">Rows of the crown map: <c>dataset</c>, <c>language</c>, <c>speaker</c>, <c>length</c>, or <c>attribute:NAME</c>.</param>
/// <param name="Corrected">Whether references are corrected where adjudicators chose what the systems heard.</param>
internal sealed record BoardQuery(IReadOnlyList<string> Datasets, IReadOnlyList<string> Systems, ScoringOptions Options, string Slice, bool Corrected = false)
{
    private static readonly string[] Slices = ["dataset", "language", "speaker", "length"];

    /// <summary>Lists are separated by commas.</summary>
    public static Result<BoardQuery> Read(string? datasets, string? systems, string? normaliser, string? alignment, string? slice, string? references)
    {
        if (!NormaliserProfile.Find(normaliser is { Length: > 0 } ? normaliser : NormaliserProfile.Fair.Id).TryGet(out var profile, out var error)) return error;
        var policy = AlignmentPolicy.Sclite;
        if (alignment is { Length: > 0 } && (!Enum.TryParse(alignment, ignoreCase: true, out policy) || !Enum.IsDefined(policy)))
            return new Error.Invalid("unknown-alignment", $"alignment is '{alignment}'. Use sclite or jiwer.");
        slice = slice is { Length: > 0 } ? slice : "dataset";
        if (!Slices.Contains(slice) && !(slice.StartsWith("attribute:", StringComparison.Ordinal) && slice.Length > "attribute:".Length))
            return new Error.Invalid("unknown-slice", $"slice is '{slice}'. Use {string.Join(", ", Slices)}, or attribute:NAME.");
        if (references is not (null or "" or "delivered" or "corrected"))
            return new Error.Invalid("unknown-references", $"references is '{references}'. Use delivered, or corrected for references corrected by adjudication.");
        return new BoardQuery(Split(datasets), Split(systems), new() { Normaliser = profile, Alignment = policy }, slice, references is "corrected");
    }

    private static string[] Split(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
