using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>What a screening profile leaves out, in the words of a paper and with its parameters.</summary>
internal static class ScreeningWords
{
    /// <summary>One phrase for each rule that leaves answers out.</summary>
    public static IEnumerable<string> Of(ScreeningProfile profile) => profile.Rules.Select(Of).OfType<string>();

    private static string? Of(ScreeningRule rule) => FormattableString.Invariant(rule switch
    {
        HiddenReferenceRule known => $"listeners who rated the hidden reference below {known.Below} on more than {100 * known.Share:0.#} % of the items",
        MidAnchorRule known => $"listeners who rated the 7 kHz anchor above {known.Above} on more than {100 * known.Share:0.#} % of the items, not counting items on which more than {100 * known.IndistinctShare:0.#} % of the listeners did",
        AnchorOrderRule known => $"listeners who on any item rated the hidden reference below {known.HiddenReferenceFrom}, or an anchor above what should be better",
        DiffGradeRule known => $"listeners whose difference grades were not significantly below 0 (one-sided t test, {100 * known.Level:0.#} %)",
        TrapRule known => $"sessions with more than {known.WrongAllowed} trapping questions answered wrongly",
        GoldRule known => $"sessions with more than {known.WrongAllowed} gold clips rated off by more than {known.Tolerance}",
        VarianceRule known => $"sessions whose votes had a variance below {known.From}",
        PanelCorrelationRule known => $"listeners whose votes correlated by less than {known.From} with the other listeners' means",
        RepeatConsistencyRule known => $"listeners whose answers to repeated trials differed by more than {100 * known.MaximumDifference:0.#} % of the scale on average",
        HeadphoneRule { RightFrom: { } right } => $"sessions with fewer than {right} right answers in the headphone screen",
        HeadphoneRule => $"sessions that failed the headphone screen",
        DigitsRule { PassSrtDb: { } threshold } => $"sessions with a speech reception threshold above {threshold} dB SNR in the digits-in-noise screen",
        DigitsRule => $"sessions that failed the digits-in-noise screen",
        HearingRule known => $"sessions whose listener reported a hearing other than {known.Wanted}",
        TooFastRule known => $"answers given sooner than {known.MinimumSeconds} s after the page appeared or than {100 * known.ClipFraction:0.#} % of the clip's length, and sessions with more than {100 * known.SessionShare:0.#} % of them",
        NeverPlayedRule known => $"answers about clips that were never played, and sessions with more than {100 * known.SessionShare:0.#} % of them",
        _ => (FormattableString)$"",
    }) is { Length: > 0 } words ? words : null;
}
