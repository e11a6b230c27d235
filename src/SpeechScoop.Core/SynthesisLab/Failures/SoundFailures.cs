using System.Globalization;
using System.Text;
using SpeechScoop.Recognition;

namespace SpeechScoop.SynthesisLab.Failures;

/// <summary>What measurements of the sound show, whatever was said.</summary>
internal static class SoundFailures
{
    /// <summary>No speech at all.</summary>
    public static Failure? NoSpeech(TakeEvidence take, FailureRules rules) =>
        take.Of("speech-duration") is { } speech && speech < rules.LeastSpeechSeconds
            ? new(FailureKind.Silence, FailureSeverity.Severe, Text($"The clip has {speech:0.00} s of speech{Of(take.Of("duration"))}."))
            : null;

    /// <summary>Long silences before, in and after the speech.</summary>
    public static IEnumerable<Failure> Silences(TakeEvidence take, FailureRules rules)
    {
        foreach (var (metric, what) in new[] { ("leading-silence", "before the first word"), ("longest-pause", "between words"), ("trailing-silence", "after the last word") })
        {
            if (take.Of(metric) is { } seconds && seconds >= rules.LongestPauseSeconds)
                yield return new(FailureKind.Silence, FailureSeverity.Minor, Text($"There are {seconds:0.0} s of silence {what}."));
        }
    }

    /// <summary>The clip stops in a sound.</summary>
    public static Failure? CutOff(TakeEvidence take) => take.Of("sudden-cut-off") is > 0
        ? new(FailureKind.SuddenCutOff, FailureSeverity.Minor, "The clip ends in the middle of a sound, without fading or silence.")
        : null;

    /// <summary>
    /// Too little or too much speech for the text. Too little counts only where no recognizer listened: one that heard every word knows better.
    /// </summary>
    public static IEnumerable<Failure> Rate(TakeEvidence take, FailureRules rules)
    {
        var letters = Letters(take.Prompt, rules);
        if (letters == 0 || take.Of("speech-duration") is not { } speech || speech <= 0) yield break;
        var rate = letters / speech;
        var (fewest, most) = WordSpaces.Separate(take.Prompt) ? (rules.FewestLettersPerSecond, rules.MostLettersPerSecond) : (rules.FewestCharactersPerSecond, rules.MostCharactersPerSecond);
        var evidence = Text($"{speech:0.0} s of speech for {letters} letters are {rate:0.0} a second; voices say {fewest:0.#} to {most:0.#}.");
        if (rate > most && take.Transcript is null) yield return new(FailureKind.Truncation, FailureSeverity.Severe, evidence);
        if (rate < fewest && speech >= rules.ShortestForRate) yield return new(FailureKind.Babble, FailureSeverity.Minor, evidence);
    }

    /// <summary>The same sound twice, where the text has no words twice.</summary>
    public static Failure? RepeatedSound(TakeEvidence take, string[] prompt, FailureRules rules) =>
        take.Of("self-repetition") is { } seconds && seconds >= rules.RepeatedSoundSeconds && !RepeatedWords.RepeatsItself(prompt)
            ? new(FailureKind.Repetition, FailureSeverity.Minor, Text($"A passage of {seconds:0.0} s sounds twice; the text does not repeat itself."))
            : null;

    /// <summary>Letters of the text; a digit counts for several, since it is spoken as a word.</summary>
    private static int Letters(string text, FailureRules rules) =>
        text.EnumerateRunes().Sum(rune => Rune.IsDigit(rune) ? rules.LettersPerDigit : Rune.IsLetter(rune) ? 1 : 0);

    private static string Of(double? duration) => duration is { } seconds ? Text($" in {seconds:0.0} s") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
