using SpeechScoop.Recognition;

namespace SpeechScoop.SynthesisLab.Failures;

/// <summary>
/// What the words heard show. Recognizers err too, mostly by putting one word for another: so words are counted net, in stretches between words
/// that agree, and a word that stands for another is neither missing nor extra.
/// </summary>
internal static class TextFailures
{
    /// <summary>A stretch of the alignment without a correct word.</summary>
    private sealed record Stretch(string[] Wanted, string[] Heard, string? Before, bool Last)
    {
        /// <summary>Words of the text for which nothing was heard.</summary>
        public int Missing => Wanted.Length - Heard.Length;

        /// <summary>Words heard for which there is none in the text.</summary>
        public int Extra => -Missing;

        public string Place => Before is null ? "at the beginning" : $"after “{Before}”";
    }

    /// <summary>The failures.</summary>
    /// <param name="prompt">Words of the text.</param>
    /// <param name="heard">Words of the transcript.</param>
    /// <param name="take">For the sound's part in it.</param>
    /// <param name="rules">Thresholds.</param>
    public static IEnumerable<Failure> Of(string[] prompt, string[] heard, TakeEvidence take, FailureRules rules)
    {
        if (prompt.Length == 0) yield break;
        if (heard.Length == 0)
        {
            yield return new(FailureKind.Babble, FailureSeverity.Severe, "No word was recognized, though there is sound.");
            yield break;
        }
        var (rest, passages) = RepeatedWords.Collapse(heard, prompt, rules.SameWordInARow);
        foreach (var passage in passages)
            yield return new(FailureKind.Repetition, Severity(passage.Words.Split(' ').Length * (passage.Times - 1), prompt, rules), $"“{Short(passage.Words)}” was heard {passage.Times} times in a row.");

        var alignment = WordAlignment.Align(prompt, rest);
        if (alignment.Counts.Correct < rules.LeastShareOfText * rest.Length || alignment.Counts.Correct == 0)
        {
            yield return new(FailureKind.Babble, FailureSeverity.Severe, $"Of {rest.Length} words heard, {alignment.Counts.Correct} are of the text: “{Short(string.Join(' ', rest))}”.");
            yield break;
        }
        foreach (var stretch in Stretches(alignment))
        {
            var enough = !stretch.Last ? rules.SkippedWords : take.Of("sudden-cut-off") is > 0 ? rules.MissingWordsAtCutOff : rules.MissingWordsAtEnd;
            if (stretch.Missing >= enough) yield return MissingWords(stretch, prompt, rules);
            else if (stretch.Extra >= rules.ExtraWords) yield return ExtraWords(stretch, prompt, rules);
        }
    }

    private static Failure MissingWords(Stretch stretch, string[] prompt, FailureRules rules) => new(
        stretch.Last ? FailureKind.Truncation : FailureKind.SkippedWords,
        Severity(stretch.Missing, prompt, rules),
        $"{Count(stretch.Missing)} of {prompt.Length} {(stretch.Missing == 1 ? "is" : "are")} missing {(stretch.Last ? "at the end, " : "")}{stretch.Place}: “{Short(string.Join(' ', stretch.Wanted))}”{Instead(stretch.Heard)}.");

    private static Failure ExtraWords(Stretch stretch, string[] prompt, FailureRules rules)
    {
        var known = stretch.Heard.Count(word => prompt.Contains(word, StringComparer.Ordinal));
        var repeated = known >= rules.RepeatedShare * stretch.Heard.Length;
        return new(
            repeated ? FailureKind.Repetition : FailureKind.Babble,
            Severity(stretch.Extra, prompt, rules),
            $"{Count(stretch.Extra)} too many {(repeated ? "from other places of the text " : "")}{stretch.Place}: “{Short(string.Join(' ', stretch.Heard))}”.");
    }

    private static IEnumerable<Stretch> Stretches(WordAlignment alignment)
    {
        var (wanted, heard) = (new List<string>(), new List<string>());
        string? before = null;
        foreach (var token in alignment.Tokens)
        {
            if (token.Operation != EditOperation.Correct)
            {
                if (token.Reference is { } word) wanted.Add(word);
                if (token.Hypothesis is { } other) heard.Add(other);
                continue;
            }
            // Where the first missing word is the next one found, the found one may as well stand before the gap: so gaps come together.
            if (heard.Count == 0 && wanted.Count > 0 && wanted[0] == token.Reference)
            {
                wanted.RemoveAt(0);
                wanted.Add(token.Reference);
                before = token.Reference;
                continue;
            }
            if (wanted.Count + heard.Count > 0) yield return new([.. wanted], [.. heard], before, Last: false);
            wanted.Clear();
            heard.Clear();
            before = token.Reference;
        }
        if (wanted.Count + heard.Count > 0) yield return new([.. wanted], [.. heard], before, Last: true);
    }

    private static FailureSeverity Severity(int words, string[] prompt, FailureRules rules) =>
        words >= rules.SevereShare * prompt.Length ? FailureSeverity.Severe : FailureSeverity.Minor;

    private static string Count(int words) => words == 1 ? "1 word" : $"{words} words";

    private static string Instead(string[] heard) => heard.Length == 0 ? "" : $"; heard instead: “{Short(string.Join(' ', heard))}”";

    /// <summary>At most some words, so that evidence stays a sentence.</summary>
    private static string Short(string words) => words.Length <= 80 ? words : $"{words[..78].TrimEnd()} …";
}
