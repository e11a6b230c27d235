using SpeechScoop.ListeningTests;

namespace SpeechScoop.Comparisons;

/// <summary>What a row of a comparison stands for: a version of a system with settings, the hidden reference, or an anchor.</summary>
/// <param name="Role">What the stimulus was for.</param>
/// <param name="SystemId">Null unless the role is a system.</param>
/// <param name="Version">Version of the system's pack; null where it was not noted.</param>
/// <param name="Settings">What was set for this output beyond the system's own settings.</param>
public sealed record Condition(StimulusRole Role, string? SystemId, string? Version, ConditionSettings Settings)
{
    /// <summary>The condition of one of the original's stand-ins.</summary>
    public static Condition Of(StimulusRole role) => new(role, null, null, ConditionSettings.None);

    /// <summary>
    /// A stable id: <c>system</c>, <c>system@version</c> or <c>system@version?settings</c>; the role's name for reference and anchors.
    /// </summary>
    /// <param name="withVersion">Whether several versions of the system are being compared.</param>
    public string Id(bool withVersion) => Role is not StimulusRole.System
        ? Role.Id()
        : SystemId + (withVersion ? $"@{Version ?? "unknown"}" : "") + (Settings.Text.Length > 0 ? $"?{Settings.Text}" : "");
}
