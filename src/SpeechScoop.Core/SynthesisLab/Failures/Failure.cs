namespace SpeechScoop.SynthesisLab.Failures;

/// <summary>Something that went wrong in a take.</summary>
/// <param name="Kind">What.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Evidence">A sentence with the words or figures that say so.</param>
public sealed record Failure(FailureKind Kind, FailureSeverity Severity, string Evidence);

/// <summary>What was found in a take, and what could not be looked for.</summary>
/// <param name="Failures">By kind; a kind may occur more than once.</param>
/// <param name="NotLookedFor">Sentences: what could not be judged, and what it needs.</param>
/// <param name="Rules">Version of the rules.</param>
public sealed record FailureReport(IReadOnlyList<Failure> Failures, IReadOnlyList<string> NotLookedFor, string Rules)
{
    /// <summary>Ids of the kinds that occur, each once.</summary>
    public IReadOnlyList<string> Kinds { get; } = [.. Failures.Select(failure => failure.Kind.Id()).Distinct()];
}
