using SpeechScoop.Recognition;

namespace SpeechScoop.SynthesisLab.Failures;

/// <summary>Finds what went wrong in a synthesized take, from its measurements and from what a recognizer heard.</summary>
public static class FailureFinder
{
    /// <summary>All that the evidence shows.</summary>
    /// <param name="take">The evidence.</param>
    /// <param name="rules">Null for <see cref="FailureRules.Default"/>.</param>
    /// <param name="normaliser">What prompt and transcript go through before they are compared; null for <see cref="NormaliserProfile.Basic"/>.</param>
    public static FailureReport Find(TakeEvidence take, FailureRules? rules = null, NormaliserProfile? normaliser = null)
    {
        (rules, normaliser) = (rules ?? FailureRules.Default, normaliser ?? NormaliserProfile.Basic);
        var missing = Missing(take);
        if (SoundFailures.NoSpeech(take, rules) is { } silent) return new([silent], missing, rules.Version);

        var prompt = Words(take.Prompt, take.Prompt, normaliser);
        var found = new List<Failure>();
        found.AddRange(SoundFailures.Silences(take, rules));
        if (take.Transcript is { } transcript)
            found.AddRange(TextFailures.Of(prompt, Words(transcript, take.Prompt, normaliser), take, rules));
        found.AddRange(SoundFailures.Rate(take, rules));
        if (SoundFailures.CutOff(take) is { } cutOff) found.Add(cutOff);
        if (SoundFailures.RepeatedSound(take, prompt, rules) is { } repeated && !found.Any(failure => failure.Kind == FailureKind.Repetition)) found.Add(repeated);
        return new([.. found.OrderBy(failure => failure.Kind)], missing, rules.Version);
    }

    /// <summary>Words, or characters where the prompt's writing does not separate words.</summary>
    private static string[] Words(string text, string prompt, NormaliserProfile normaliser)
    {
        var words = normaliser.Words(text);
        return WordSpaces.Separate(prompt) ? words : [.. words.SelectMany(word => word.EnumerateRunes().Select(rune => rune.ToString()))];
    }

    private static List<string> Missing(TakeEvidence take)
    {
        var missing = new List<string>();
        if (take.Transcript is null)
            missing.Add("Missing, skipped, repeated and foreign words were not looked for: that needs a transcript of the take by a recognizer.");
        if (TakeEvidence.Metrics.Where(metric => take.Of(metric) is null).ToArray() is { Length: > 0 } metrics && take.Of("speech-duration") != 0)
            missing.Add($"Not measured, so that the sound was judged in part only: {string.Join(", ", metrics)}.");
        return missing;
    }
}
