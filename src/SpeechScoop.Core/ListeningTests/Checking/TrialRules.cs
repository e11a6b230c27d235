namespace SpeechScoop.ListeningTests;

/// <summary>Rules of one trial.</summary>
internal static class TrialRules
{
    /// <summary>Most signals in a MUSHRA trial, hidden reference and anchors included (ITU-R BS.1534-3).</summary>
    public const int MostSignals = 12;

    private const int MostStimuli = 50;

    public static void Find(ListeningTestDefinition definition, Trial trial, string place, bool forPublishing, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(trial.Id)) problems.Error($"{place}.id", "id-empty", "A trial has no id.", "Give it one, unique in the test.");
        if (string.IsNullOrWhiteSpace(trial.Item)) problems.Error($"{place}.item", "item-empty", $"The trial '{trial.Id}' has no item.", "Name the sentence or recording that its stimuli share.");
        Stimuli(definition, trial, place, forPublishing, problems);
        Count(definition, trial, place, problems);
        ScaleRules.Find(trial, place, definition.Language, problems);
    }

    private static void Stimuli(ListeningTestDefinition definition, Trial trial, string place, bool forPublishing, ProblemList problems)
    {
        problems.Duplicates(trial.Stimuli.Select((stimulus, i) => ($"{place}.stimuli[{i}].id", stimulus.Id)), "stimulus");
        for (var i = 0; i < trial.Stimuli.Count; i++)
        {
            var (stimulus, at) = (trial.Stimuli[i], $"{place}.stimuli[{i}]");
            if (string.IsNullOrWhiteSpace(stimulus.Id)) problems.Error($"{at}.id", "id-empty", $"A stimulus of the trial '{trial.Id}' has no id.", "Give it one, such as that of its condition.");
            if (definition.Conditions.FirstOrDefault(condition => condition.Id == stimulus.Condition) is not { } condition)
                problems.Error($"{at}.condition", "condition-unknown", $"The stimulus '{stimulus.Id}' is of the condition '{stimulus.Condition}', which the test does not have.", "Add the condition, or correct the id.");
            else if (condition.Role != stimulus.Role)
                problems.Error($"{at}.role", "role-differs", $"The stimulus '{stimulus.Id}' has another role than its condition '{condition.Id}'.", "Make both the same.");
            Audio(definition, trial, stimulus, at, forPublishing, problems);
        }
    }

    private static void Audio(ListeningTestDefinition definition, Trial trial, Stimulus stimulus, string at, bool forPublishing, ProblemList problems)
    {
        var made = trial.Design == TrialDesign.Mushra
            && ((stimulus.Role == StimulusRole.Anchor35 && definition.Preparation.Anchor35) || (stimulus.Role == StimulusRole.Anchor70 && definition.Preparation.Anchor70));
        if (stimulus.Source is null && !made)
        {
            var (message, cure) = ($"The stimulus '{stimulus.Id}' of the trial '{trial.Id}' has no audio{(stimulus.Provenance?.File is { } file ? $" ({file})" : "")}.", "Upload it, or take the stimulus out.");
            if (forPublishing) problems.Error($"{at}.source", "audio-missing", message, cure);
            else problems.Warning($"{at}.source", "audio-missing", message, cure);
        }
        else if (forPublishing && stimulus.Clip is null)
        {
            problems.Error($"{at}.clip", "audio-not-prepared", $"The stimulus '{stimulus.Id}' of the trial '{trial.Id}' is not prepared.", "Prepare the test, then publish it.");
        }
        if (trial.Design == TrialDesign.Transcription && trial.Check is null && string.IsNullOrWhiteSpace(stimulus.Transcript))
            problems.Error($"{at}.transcript", "transcript-missing", $"Nobody knows what is said in '{stimulus.Id}' of the trial '{trial.Id}', so answers cannot be scored.", "Enter what is said.");
    }

    private static void Count(ListeningTestDefinition definition, Trial trial, string place, ProblemList problems)
    {
        var (at, count) = ($"{place}.stimuli", trial.Stimuli.Count);
        var references = trial.Stimuli.Count(stimulus => stimulus.Role == StimulusRole.Reference);
        if (StimulusOrder.HasOpenReference(trial.Design) && references != 1)
            problems.Error(at, references == 0 ? "reference-missing" : "reference-twice", $"The trial '{trial.Id}' has {(references == 0 ? "no reference" : $"{references} references")}.", "Give exactly one stimulus the role of the reference.");
        switch (trial.Design)
        {
            case TrialDesign.Mushra:
                Mushra(definition, trial, at, problems);
                break;
            case TrialDesign.Ab or TrialDesign.Abx or TrialDesign.Ccr when count != 2:
                Wrong("exactly two");
                break;
            case TrialDesign.Dcr or TrialDesign.Bs1116 when count != 2:
                Wrong("the reference and one other");
                break;
            case TrialDesign.Acr or TrialDesign.P835 or TrialDesign.Transcription when count != 1:
                Wrong("exactly one");
                break;
            case TrialDesign.Arena when count < 2:
                Wrong("two or more");
                break;
            case TrialDesign.Likert when count is < 1 or > MostStimuli:
                Wrong($"1 to {MostStimuli}");
                break;
        }

        void Wrong(string expected) => problems.Error(at, "stimuli-count", $"The trial '{trial.Id}' has {(count == 1 ? "1 stimulus" : $"{count} stimuli")}; its design takes {expected}.", "Add or take out stimuli, or make several trials of it.");
    }

    private static void Mushra(ListeningTestDefinition definition, Trial trial, string at, ProblemList problems)
    {
        var low = Has(StimulusRole.Anchor35) || definition.Preparation.Anchor35;
        var middle = Has(StimulusRole.Anchor70) || definition.Preparation.Anchor70;
        var signals = trial.Stimuli.Count + (low && !Has(StimulusRole.Anchor35) ? 1 : 0) + (middle && !Has(StimulusRole.Anchor70) ? 1 : 0);
        if (trial.Stimuli.All(stimulus => stimulus.Role != StimulusRole.System))
            problems.Error(at, "stimuli-count", $"The trial '{trial.Id}' has nothing to rate besides reference and anchors.", "Add one stimulus or more.");
        if (signals > MostSignals)
            problems.Error(at, "mushra-too-many", $"The trial '{trial.Id}' has {signals} signals, hidden reference and anchors included; ITU-R BS.1534-3 allows {MostSignals}.", "Split it into two trials with the same reference and anchors.");
        if (!low || !middle)
            problems.Warning(at, "anchor-missing", $"The trial '{trial.Id}' lacks the {(low ? "7 kHz" : middle ? "3.5 kHz" : "3.5 and the 7 kHz")} anchor, which ITU-R BS.1534-3 demands.", "Let preparation make it, or report that the test is no MUSHRA test of the standard.");

        bool Has(StimulusRole role) => trial.Stimuli.Any(stimulus => stimulus.Role == role);
    }
}
