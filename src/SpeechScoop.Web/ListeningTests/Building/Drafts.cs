using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>Makes and changes drafts, and turns them into published tests.</summary>
internal sealed class Drafts(ListeningTestStore tests, ClipLibrary clips, TimeProvider time)
{
    private const int MaximumTitleLength = 200;

    /// <summary>Stores a new draft.</summary>
    public async Task<Result<ListeningTest>> CreateAsync(ListeningTestDefinition definition)
    {
        if (Refuses(definition) is { } error) return error;
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString();
        return await tests.CreateAsync(new ListeningTest
        {
            Id = id,
            Lineage = id,
            Version = 1,
            Title = definition.Title,
            Definition = DefinitionJson.Write(PreparationRecord.Apply(null, AnchorStimuli.Apply(definition))),
            Status = ListeningTestStatus.Draft,
            CreatedAt = now,
            ChangedAt = now,
        });
    }

    /// <summary>Replaces a draft's definition. Trials whose audio was not touched stay prepared.</summary>
    public async Task<Result<ListeningTest>> SaveAsync(string id, ListeningTestDefinition definition)
    {
        if (Refuses(definition) is { } refused) return refused;
        if (!(await tests.FindAsync(id)).TryGet(out var test, out var error)) return error;
        var changed = PreparationRecord.Apply(PreparationRecord.Read(test.Report), AnchorStimuli.Apply(definition));
        return await tests.SaveDraftAsync(id, changed.Title, DefinitionJson.Write(changed), test.Report, time.GetUtcNow());
    }

    /// <summary>Stores what preparation made, on the definition as it is by now.</summary>
    public async Task<Result<ListeningTest>> SavePreparedAsync(string id, PreparationRecord record)
    {
        if (!(await tests.FindAsync(id)).TryGet(out var test, out var error)) return error;
        var prepared = PreparationRecord.Apply(record, TestReader.Definition(test));
        return await tests.SaveDraftAsync(id, prepared.Title, DefinitionJson.Write(prepared), record.Write(), time.GetUtcNow());
    }

    /// <summary>Freezes a draft and opens it to listeners.</summary>
    /// <returns>Its problems where it has errors; nothing changed then.</returns>
    public async Task<(Result<ListeningTest> Test, IReadOnlyList<DefinitionProblem> Problems)> PublishAsync(string id)
    {
        if (!(await tests.FindAsync(id)).TryGet(out var test, out var error)) return (error, []);
        if (test.Status is not ListeningTestStatus.Draft)
            return (new Error.Conflict("test-published", $"The test \"{test.Title}\" is published already, with the hash {test.Hash}. Make a new version to change it."), []);
        var definition = TestReader.Definition(test);
        DefinitionProblem[] problems = [.. DraftProblems.Of(definition, PreparationRecord.Read(test.Report)), .. MissingFiles(definition)];
        if (problems.Count(problem => problem.Severity is ProblemSeverity.Error) is > 0 and var errors)
            return (new Error.Conflict("test-has-problems", $"The test cannot be published yet: {problems[0].Message} {problems[0].Cure}{(errors > 1 ? $" There are {errors - 1} more problems." : "")}"), problems);
        return (await tests.PublishAsync(id, DefinitionJson.Hash(definition), test.Definition, time.GetUtcNow()), problems);
    }

    private IEnumerable<DefinitionProblem> MissingFiles(ListeningTestDefinition definition) => definition.Sections.OfType<TrialSection>()
        .SelectMany(section => section.Trials).SelectMany(trial => trial.Stimuli.Select(stimulus => (trial, stimulus)))
        .Where(pair => pair.stimulus.Clip is { } clip && clips.PathOf(clip).Error is not null)
        .Select(pair => new DefinitionProblem(ProblemSeverity.Error, pair.trial.Id, "audio-gone", $"The prepared audio of {pair.stimulus.Condition} in {pair.trial.Item} is gone from the data folder.",
            "Restore the folder 'audio' from a backup."))
        .Concat(definition.Sections.OfType<DigitsSection>().SelectMany(section => section.Clips.Values).Where(clip => clips.PathOf(clip).Error is not null).Take(1)
            .Select(_ => new DefinitionProblem(ProblemSeverity.Error, "sections", "audio-gone", "The digits that were spoken are gone from the data folder.", "Restore the folder 'audio' from a backup.")));

    private static Error.Invalid? Refuses(ListeningTestDefinition definition)
    {
        if (HasHoles(definition)) return new Error.Invalid("definition-null", "A list of the definition holds null. Take it out.");
        return definition.Title.Trim().Length is 0 or > MaximumTitleLength
            ? new Error.Invalid("test-title", $"The test's title has {definition.Title.Trim().Length} characters. Give it one of 1 to {MaximumTitleLength}.")
            : null;
    }

    /// <summary>JSON may hold null where C# promises that there is none.</summary>
    private static bool HasHoles(ListeningTestDefinition definition)
    {
        static bool Hole<T>(IReadOnlyList<T> list) where T : class => list.Any(element => element is null);
        if (definition.Sections.OfType<DigitsSection>().Any(section => section.Clips is null)) return true;
        return Hole(definition.Conditions) || Hole(definition.Sections) || Hole(definition.Rules.Parameters)
            || definition.Sections.OfType<QuestionnaireSection>().Any(section => Hole(section.Fields) || section.Fields.Any(field => Hole(field.Choices)))
            || definition.Sections.OfType<TrialSection>().Any(section => Hole(section.Trials)
                || section.Trials.Any(trial => Hole(trial.Stimuli) || Hole(trial.Scales) || trial.Scales.Any(scale => Hole(scale.Points))));
    }
}
