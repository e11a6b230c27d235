namespace SpeechScoop.ListeningTests;

/// <summary>Finds what is wrong with a definition: all of it at once, so that an experimenter can repair it in one go.</summary>
public static class DefinitionCheck
{
    private const int LongestTitle = 200;

    /// <summary>Checks a definition.</summary>
    /// <param name="definition">A draft, however incomplete.</param>
    /// <param name="forPublishing">Whether audio must be there and prepared; in a draft, missing audio is a warning.</param>
    /// <returns>In the order of the definition; empty where all is well.</returns>
    public static IReadOnlyList<DefinitionProblem> Find(ListeningTestDefinition definition, bool forPublishing = false)
    {
        var problems = new ProblemList();
        if (string.IsNullOrWhiteSpace(definition.Title)) problems.Error("title", "title-empty", "The test has no title.", "Give it one; listeners see it.");
        else if (definition.Title.Length > LongestTitle)
            problems.Error("title", "title-too-long", $"The title has {definition.Title.Length} characters.", $"Shorten it to {LongestTitle}; put the rest into the notes.");
        if (!StandardScales.Languages.Contains(definition.Language))
            problems.Error("language", "language-unknown", $"There is no listener's page in the language '{definition.Language}'.", $"Use one of {string.Join(", ", StandardScales.Languages)}.");
        Conditions(definition, problems);
        Finish(definition, problems);
        Preparation(definition.Preparation, problems);
        Sections(definition, forPublishing, problems);
        return problems.Found;
    }

    private static void Conditions(ListeningTestDefinition definition, ProblemList problems)
    {
        problems.Duplicates(definition.Conditions.Select((condition, i) => ($"conditions[{i}].id", condition.Id)), "condition");
        for (var i = 0; i < definition.Conditions.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(definition.Conditions[i].Id)) problems.Error($"conditions[{i}].id", "id-empty", "A condition has no id.", "Give it one, such as codec-a.");
            if (string.IsNullOrWhiteSpace(definition.Conditions[i].Title))
                problems.Error($"conditions[{i}].title", "title-empty", $"The condition '{definition.Conditions[i].Id}' has no title.", "Give it the name that results should show.");
        }
    }

    private static void Finish(ListeningTestDefinition definition, ProblemList problems)
    {
        Redirect("finish.redirect", definition.Finish.Redirect);
        Redirect("finish.screenedOutRedirect", definition.Finish.ScreenedOutRedirect);
        if (definition.Finish.Redirect?.Contains("{code}", StringComparison.Ordinal) == true && string.IsNullOrEmpty(definition.Finish.CompletionCode))
            problems.Warning("finish.redirect", "code-missing", "The redirect names {code}, but there is no completion code.", "Enter the code that the recruiting service gave you, or take {code} out.");
        if (definition.Rules.ListenerParameter is { } parameter && !definition.Rules.Parameters.Contains(parameter))
            problems.Error("rules.listenerParameter", "parameter-unknown", $"Listeners are told apart by the URL parameter '{parameter}', which is not kept.", $"Add '{parameter}' to the kept parameters, or choose one of them.");
        if (definition.Rules.MaximumSessions is < 1)
            problems.Error("rules.maximumSessions", "number-too-small", $"No more than {definition.Rules.MaximumSessions} sessions are allowed.", "Allow 1 or more, or leave it empty for no limit.");

        void Redirect(string place, string? address)
        {
            // What stands in braces is replaced later; for looking at the address it is any text.
            if (string.IsNullOrEmpty(address)) return;
            var filled = address.Replace('{', 'x').Replace('}', 'x');
            if (!Uri.TryCreate(filled, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0 || address[..Math.Min(address.Length, uri.GetLeftPart(UriPartial.Authority).Length)].Contains('{', StringComparison.Ordinal))
                problems.Error(place, "redirect-not-http", $"'{address}' is no absolute http or https address with a fixed host.", "Enter the whole address, beginning with https://.");
        }
    }

    private static void Preparation(PreparationSettings settings, ProblemList problems)
    {
        if (settings.SampleRate is < 8000 or > 192_000)
            problems.Error("preparation.sampleRate", "rate-out-of-range", $"A sample rate of {settings.SampleRate} Hz cannot be played.", "Use 8000 to 192000 Hz, or leave it empty for the sources' highest.");
        if (!(settings.TargetLufs is >= -70 and <= 0))
            problems.Error("preparation.targetLufs", "loudness-out-of-range", "The target loudness must be from -70 to 0 LUFS.", "Use -26 (speech) or -23 (EBU R 128).");
    }

    private static void Sections(ListeningTestDefinition definition, bool forPublishing, ProblemList problems)
    {
        var trials = definition.Sections.SelectMany((section, s) => section is TrialSection found ? found.Trials.Select((trial, t) => (Place: $"sections[{s}].trials[{t}]", trial.Id)) : []).ToList();
        problems.Duplicates(trials.Select(trial => ($"{trial.Place}.id", trial.Id)), "trial");
        var fields = definition.Sections.SelectMany((section, s) => section is QuestionnaireSection found ? found.Fields.Select((field, f) => ($"sections[{s}].fields[{f}].name", field.Name)) : []);
        problems.Duplicates(fields, "field");
        if (!definition.Sections.OfType<TrialSection>().Any(section => !section.Training && section.Trials.Count > 0))
            problems.Error("sections", "no-trials", "The test asks nothing: no section has trials that count.", "Add a section with trials that is not practice.");
        var rated = false;
        for (var s = 0; s < definition.Sections.Count; s++)
        {
            var place = $"sections[{s}]";
            switch (definition.Sections[s])
            {
                case TrialSection section:
                    TrialSectionRules.Find(definition, section, place, forPublishing, problems);
                    if (section.Training && rated) problems.Warning(place, "practice-late", "Practice comes after trials that count.", "Move it before them.");
                    rated |= !section.Training;
                    break;
                case QuestionnaireSection section:
                    QuestionRules.Find(section, place, problems);
                    break;
                case HeadphoneSection section:
                    QuestionRules.Find(section, place, problems);
                    break;
                case DigitsSection section:
                    QuestionRules.Find(section, place, problems);
                    if (definition.Language != "en")
                        problems.Warning(place, "digits-in-english", "The digits are spoken in English, whatever the test's language.", "Keep it only for listeners who know English digits well.");
                    break;
                case VolumeSection section:
                    if (!(section.DefaultVolume is >= 0 and <= 1))
                        problems.Error($"{place}.defaultVolume", "volume-out-of-range", "The level at the start must be from 0 to 1.", "Use 0.5.");
                    break;
                case ConsentSection { Text.Length: 0 }:
                    problems.Warning(place, "consent-empty", "The consent page says only that listeners hear recordings, answer questions and may stop at any time.", "Write who asks, what is stored and whom to turn to, as your ethics board wants it.");
                    break;
                case TextSection section when section.Title.Length == 0 && section.Text.Length == 0:
                    problems.Warning(place, "text-empty", "A page of text is empty.", "Write something on it, or take it out.");
                    break;
            }
        }
    }
}
