using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>What keeps a draft from being published, or should be known before.</summary>
internal static class DraftProblems
{
    /// <summary>All problems, errors first.</summary>
    public static IReadOnlyList<TestProblem> Of(ListeningTestDefinition definition, PreparationRecord? record) =>
        [.. OfAudio(definition, record).OrderBy(problem => problem.Severity)];

    private static IEnumerable<TestProblem> OfAudio(ListeningTestDefinition definition, PreparationRecord? record)
    {
        var records = (record?.Trials ?? []).GroupBy(trial => trial.Key).ToDictionary(group => group.Key, group => group.First());
        var titles = definition.Conditions.GroupBy(condition => condition.Id).ToDictionary(group => group.Key, group => group.First().Title);
        var unprepared = 0;
        foreach (var trial in definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials))
        {
            var missing = trial.Stimuli.Where(stimulus => stimulus is { Source: null, Role: StimulusRole.System or StimulusRole.Reference }).ToArray();
            foreach (var stimulus in missing)
                yield return new(trial.Id, $"{trial.Item} has no audio of {titles.GetValueOrDefault(stimulus.Condition, stimulus.Condition)}.",
                    "Add the file, or take the trial or the stimulus out.", TestProblemSeverity.Error);
            if (!records.TryGetValue(PreparationRecord.KeyOf(trial, definition.Preparation), out var prepared))
            {
                if (missing.Length == 0) unprepared++;
                continue;
            }
            foreach (var finding in prepared.Findings.Where(finding => finding.Severity is not FindingSeverity.Info))
                yield return new(finding.Stimulus is null ? trial.Id : $"{trial.Id} / {finding.Stimulus}", finding.Message, finding.Cure,
                    finding.Severity is FindingSeverity.Error ? TestProblemSeverity.Error : TestProblemSeverity.Warning);
        }
        if (unprepared > 0)
            yield return new("preparation", unprepared == 1 ? "The audio of one trial is not prepared." : $"The audio of {unprepared} trials is not prepared.",
                "Prepare the audio.", TestProblemSeverity.Error);
    }
}
