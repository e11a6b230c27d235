using System.Globalization;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>Collects findings.</summary>
internal sealed class PreparationNotes
{
    private readonly List<PreparationFinding> findings = [];

    /// <summary>Whether the trial cannot be used.</summary>
    public bool HasErrors => findings.Any(finding => finding.Severity == FindingSeverity.Error);

    /// <summary>Errors first; within a severity in the order in which they were found.</summary>
    public IReadOnlyList<PreparationFinding> Findings => [.. findings.OrderByDescending(finding => finding.Severity)];

    /// <summary>The trial cannot be used.</summary>
    public void Error(string code, string? stimulus, FormattableString message, string cure) => Add(FindingSeverity.Error, code, stimulus, message, cure);

    /// <summary>A reader of the results should know.</summary>
    public void Warn(string code, string? stimulus, FormattableString message, string cure) => Add(FindingSeverity.Warning, code, stimulus, message, cure);

    /// <summary>Worth knowing.</summary>
    public void Tell(string code, string? stimulus, FormattableString message) => Add(FindingSeverity.Info, code, stimulus, message, "");

    private void Add(FindingSeverity severity, string code, string? stimulus, FormattableString message, string cure) =>
        findings.Add(new PreparationFinding(severity, code, stimulus, message.ToString(CultureInfo.InvariantCulture), cure));
}
