using System.Globalization;

namespace SpeechScoop.Recognition;

/// <summary>Scores many utterances with one recipe.</summary>
public static class CorpusScoring
{
    /// <summary>Scores all utterances.</summary>
    /// <returns><see cref="Error.Invalid"/> for a reference whose braces do not match, naming the utterance. Nothing is scored then.</returns>
    public static Result<CorpusScore> Score(IReadOnlyList<Utterance> utterances, ScoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        ArgumentNullException.ThrowIfNull(options);
        var scores = new UtteranceScore[utterances.Count];
        var counter = new AlignmentCounter();
        for (var i = 0; i < scores.Length; i++)
        {
            var utterance = utterances[i];
            if (!Words(utterance, options).TryGet(out var words, out var error)) return error;
            if (options.Alignment is AlignmentPolicy.Jiwer && (long)words.Reference.Length * words.Hypothesis.Length > LevenshteinPath.MostCells)
                return new Error.Invalid("utterance-too-long",
                    $"{utterance.Id}: {words.Reference.Length} words against {words.Hypothesis.Length} are too many for jiwer's alignment. Use sclite's, which takes hours of speech, or score segments.");
            var counts = Count(counter, words.Reference, words.Hypothesis, options.Alignment);
            scores[i] = new(utterance.Id, utterance.Cluster, counts with { Correct = counts.Correct + words.OptionalMissing },
                options.Characters ? Characters(counter, words.Reference, words.Hypothesis, options.Alignment) : default);
        }
        return new CorpusScore(scores, options);
    }

    /// <summary>One utterance's alignment under a recipe, as a diff shows it.</summary>
    public static Result<WordAlignment> Align(Utterance utterance, ScoringOptions options) =>
        Words(utterance, options).Select(words => WordAlignment.Align(words.Reference, words.Hypothesis, options.Alignment));

    private static Result<(string[] Reference, string[] Hypothesis, int OptionalMissing)> Words(Utterance utterance, ScoringOptions options)
    {
        var profile = options.Normaliser;
        if (options is { Alternations: false, OptionalWords: false } || utterance.Reference.AsSpan().IndexOfAny('{', '}', '(') < 0) return Plain();
        if (!ReferenceText.Parse(options.Alternations ? utterance.Reference : WithoutBraces(utterance.Reference), options.OptionalWords).TryGet(out var reference, out var error))
            return new Error.Invalid(error.Code, $"{utterance.Id}: {error.Message}");
        if (reference.IsPlain) return Plain();
        var hypothesis = profile.Words(utterance.Hypothesis);
        var chosen = ReferenceChoice.Of(reference.Parts, profile.Words, hypothesis);
        foreach (var rule in profile.PairRules) hypothesis = rule.Apply(chosen.Words, hypothesis);
        return (chosen.Words, hypothesis, chosen.OptionalMissing);

        Result<(string[], string[], int)> Plain()
        {
            var (left, right) = profile.Words(utterance.Reference, utterance.Hypothesis);
            return (left, right, 0);
        }
    }

    private static string WithoutBraces(string text) => text.Replace('{', ' ').Replace('}', ' ');

    private static ErrorCounts Count(AlignmentCounter counter, string[] reference, string[] hypothesis, AlignmentPolicy policy) =>
        policy is AlignmentPolicy.Sclite ? counter.Count(reference, hypothesis) : WordAlignment.Align(reference, hypothesis, policy).Counts;

    private static ErrorCounts Characters(AlignmentCounter counter, string[] reference, string[] hypothesis, AlignmentPolicy policy) =>
        Count(counter, Graphemes(reference), Graphemes(hypothesis), policy);

    private static string[] Graphemes(string[] words)
    {
        var graphemes = new List<string>();
        for (var elements = StringInfo.GetTextElementEnumerator(string.Join(' ', words)); elements.MoveNext();) graphemes.Add(elements.GetTextElement());
        return [.. graphemes];
    }
}
