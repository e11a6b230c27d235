namespace SpeechScoop.Recognition;

/// <summary>One stage of a <see cref="FormattingWaterfall"/>.</summary>
/// <param name="Group">What was taken away in this stage; null for the text as it came.</param>
/// <param name="Counts">Errors that are left, over all utterances.</param>
public sealed record WaterfallStage(RuleGroup? Group, ErrorCounts Counts);

/// <summary>
/// Formatting or hearing? The errors of one system before any normalisation and after each kind of rule of a profile, applied one after the other: what goes
/// away is formatting, what stays was misheard. The count of reference words may change with each stage, as a rule divides or drops words.
/// </summary>
public static class FormattingWaterfall
{
    /// <summary>Computes the stages. Rules of one kind that follow each other are one stage.</summary>
    /// <param name="utterances">Reference and hypothesis of each utterance.</param>
    /// <param name="profile">The profile to take apart.</param>
    public static IReadOnlyList<WaterfallStage> Of(IReadOnlyList<(string Reference, string Hypothesis)> utterances, NormaliserProfile profile)
    {
        var texts = utterances.Select(pair => (pair.Reference, pair.Hypothesis)).ToArray();
        var stages = new List<WaterfallStage> { new(null, Count(texts, [])) };
        foreach (var stage in Stages(profile.Rules))
        {
            for (var i = 0; i < texts.Length; i++)
                foreach (var rule in stage.Rules) texts[i] = (rule.Apply(texts[i].Reference), rule.Apply(texts[i].Hypothesis));
            stages.Add(new(stage.Group, Count(texts, [])));
        }
        if (profile.PairRules.Count > 0) stages.Add(new(profile.PairRules[0].Group, Count(texts, profile.PairRules)));
        return stages;
    }

    private static IEnumerable<(RuleGroup Group, List<TextRule> Rules)> Stages(IReadOnlyList<TextRule> rules)
    {
        for (var i = 0; i < rules.Count;)
        {
            var group = rules[i].Group;
            var stage = rules.Skip(i).TakeWhile(rule => rule.Group == group).ToList();
            yield return (group, stage);
            i += stage.Count;
        }
    }

    private static ErrorCounts Count((string Reference, string Hypothesis)[] texts, IReadOnlyList<PairRule> pairRules)
    {
        var sum = default(ErrorCounts);
        foreach (var (reference, hypothesis) in texts)
        {
            var (left, right) = (Split(reference), Split(hypothesis));
            foreach (var rule in pairRules) right = rule.Apply(left, right);
            sum += WordAlignment.Align(left, right).Counts;
        }
        return sum;
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
