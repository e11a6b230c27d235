using System.Globalization;

namespace SpeechScoop.Recognition;

/// <summary>
/// How well a hypothesis matches its reference, in words and in characters, under one normaliser.
/// </summary>
/// <param name="Words">The alignment of the normalised words.</param>
/// <param name="Characters">
/// Counts of the characters' alignment. A character is a grapheme cluster of the normalised text, single spaces between words included,
/// aligned with the same costs as words.
/// </param>
/// <param name="Normaliser">The profile that both sides went through.</param>
public sealed record TranscriptScore(WordAlignment Words, ErrorCounts Characters, NormaliserProfile Normaliser)
{
    /// <summary>Name of the word metric in measurements.</summary>
    public const string WordMetric = "wer";

    /// <summary>Name of the character metric in measurements.</summary>
    public const string CharacterMetric = "cer";

    /// <summary>Version of both metrics; raised with every change of alignment or counting.</summary>
    public const string MetricVersion = "1";

    /// <summary>Word error rate, from 0; null where only the reference is empty.</summary>
    public double? WordErrorRate => Words.Counts.Rate;

    /// <summary>Character error rate, from 0; null where only the reference is empty.</summary>
    public double? CharacterErrorRate => Characters.Rate;

    /// <summary>What a measurement of these rates stores as its recipe: the normaliser with its hash, and the alignment's costs.</summary>
    public string Recipe => $"normaliser={Normaliser.Name}#{Normaliser.Hash[..12]};alignment=sclite-4-3-3";

    /// <summary>Scores a hypothesis. Alternations <c>{ a / b / @ }</c> in the reference are read as NIST writes them; braces that do not match are text.</summary>
    /// <param name="normaliser">Null for <see cref="NormaliserProfile.Basic"/>.</param>
    public static TranscriptScore Of(string reference, string hypothesis, NormaliserProfile? normaliser = null)
    {
        normaliser ??= NormaliserProfile.Basic;
        if (reference.Contains('{') && ReferenceText.Parse(reference).TryGet(out var marked, out _) && !marked.IsPlain
            && CorpusScoring.Align(new Utterance("", reference, hypothesis), new() { Normaliser = normaliser }).TryGet(out var chosen, out _))
        {
            string[] said = [.. chosen.Tokens.Select(token => token.Reference).OfType<string>()], heard = [.. chosen.Tokens.Select(token => token.Hypothesis).OfType<string>()];
            return new(chosen, WordAlignment.Align(Characters(said), Characters(heard)).Counts, normaliser);
        }
        var (left, right) = normaliser.Words(reference, hypothesis);
        return new(WordAlignment.Align(left, right), WordAlignment.Align(Characters(left), Characters(right)).Counts, normaliser);

        static string[] Characters(string[] words) => [.. Graphemes(string.Join(' ', words))];
    }

    private static IEnumerable<string> Graphemes(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();) yield return elements.GetTextElement();
    }
}
