using SpeechScoop.Storage.Recognizers;

namespace SpeechScoop.Web.Recognizers.Adjudications;

/// <summary>Judgements of references as tables, and beside the stretches that they are about.</summary>
internal sealed class JudgementTables(AdjudicationStore store)
{
    /// <summary>Adds to each stretch how it was judged; those that nobody judged, or that cannot be judged, stay without votes.</summary>
    public async Task<Result<IReadOnlyList<AuditSpan>>> WithVotesAsync(IReadOnlyList<AuditSpan> spans)
    {
        if (!(await store.NewestAsync()).TryGet(out var newest, out var error)) return error;
        var votes = newest.GroupBy(each => (each.ItemId, each.FromWord, each.ToWord, each.Reading)).ToDictionary(group => group.Key, group => Votes.Of([.. group]));
        return Result<IReadOnlyList<AuditSpan>>.Ok([.. spans.Select(span => span.Place is { } place && votes.TryGetValue((span.ItemId, place.FromWord, place.ToWord, place.Reading), out var found) ? span with { Votes = found } : span)]);
    }

    /// <summary>Stretches in question, with the votes on each.</summary>
    public async Task<Result<BoardTable>> AuditAsync(Board board, IReadOnlyList<AuditSpan> spans)
    {
        if (!(await WithVotesAsync(spans)).TryGet(out var judged, out var error)) return error;
        return new BoardTable("Where systems agree against the reference",
            ["dataset", "item", "before", "reference", "heard_instead", "after", "systems", "can_be_judged", "votes_systems", "votes_reference", "votes_neither", "corrects_the_reference"],
            [.. judged.Select(span => (object?[])[
                board.SliceOf(board.Common[span.Item], "dataset"), span.Key, span.Before, span.Reference, span.Heard, span.After, string.Join(", ", span.Systems), span.Place is not null, span.Votes?.Systems,
                span.Votes?.Reference, span.Votes?.Neither, span.Votes?.Corrects,
            ])]);
    }

    /// <summary>Every judgement about a board's recordings, those replaced by a newer one of the same listener too.</summary>
    /// <param name="delivered">The board with the references as delivered.</param>
    public async Task<Result<BoardTable>> JudgementsAsync(Board delivered)
    {
        if (!(await store.AllAsync()).TryGet(out var all, out var error)) return error;
        var items = delivered.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var newest = all.GroupBy(each => (each.ItemId, each.FromWord, each.ToWord, each.Reading, each.Listener)).Select(group => group.MaxBy(each => each.CreatedAt)!.Id).ToHashSet(StringComparer.Ordinal);
        return new BoardTable("Judgements of references",
            ["judgement", "dataset", "item", "from_word", "to_word", "reference", "reading_of_the_systems", "choice", "listener", "reference_shown_first", "judged_at", "counts"],
            [.. all.Where(each => items.ContainsKey(each.ItemId)).Select(each => (object?[])[
                each.Id, delivered.SliceOf(items[each.ItemId], "dataset"), items[each.ItemId].Key, each.FromWord, each.ToWord, Stretch(items[each.ItemId].Reference, each), each.Reading,
                each.Choice.ToString().ToLowerInvariant(), each.Listener, each.ReferenceFirst, each.CreatedAt, newest.Contains(each.Id),
            ])]);
    }

    private static string Stretch(string reference, Adjudication judged)
    {
        var words = ReferencePlace.Words(reference);
        return judged.ToWord <= words.Length ? string.Join(' ', words[judged.FromWord..judged.ToWord]) : "";
    }
}
