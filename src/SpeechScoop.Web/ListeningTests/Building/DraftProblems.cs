using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>What keeps a draft from being published, or should be known before: of its definition, its audio and its preparation.</summary>
internal static class DraftProblems
{
    /// <summary>All problems, errors first.</summary>
    public static IReadOnlyList<DefinitionProblem> Of(ListeningTestDefinition definition, PreparationRecord? record) =>
        [.. DefinitionCheck.Find(definition).Where(problem => problem.Code != "audio-missing").Concat(OfAudio(definition, record)).OrderBy(problem => problem.Severity)];

    private static IEnumerable<DefinitionProblem> OfAudio(ListeningTestDefinition definition, PreparationRecord? record)
    {
        var records = (record?.Trials ?? []).GroupBy(trial => trial.Key).ToDictionary(group => group.Key, group => group.First());
        var titles = definition.Conditions.GroupBy(condition => condition.Id).ToDictionary(group => group.Key, group => group.First().Title);
        // Practice shares the audio of the trials that it comes from: what is found there is said once.
        var said = new HashSet<string>(StringComparer.Ordinal);
        var unprepared = 0;
        foreach (var (place, trial) in definition.Sections.SelectMany((section, s) => section is TrialSection found ? found.Trials.Select((trial, t) => ($"sections[{s}].trials[{t}]", trial)) : []))
        {
            var missing = trial.Stimuli.Where(stimulus => stimulus is { Source: null, Role: StimulusRole.System or StimulusRole.Reference }).ToArray();
            foreach (var stimulus in missing)
                yield return new(ProblemSeverity.Error, place, "audio-missing", $"{trial.Item} has no audio of {titles.GetValueOrDefault(stimulus.Condition, stimulus.Condition)}.",
                    "Add the file, or take the trial out.");
            if (!records.TryGetValue(PreparationRecord.KeyOf(trial, definition.Preparation), out var prepared))
            {
                if (missing.Length == 0) unprepared++;
                continue;
            }
            if (missing.Length > 0 || !said.Add(prepared.Key)) continue;
            foreach (var finding in prepared.Findings.Where(finding => finding.Severity is not FindingSeverity.Info))
                yield return new(finding.Severity is FindingSeverity.Error ? ProblemSeverity.Error : ProblemSeverity.Warning, place, finding.Code,
                    $"{trial.Item}{Subject(trial, finding.Stimulus, titles)}: {finding.Message}", finding.Cure);
        }
        if (unprepared > 0)
            yield return new(ProblemSeverity.Error, "preparation", "audio-unprepared", unprepared == 1 ? "The audio of one trial is not prepared." : $"The audio of {unprepared} trials is not prepared.",
                "Prepare the audio.");
        for (var i = 0; i < definition.Sections.Count; i++)
            if (definition.Sections[i] is DigitsSection { Clips.Count: 0 })
                yield return new(ProblemSeverity.Error, $"sections[{i}]", "digits-unprepared", "The digits in noise are not spoken yet.", "Prepare the audio; an included voice speaks them.");
    }

    /// <summary>Which of a trial's conditions a finding is about; empty for the whole trial.</summary>
    private static string Subject(Trial trial, string? stimulus, Dictionary<string, string> titles) =>
        trial.Stimuli.FirstOrDefault(candidate => candidate.Id == stimulus) is { } found ? $", {titles.GetValueOrDefault(found.Condition, found.Condition)}" : "";
}
