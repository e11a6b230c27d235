using System.Globalization;
using System.Text.Json.Serialization;

namespace SpeechScoop.ListeningTests;

/// <summary>One rule of a profile, with its parameters. The set is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HiddenReferenceRule), HiddenReferenceRule.Kind)]
[JsonDerivedType(typeof(MidAnchorRule), MidAnchorRule.Kind)]
[JsonDerivedType(typeof(OutlierRule), OutlierRule.Kind)]
[JsonDerivedType(typeof(AnchorOrderRule), AnchorOrderRule.Kind)]
[JsonDerivedType(typeof(DiffGradeRule), DiffGradeRule.Kind)]
[JsonDerivedType(typeof(TrapRule), TrapRule.Kind)]
[JsonDerivedType(typeof(GoldRule), GoldRule.Kind)]
[JsonDerivedType(typeof(VarianceRule), VarianceRule.Kind)]
[JsonDerivedType(typeof(PanelCorrelationRule), PanelCorrelationRule.Kind)]
[JsonDerivedType(typeof(HeadphoneRule), HeadphoneRule.Kind)]
[JsonDerivedType(typeof(DigitsRule), DigitsRule.Kind)]
[JsonDerivedType(typeof(HearingRule), HearingRule.Kind)]
[JsonDerivedType(typeof(TooFastRule), TooFastRule.Kind)]
[JsonDerivedType(typeof(NeverPlayedRule), NeverPlayedRule.Kind)]
[JsonDerivedType(typeof(RepeatConsistencyRule), RepeatConsistencyRule.Kind)]
public abstract record ScreeningRule
{
    /// <summary>Every rule with its usual parameters: what profiles are put together from.</summary>
    public static IReadOnlyList<ScreeningRule> Usual { get; } =
    [
        new HiddenReferenceRule(), new MidAnchorRule(), new AnchorOrderRule(), new DiffGradeRule(), new TrapRule(), new GoldRule(), new VarianceRule(), new PanelCorrelationRule(),
        new RepeatConsistencyRule(), new HeadphoneRule(), new DigitsRule(), new HearingRule(), new TooFastRule(), new NeverPlayedRule(), new OutlierRule(),
    ];

    /// <summary>Whether the rule needs the other listeners: it then sees what the rules about single listeners kept.</summary>
    internal virtual bool ComparesWithPanel => false;

    /// <summary>What the rule finds.</summary>
    internal abstract IEnumerable<ScreeningFinding> Find(ScreeningInput input);

    /// <summary>A sentence about a parameter out of range; null where all are right.</summary>
    internal abstract string? Problem();

    /// <summary>Whether more than a share of all did; exact at the border, where 0.15 · 20 must not come out as 2.9999….</summary>
    protected static bool MoreThan(double share, int some, int all) => some - (share * all) > 1e-9;

    /// <summary>Culture-free text.</summary>
    protected static string Text(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A share in percent with at most one decimal, such as <c>15 %</c>.</summary>
    protected static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A sentence if a parameter lies outside its range.</summary>
    protected static string? Range(string kind, string name, double value, double minimum, double maximum) =>
        value >= minimum && value <= maximum ? null : Text($"{kind}: {name} is {value}; use {minimum} to {maximum}.");
}
