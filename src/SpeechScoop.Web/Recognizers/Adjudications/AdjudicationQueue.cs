using System.Security.Cryptography;
using System.Text;
using SpeechScoop.Storage.Recognizers;

namespace SpeechScoop.Web.Recognizers.Adjudications;

/// <summary>A stretch to be judged: two readings in an order that the listener cannot know.</summary>
/// <param name="Id">Stands for item, stretch and reading.</param>
/// <param name="Before">What comes before, as delivered.</param>
/// <param name="First">A reading; empty for nothing.</param>
/// <param name="Second">The other.</param>
internal sealed record AdjudicationTask(string Id, string ItemId, bool HasAudio, string Before, string First, string Second, string After);

/// <summary>What a listener has still to judge.</summary>
/// <param name="Task">Null where nothing is left.</param>
/// <param name="Judged">By this listener, of the stretches now found.</param>
/// <param name="Left">Still to judge, this one included.</param>
internal sealed record AdjudicationState(AdjudicationTask? Task, int Judged, int Left);

/// <summary>Stretches of references in question, for one listener after the other.</summary>
internal sealed class AdjudicationQueue(AdjudicationStore store, TimeProvider time)
{
    /// <summary>What comes next: stretches that most systems agree on first.</summary>
    public async Task<Result<AdjudicationState>> NextAsync(IReadOnlyList<AuditSpan> spans, string listener)
    {
        if (!(await store.NewestAsync()).TryGet(out var all, out var error)) return error;
        var judged = all.Where(each => each.Listener == listener).Select(each => (each.ItemId, each.FromWord, each.ToWord, each.Reading)).ToHashSet();
        var open = spans.Where(span => span.Place is { } place && !judged.Contains((span.ItemId, place.FromWord, place.ToWord, place.Reading))).ToList();
        return new AdjudicationState(open.Count == 0 ? null : Task(open[0], listener), spans.Count(span => span.Place is not null) - open.Count, open.Count);
    }

    /// <summary>Stores what a listener chose.</summary>
    /// <param name="choice"><c>first</c>, <c>second</c> or <c>neither</c>.</param>
    public async Task<Result<Adjudication>> JudgeAsync(IReadOnlyList<AuditSpan> spans, string listener, string? taskId, string? choice)
    {
        if (choice is not ("first" or "second" or "neither")) return new Error.Invalid("adjudication-choice", $"choice is '{choice}'. Use first, second or neither.");
        if (spans.FirstOrDefault(span => span.Place is not null && IdOf(span) == taskId) is not { Place: { } place } found)
            return new Error.NotFound("adjudication-task", "This stretch is not in question any more: the runs, systems or normaliser changed. Ask for the next one.");
        var isReferenceFirst = IsReferenceFirst(taskId!, listener);
        return await store.AddAsync(new()
        {
            Id = Guid.CreateVersion7().ToString(),
            ItemId = found.ItemId,
            FromWord = place.FromWord,
            ToWord = place.ToWord,
            Reading = place.Reading,
            Choice = choice == "neither" ? AdjudicationChoice.Neither : (choice == "first") == isReferenceFirst ? AdjudicationChoice.Reference : AdjudicationChoice.Systems,
            Listener = listener,
            ReferenceFirst = isReferenceFirst,
            CreatedAt = time.GetUtcNow(),
        });
    }

    /// <summary>Both readings in one spelling, the normaliser's: capitals and punctuation, which only a reference may have, would tell them apart.</summary>
    private static AdjudicationTask Task(AuditSpan span, string listener)
    {
        var (id, place) = (IdOf(span), span.Place!);
        var (first, second) = IsReferenceFirst(id, listener) ? (span.Reference, span.Heard) : (span.Heard, span.Reference);
        return new(id, span.ItemId, span.HasAudio, place.Before, first, second, place.After);
    }

    private static string IdOf(AuditSpan span) => Hash($"{span.ItemId}\n{span.Place!.FromWord}\n{span.Place.ToWord}\n{span.Place.Reading}")[..24];

    /// <summary>By chance, but the same whenever the same listener is asked.</summary>
    private static bool IsReferenceFirst(string id, string listener) => Convert.FromHexString(Hash($"{id}\n{listener}"))[0] % 2 == 0;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
