using SpeechScoop.Recognition;
using SpeechScoop.Web.Recognizers.Adjudications;

namespace SpeechScoop.Web.Recognizers;

/// <summary>A stretch of a reference where several systems agree with each other and not with it: perhaps the reference is wrong.</summary>
/// <param name="Item">Place among the board's common items.</param>
/// <param name="From">First normalised reference word in it.</param>
/// <param name="To">The word after the last.</param>
/// <param name="Reference">What the reference has there.</param>
/// <param name="Heard">What the systems agree on; empty where they agree that nothing was said.</param>
/// <param name="Before">Up to three reference words before it.</param>
/// <param name="After">Up to three after it.</param>
/// <param name="Systems">Titles of those that agree.</param>
internal sealed record AuditSpan(
    int Item, int From, int To, string ItemId, string Key, bool HasAudio, string Before, string Reference, string Heard, string After, IReadOnlyList<string> Systems)
{
    /// <summary>Where it stands in the reference as delivered; null where it cannot be judged.</summary>
    public ReferencePlace? Place { get; init; }

    /// <summary>How it was judged; null where nobody has.</summary>
    public Votes? Votes { get; init; }
}

/// <summary>Finds such stretches over a board's common items, those that most systems agree on first.</summary>
internal static class ReferenceAudit
{
    /// <summary>Stretches that are kept at most.</summary>
    public const int Most = 500;

    /// <summary>Systems that must agree at least: one alone is no doubt.</summary>
    public const int FewestAgreeing = 2;

    private const int Context = 3;

    public static Result<IReadOnlyList<AuditSpan>> Of(Board board, ScoringOptions options, int agree)
    {
        var spans = new List<AuditSpan>();
        for (var i = 0; i < board.Common.Count; i++)
        {
            if (!OfItem(board, options, agree, i).TryGet(out var found, out var error)) return error;
            spans.AddRange(found);
            // Of very many, those that most systems agree on stay.
            if (spans.Count > 4 * Most) spans = [.. spans.OrderByDescending(span => span.Systems.Count).Take(Most)];
        }
        return Result<IReadOnlyList<AuditSpan>>.Ok([.. spans.OrderByDescending(span => span.Systems.Count).Take(Most)
            .Select(span => span with { Place = ReferencePlace.Find(board.Common[span.Item].Reference, options.Normaliser, span.From, span.To, span.Heard) })]);
    }

    private static Result<List<AuditSpan>> OfItem(Board board, ScoringOptions options, int agree, int place)
    {
        var item = board.Common[place];
        // Of each system: the place in the reference of each stretch of errors, and what it has there.
        var found = new Dictionary<(int From, int To, string Heard), List<int>>();
        var words = Array.Empty<string>();
        foreach (var system in board.Ranked)
        {
            if (!CorpusScoring.Align(board.Utterance(system, place), options).TryGet(out var alignment, out var error)) return error;
            words = [.. alignment.Tokens.Select(token => token.Reference).OfType<string>()];
            foreach (var stretch in Stretches(alignment.Tokens))
            {
                if (!found.TryGetValue(stretch, out var systems)) found[stretch] = systems = [];
                systems.Add(system);
            }
        }
        return found.Where(pair => pair.Value.Count >= agree).Select(pair => new AuditSpan(
            place, pair.Key.From, pair.Key.To, item.Id, item.Key, item.HasAudio, string.Join(' ', words[Math.Max(0, pair.Key.From - Context)..pair.Key.From]),
            string.Join(' ', words[pair.Key.From..pair.Key.To]), pair.Key.Heard, string.Join(' ', words[pair.Key.To..Math.Min(words.Length, pair.Key.To + Context)]),
            [.. pair.Value.Select(system => board.Systems[system].Title)])).ToList();
    }

    private static IEnumerable<(int From, int To, string Heard)> Stretches(IReadOnlyList<AlignedToken> tokens)
    {
        var place = 0;
        for (var i = 0; i < tokens.Count;)
        {
            if (tokens[i].Operation is EditOperation.Correct)
            {
                place++;
                i++;
                continue;
            }
            var (from, heard) = (place, new List<string>());
            for (; i < tokens.Count && tokens[i].Operation is not EditOperation.Correct; i++)
            {
                if (tokens[i].Reference is not null) place++;
                if (tokens[i].Hypothesis is { } word) heard.Add(word);
            }
            yield return (from, place, string.Join(' ', heard));
        }
    }
}
