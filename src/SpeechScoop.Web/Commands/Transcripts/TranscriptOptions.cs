using System.CommandLine;
using SpeechScoop.Recognition;
using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Web.Commands.Transcripts;

/// <summary>The options that all verbs over transcripts share.</summary>
internal sealed class TranscriptOptions
{
    public Option<string[]> Reference { get; } = new("--ref", "-r") { Description = "What was said: a file, or a folder of files, in any known format.", Required = true, AllowMultipleArgumentsPerToken = true };

    public Option<string> Normaliser { get; } = new("--normalizer", "--normaliser", "-n") { Description = $"Applied to both sides: {string.Join(", ", NormaliserProfile.All.Select(profile => profile.Id))}.", DefaultValueFactory = _ => NormaliserProfile.Basic.Id };

    public Option<AlignmentPolicy> Alignment { get; } = new("--alignment") { Description = "Costs and tie-breaking: sclite (substitution 4, deletion and insertion 3) or jiwer (all 1)." };

    public Option<string?> Format { get; } = new("--format", "-f") { Description = $"Of both sides; found by name and content if not given: {string.Join(", ", TranscriptFormats.All.Select(format => format.Id))}." };

    public Option<string?> ReferenceFormat { get; } = new("--ref-format") { Description = "Of the references alone." };

    public Option<string?> HypothesisFormat { get; } = new("--hyp-format") { Description = "Of the hypotheses alone." };

    public Option<string?> Field { get; } = new("--field") { Description = "The column, JSON member or TextGrid tier that holds the hypothesis, such as pred_text_modelA." };

    public Option<string?> ReferenceField { get; } = new("--ref-field") { Description = "The column, JSON member or tier that holds the reference. Default: text." };

    public Option<bool> OptionalWords { get; } = new("--optional-words", "-D") { Description = "A word in parentheses in the reference may be missing without an error." };

    public Option<bool> Json { get; } = CommandOutput.JsonOption();

    /// <summary>How transcripts are scored.</summary>
    public Result<ScoringOptions> Scoring(ParseResult parsed) => NormaliserProfile.Find(parsed.GetValue(Normaliser)!).Select(profile => new ScoringOptions
    {
        Normaliser = profile,
        Alignment = parsed.GetValue(Alignment),
        OptionalWords = parsed.GetValue(OptionalWords),
    });

    /// <summary>Reads the references.</summary>
    public Result<TranscriptDocument> ReadReference(ParseResult parsed) =>
        TranscriptFiles.Read(parsed.GetValue(Reference)!, new(TranscriptRole.Reference, parsed.GetValue(ReferenceFormat) ?? parsed.GetValue(Format), parsed.GetValue(ReferenceField)));

    /// <summary>Reads hypotheses.</summary>
    public Result<TranscriptDocument> ReadHypothesis(ParseResult parsed, IReadOnlyList<string> paths) =>
        TranscriptFiles.Read(paths, new(TranscriptRole.Hypothesis, parsed.GetValue(HypothesisFormat) ?? parsed.GetValue(Format), parsed.GetValue(Field)));
}
