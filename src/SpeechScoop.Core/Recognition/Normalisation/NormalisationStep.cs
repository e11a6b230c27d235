namespace SpeechScoop.Recognition;

/// <summary>What one rule made of a text.</summary>
/// <param name="Group">What kind of difference the rule takes away.</param>
/// <param name="Rule">The rule's description.</param>
/// <param name="Words">The words before (as reference) and after (as hypothesis), aligned. All correct where only white space changed.</param>
public sealed record NormalisationStep(RuleGroup Group, string Rule, IReadOnlyList<AlignedToken> Words);
