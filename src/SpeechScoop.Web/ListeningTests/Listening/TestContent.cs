using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>A definition, ready for look-ups. Never changes.</summary>
internal sealed class TestContent
{
    private readonly Dictionary<string, Trial> trials;

    public TestContent(string testId, ListeningTestDefinition definition)
    {
        (TestId, Definition) = (testId, definition);
        trials = definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).ToDictionary(trial => trial.Id);
    }

    public string TestId { get; }

    public ListeningTestDefinition Definition { get; }

    /// <summary>Null for what a draft had once.</summary>
    public Trial? Trial(string id) => trials.GetValueOrDefault(id);

    /// <summary>Whether a planned page is still what the definition has: a preview of a draft may outlive a change of it.</summary>
    public bool Has(PlannedPage page) => page.Section < Definition.Sections.Count
        && (page.Trial is null
            ? Definition.Sections[page.Section] is not TrialSection
            : Trial(page.Trial) is { } trial && page.Stimuli.All(id => trial.Stimuli.Any(stimulus => stimulus.Id == id)));
}

/// <summary>What of a session never changes, but for more pages at a plan's end.</summary>
internal sealed record SessionContent(string Id, string Key, string TestId, int Number, bool Preview, SessionPlan Plan);
