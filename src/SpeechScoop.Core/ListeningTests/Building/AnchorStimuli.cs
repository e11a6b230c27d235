namespace SpeechScoop.ListeningTests;

/// <summary>Anchors of MUSHRA trials: made by preparation, as the settings ask for.</summary>
public static class AnchorStimuli
{
    private static readonly StimulusRole[] Anchors = [StimulusRole.Anchor35, StimulusRole.Anchor70];

    /// <summary>
    /// Gives every MUSHRA trial the anchors that the preparation makes, and takes away those that it makes no longer. Anchors that
    /// came as audio of their own stay.
    /// </summary>
    public static ListeningTestDefinition Apply(ListeningTestDefinition definition)
    {
        var sections = definition.Sections.Select(section => section is TrialSection trials
            ? trials with { Trials = [.. trials.Trials.Select(trial => trial.Design is TrialDesign.Mushra ? Apply(trial, definition.Preparation) : trial)] }
            : section).ToArray();
        var used = sections.OfType<TrialSection>().SelectMany(section => section.Trials).SelectMany(trial => trial.Stimuli).Select(stimulus => stimulus.Condition).ToHashSet(StringComparer.Ordinal);
        var conditions = definition.Conditions.Where(condition => !Anchors.Any(anchor => anchor.Id() == condition.Id) || used.Contains(condition.Id)).ToList();
        foreach (var role in Anchors)
            if (used.Contains(role.Id()) && conditions.All(condition => condition.Id != role.Id())) conditions.Add(new TestCondition(role.Id(), role.Title(), role));
        return definition with { Sections = sections, Conditions = conditions };
    }

    private static Trial Apply(Trial trial, PreparationSettings settings)
    {
        var stimuli = trial.Stimuli.Where(stimulus => stimulus.Source is not null || !IsAnchor(stimulus.Role)).ToList();
        foreach (var role in Anchors)
        {
            var wanted = role is StimulusRole.Anchor35 ? settings.Anchor35 : settings.Anchor70;
            if (!wanted || stimuli.Any(stimulus => stimulus.Role == role)) continue;
            var made = trial.Stimuli.FirstOrDefault(stimulus => stimulus.Role == role);
            stimuli.Add(made ?? new Stimulus { Id = role.Id(), Condition = role.Id(), Role = role });
        }
        return trial with { Stimuli = stimuli };
    }

    private static bool IsAnchor(StimulusRole role) => role is StimulusRole.Anchor35 or StimulusRole.Anchor70;
}
