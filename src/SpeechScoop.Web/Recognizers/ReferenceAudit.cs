using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers;

/// <summary>A stretch of a reference where several systems agree with each other and not with it: perhaps the reference is wrong.</summary>
/// <param name="Reference">What the reference has there.</param>
/// <param name="Heard">What the systems agree on; empty where they agree that nothing was said.</param>
/// <param name="Before">Up to three reference words before it.</param>
/// <param name="After">Up to three after it.</param>
/// <param name="Systems">Titles of those that agree.</param>
internal sealed record AuditSpan(string ItemId, string Key, bool HasAudio, string Before, string Reference, string Heard, string After, IReadOnlyList<string> Systems);

/// <summary>Finds such stretches over a board's common items, those that most systems agree on first.</summary>
internal static class ReferenceAudit
{
    private const int Context = 3;

    public static Result<IReadOnlyList<AuditSpan>> Of(Board board, ScoringOptions options, int agree, int limit)
    {
        var spans = new List<AuditSpan>();
        foreach (var item in board.Common)
        {
            // Of each system: the place in the reference of each stretch of errors, and what it has there.
            var found = new Dictionary<(int From, int To, string Heard), List<int>>();
            var words = Array.Empty<string>();
            foreach (var system in board.Ranked)
            {
                if (!CorpusScoring.Align(new(item.Id, item.Reference, board.Systems[system].Hypothesis(item.Id)!), options).TryGet(out var alignment, out var error)) return error;
                words = [.. alignment.Tokens.Select(token => token.Reference).OfType<string>()];
                foreach (var stretch in Stretches(alignment.Tokens))
                {
                    if (!found.TryGetValue(stretch, out var systems)) found[stretch] = systems = [];
                    systems.Add(system);
                }
            }
            spans.AddRange(found.Where(pair => pair.Value.Count >= agree).Select(pair => new AuditSpan(
                item.Id, item.Key, item.HasAudio, string.Join(' ', words[Math.Max(0, pair.Key.From - Context)..pair.Key.From]), string.Join(' ', words[pair.Key.From..pair.Key.To]), pair.Key.Heard,
                string.Join(' ', words[pair.Key.To..Math.Min(words.Length, pair.Key.To + Context)]), [.. pair.Value.Select(system => board.Systems[system].Title)])));
        }
        return Result<IReadOnlyList<AuditSpan>>.Ok([.. spans.OrderByDescending(span => span.Systems.Count).Take(limit)]);
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
