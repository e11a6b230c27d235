namespace SpeechScoop.ListeningTests;

/// <summary>Makes the draft of a test of each design from its audio, the way the design's standard asks for.</summary>
public static class TestTemplates
{
    /// <summary>Pairs in a round of an arena, unless told otherwise.</summary>
    public const int PairsInARound = 10;

    /// <summary>The draft. Clips that the material lacks become stimuli without audio, which keep it from being published.</summary>
    /// <returns><see cref="Error.Invalid"/> where the material cannot carry the design: no reference, too few systems.</returns>
    public static Result<ListeningTestDefinition> Create(TrialDesign design, TestMaterial material, TemplateOptions options)
    {
        if (WhatIsMissing(design, material) is { } missing) return missing;
        var trials = TrialTemplates.Of(design, material, options);
        return AnchorStimuli.Apply(new ListeningTestDefinition
        {
            Title = options.Title,
            Language = options.Language,
            Seed = options.Seed,
            Conditions = material.Conditions,
            Sections = [.. Sections(design, trials, options)],
            Preparation = options.Preparation ?? UsualPreparation(design),
        });
    }

    /// <summary>The usual number of trials for practice: two where several stimuli are switched between, one elsewhere.</summary>
    public static int UsualTrainingTrials(TrialDesign design) => design switch
    {
        TrialDesign.Mushra or TrialDesign.Bs1116 => 2,
        TrialDesign.Arena => 0,
        _ => 1,
    };

    /// <summary>Whether the design compares with an original that must be there.</summary>
    public static bool NeedsReference(TrialDesign design) => design is TrialDesign.Mushra or TrialDesign.Bs1116 or TrialDesign.Dcr;

    private static Error.Invalid? WhatIsMissing(TrialDesign design, TestMaterial material)
    {
        if (material.Items.Count == 0) return new Error.Invalid("material-empty", "There is no audio for the test. Choose at least one item.");
        if (NeedsReference(design) && material.Reference is null)
            return new Error.Invalid("reference-missing", $"{Name(design)} compares with a reference, and there is none. Name one of the conditions 'reference', or choose a design without one.");
        if (material.Systems.Count == 0)
            return new Error.Invalid("conditions-missing", "There is nothing to rate but the reference. Add at least one condition.");
        var needed = NeedsTwo(design) ? 2 : 1;
        // A pair may also be a system and the original.
        var there = material.Systems.Count + (design is not TrialDesign.Arena && material.Reference is not null ? 1 : 0);
        return there < needed ? new Error.Invalid("conditions-missing", $"{Name(design)} compares two conditions, and there is only one ({material.Systems[0].Title}). Add another.") : null;
    }

    private static bool NeedsTwo(TrialDesign design) => design is TrialDesign.Ab or TrialDesign.Abx or TrialDesign.Ccr or TrialDesign.Arena;

    private static IEnumerable<TestSection> Sections(TrialDesign design, IReadOnlyList<Trial> trials, TemplateOptions options)
    {
        if (options.Consent) yield return new ConsentSection();
        if (options.Volume) yield return new VolumeSection();
        if (options.Headphones) yield return new HeadphoneSection();
        var training = Math.Min(options.TrainingTrials < 0 ? UsualTrainingTrials(design) : options.TrainingTrials, trials.Count);
        if (training > 0)
            yield return new TrialSection { Training = true, Trials = [.. trials.Take(training).Select(trial => trial with { Id = $"training-{trial.Id}" })] };
        yield return new TrialSection
        {
            Order = options.Order,
            PerListener = options.PerListener ?? (design is TrialDesign.Arena ? PairsInARound : null),
            Quota = options.Quota,
            Repeats = options.Repeats,
            Trials = trials,
        };
    }

    /// <summary>Lengths stay where nothing is switched between; levels always become alike.</summary>
    private static PreparationSettings UsualPreparation(TrialDesign design) => new()
    {
        Length = design is TrialDesign.Mushra or TrialDesign.Bs1116 or TrialDesign.Abx or TrialDesign.Dcr ? LengthRule.Reference : LengthRule.Keep,
        Anchor35 = design is TrialDesign.Mushra,
        Anchor70 = design is TrialDesign.Mushra,
    };

    private static string Name(TrialDesign design) => design switch
    {
        TrialDesign.Bs1116 => "BS.1116",
        TrialDesign.P835 => "P.835",
        TrialDesign.Likert or TrialDesign.Arena or TrialDesign.Transcription => design.ToString(),
        _ => design.ToString().ToUpperInvariant(),
    };
}
