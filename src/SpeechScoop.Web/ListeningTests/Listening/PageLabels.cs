using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>What stimuli are called on a page, and back.</summary>
internal static class PageLabels
{
    public const string Reference = "reference", X = "X", Volume = "volume";

    /// <summary>The label of a position; in BS.1116 A is the open reference.</summary>
    public static string At(TrialDesign design, int position) => BlindLabels.At(design is TrialDesign.Bs1116 ? position + 1 : position);

    /// <summary>Everything that a trial's page lets hear, the open reference first and ABX's X last.</summary>
    public static IEnumerable<string> All(PlannedPage page, TrialDesign design) =>
    [
        .. StimulusOrder.HasOpenReference(design) ? [Reference] : Array.Empty<string>(), .. page.Stimuli.Select((_, position) => At(design, position)),
        .. page.X is null ? Array.Empty<string>() : [X],
    ];

    /// <summary>The stimulus behind a label; null for none.</summary>
    public static string? Stimulus(PlannedPage page, TrialDesign design, string? label)
    {
        for (var position = 0; position < page.Stimuli.Count; position++)
            if (At(design, position) == label) return page.Stimuli[position];
        return null;
    }

    /// <summary>The label of a stimulus that the page has.</summary>
    public static string Of(PlannedPage page, TrialDesign design, string stimulus)
    {
        for (var position = 0; position < page.Stimuli.Count; position++)
            if (page.Stimuli[position] == stimulus) return At(design, position);
        throw new InvalidOperationException("A stored rating is about a stimulus that its page does not show.");
    }
}
