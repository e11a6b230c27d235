namespace SpeechScoop.ListeningTests;

/// <summary>Something wrong with a definition.</summary>
/// <param name="Severity">Whether it keeps the test from being published.</param>
/// <param name="Place">Where, as a path in the JSON: <c>sections[2].trials[0].stimuli</c>; empty for the whole.</param>
/// <param name="Code">A stable name in kebab case.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Cure">What to do about it.</param>
public sealed record DefinitionProblem(ProblemSeverity Severity, string Place, string Code, string Message, string Cure);

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>The test cannot be published.</summary>
    Error,

    /// <summary>It can, but the result may be worth less, or something may have been forgotten.</summary>
    Warning,
}

/// <summary>Collects problems.</summary>
internal sealed class ProblemList
{
    private readonly List<DefinitionProblem> found = [];

    public IReadOnlyList<DefinitionProblem> Found => found;

    public void Error(string place, string code, string message, string cure) => found.Add(new(ProblemSeverity.Error, place, code, message, cure));

    public void Warning(string place, string code, string message, string cure) => found.Add(new(ProblemSeverity.Warning, place, code, message, cure));

    /// <summary>Reports each value that comes more than once.</summary>
    public void Duplicates(IEnumerable<(string Place, string Id)> ids, string what)
    {
        foreach (var twice in ids.GroupBy(row => row.Id).Where(group => group.Count() > 1))
            Error(twice.Skip(1).First().Place, "id-twice", $"The {what} '{twice.Key}' comes {twice.Count()} times, first at {twice.First().Place}.", $"Give each {what} another id.");
    }
}
