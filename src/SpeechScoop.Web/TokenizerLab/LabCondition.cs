using SpeechScoop.Comparisons;
using SpeechScoop.Inference.Tokenization;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>A system with settings, as the laboratory shows it.</summary>
/// <param name="Id">The same as in comparisons and listening tests.</param>
/// <param name="Phrase">The settings in words; empty for none.</param>
/// <param name="Title">System and settings.</param>
internal sealed record LabCondition(string Id, SystemReference System, string? Version, string Phrase, string Title)
{
    /// <summary>The id of an output's condition.</summary>
    public static string IdOf(RunOutput output) =>
        new Condition(StimulusRole.System, output.SystemId, output.SystemVersion, ConditionSettings.Read(output.Settings)).Id(withVersion: false);

    /// <summary>The condition of an output.</summary>
    public static LabCondition Of(RunItemOutput output, SystemAppearance appearance, Reconstructors reconstructors)
    {
        var phrase = reconstructors.Find(output.SystemId).TryGet(out var known, out _) && known.Options.FirstOrDefault(option => option.Settings == output.Settings) is { } option
            ? option.Phrase
            : string.Join(", ", ConditionSettings.Read(output.Settings).Phrases);
        var system = new SystemReference(output.SystemId, output.SystemTitle, appearance.ColourOf(output.SystemId));
        return new(IdOf(output), system, output.SystemVersion, phrase, phrase.Length == 0 ? system.Title : $"{system.Title}, {phrase}");
    }
}
