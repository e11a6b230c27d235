using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.ListeningTests.Results.Exports;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>Turns stored results into what pages show.</summary>
internal sealed class ResultsPresenter(SystemAppearance appearance)
{
    public ResultsView Present(StoredResults stored)
    {
        var (test, definition, screening) = (stored.Test, stored.Definition, stored.Screening);
        return new(
            new(test.Id, test.Lineage, test.Version, definition.Title, test.Status, test.Hash, definition.Seed, Designs(definition), test.PublishedAt, test.ClosedAt),
            Conditions(definition),
            new(screening.Profile.Id, screening.Profile.Version, ResultsReader.Usual(definition).Id, [.. ScreeningProfile.Presets.Select(preset => preset.Id)],
                screening.Exclusions, screening.Flags, screening.Kept.Count, stored.Rows.Ratings.Count, screening.Profile.Write()),
            stored.Compute(),
            screening.Exclusions.Count == 0 ? null : stored.ComputeUnscreened(),
            ResultExports.NamesFor(definition),
            $"SpeechScoop {Health.Version}");
    }

    /// <summary>The designs of a test's trials, in their order of appearance.</summary>
    public static TrialDesign[] Designs(ListeningTestDefinition definition) =>
        [.. definition.Sections.OfType<TrialSection>().Where(section => !section.Training).SelectMany(section => section.Trials).Select(trial => trial.Design).Distinct()];

    /// <summary>A system keeps its colour of every page where no other condition has it already; others get the first that is free.</summary>
    private ResultConditionView[] Conditions(ListeningTestDefinition definition)
    {
        var taken = new HashSet<int>();
        var colours = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var condition in definition.Conditions.Where(condition => condition is { Role: StimulusRole.System, SystemId: not null }))
            if (appearance.ColourOf(condition.SystemId!) is var colour && taken.Add(colour)) colours[condition.Id] = colour;
        foreach (var condition in definition.Conditions.Where(condition => condition.Role is StimulusRole.System && !colours.ContainsKey(condition.Id)))
            colours[condition.Id] = Enumerable.Range(0, 64).FirstOrDefault(taken.Add);
        return [.. definition.Conditions.Select(condition => new ResultConditionView(
            condition.Id, condition.Title, condition.Role, condition.SystemId, colours.GetValueOrDefault(condition.Id, -1)))];
    }
}
