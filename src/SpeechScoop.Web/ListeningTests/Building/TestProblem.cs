namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>Something about a draft.</summary>
/// <param name="Place">Where: a trial, a section, a setting.</param>
/// <param name="Message">What it is.</param>
/// <param name="Cure">What to do about it.</param>
/// <param name="Severity">Errors keep the test from being published.</param>
internal sealed record TestProblem(string Place, string Message, string Cure, TestProblemSeverity Severity);

/// <summary>How bad a problem is.</summary>
internal enum TestProblemSeverity
{
    Error,
    Warning,
}
