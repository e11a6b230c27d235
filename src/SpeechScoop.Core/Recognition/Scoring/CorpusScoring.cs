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
            var counts = words.Operations is { } operations ? Tally(operations) : Count(counter, words.Reference, words.Hypothesis, options.Alignment);
            scores[i] = new(utterance.Id, utterance.Cluster, counts with { Correct = counts.Correct + words.Omitted.Length, Omitted = words.Omitted.Length },
                options.Characters ? Characters(counter, words.Reference, words.Hypothesis, options.Alignment) : default);
        }
        return new CorpusScore(scores, options);
    }

    /// <summary>One utterance's alignment under a recipe, as a diff shows it.</summary>
    public static Result<WordAlignment> Align(Utterance utterance, ScoringOptions options) =>
        Words(utterance, options).Select(words => (words.Operations is { } operations
            ? WordAlignment.Of(words.Reference, words.Hypothesis, operations) : WordAlignment.Align(words.Reference, words.Hypothesis, options.Alignment)).With(words.Omitted));

    private static ErrorCounts Tally(EditOperation[] operations)
    {
        Span<int> counts = stackalloc int[4];
        foreach (var operation in operations) counts[(int)operation]++;
        return new(counts[0], counts[1], counts[2], counts[3]);
    }

    /// <summary>The words to align; with their alignment where choosing the reading gave it.</summary>
    private static Result<(string[] Reference, string[] Hypothesis, OmittedWord[] Omitted, EditOperation[]? Operations)> Words(Utterance utterance, ScoringOptions options)
    {
        var profile = options.Normaliser;
        if (options is { Alternations: false, OptionalWords: false } || utterance.Reference.AsSpan().IndexOfAny('{', '}', '(') < 0) return Plain();
        if (!ReferenceText.Parse(options.Alternations ? utterance.Reference : WithoutBraces(utterance.Reference), options.OptionalWords).TryGet(out var reference, out var error))
            return new Error.Invalid(error.Code, $"{utterance.Id}: {error.Message}");
        if (reference.IsPlain) return Plain();
        var hypothesis = profile.Words(utterance.Hypothesis);
        if (ReferenceNetwork.Align(reference.Parts, profile.Words, hypothesis) is { } aligned)
        {
            var isFinal = profile.PairRules.Count == 0 && options.Alignment is AlignmentPolicy.Sclite;
            return (aligned.Words, Paired(aligned.Words), aligned.Omitted, isFinal ? aligned.Operations : null);
        }
        var chosen = ReferenceChoice.Of(reference.Parts, profile.Words, hypothesis);
        return (chosen.Words, Paired(chosen.Words), chosen.Omitted, null);

        string[] Paired(string[] words) => profile.PairRules.Aggregate(hypothesis, (paired, rule) => rule.Apply(words, paired));

        Result<(string[], string[], OmittedWord[], EditOperation[]?)> Plain()
        {
            var (left, right) = profile.Words(utterance.Reference, utterance.Hypothesis);
            return (left, right, [], null);
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
