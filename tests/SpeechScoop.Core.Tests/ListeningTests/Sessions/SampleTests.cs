using SpeechScoop.ListeningTests;

namespace SpeechScoop.Tests.ListeningTests;

/// <summary>Small tests for planners.</summary>
internal static class SampleTests
{
    public static ListeningTestDefinition Of(long seed, params TestSection[] sections) => new()
    {
        Title = "Codecs",
        Seed = seed,
        Conditions =
        [
            new("reference", "Reference", StimulusRole.Reference), new("anchor35", "3.5 kHz", StimulusRole.Anchor35), new("anchor70", "7 kHz", StimulusRole.Anchor70),
            new("a", "A"), new("b", "B"), new("c", "C"),
        ],
        Sections = sections,
    };

    public static TrialSection Trials(params Trial[] trials) => new() { Trials = trials };

    public static Trial Acr(string condition, string item) => Of(TrialDesign.Acr, item, condition) with { Id = $"{condition}-{item}" };

    public static Trial Of(TrialDesign design, string item, params string[] conditions) => new()
    {
        Id = $"{design}-{item}", Design = design, Item = item,
        Stimuli = [.. conditions.Select(id => new Stimulus { Id = id, Condition = id, Source = new string('0', 64), Role = id switch
        {
            "reference" => StimulusRole.Reference, "anchor35" => StimulusRole.Anchor35, "anchor70" => StimulusRole.Anchor70, _ => StimulusRole.System,
        } })],
    };

    /// <summary>Every condition (<c>a b c</c> …) on every item (<c>1 2 3</c> …), one stimulus a page.</summary>
    public static Trial[] AllAcr(int conditions, int items) =>
        [.. from condition in Enumerable.Range(0, conditions) from item in Enumerable.Range(1, items) select Acr(((char)('a' + condition)).ToString(), $"{item}")];
}
