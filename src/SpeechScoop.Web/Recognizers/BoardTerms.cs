using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers;

/// <summary>How well each ranked system gets the user's terms, and numbers.</summary>
/// <param name="Terms">As the user wrote them.</param>
internal sealed record TermsView(IReadOnlyList<string> Terms, IReadOnlyList<SystemTerms> Systems);

/// <summary>One system.</summary>
/// <param name="Terms">In the order of the list.</param>
/// <param name="All">All terms together.</param>
/// <param name="Numbers">Words with a digit.</param>
internal sealed record SystemTerms(string Id, string Title, int Colour, IReadOnlyList<TermCounts> Terms, TermCounts All, TermCounts Numbers);

/// <param name="ErrorRate">Misses / said, 0..1; null where never said.</param>
/// <param name="Precision">Recognized / written; null where never written.</param>
internal sealed record TermCounts(int Said, int Recognized, int Invented, double? ErrorRate, double? Precision)
{
    public static TermCounts Of(TermScore score) => new(score.Said, score.Recognized, score.Invented, score.ErrorRate, score.Precision);
}

/// <summary>Finds terms and numbers over a board's common items.</summary>
internal static class BoardTerms
{
    /// <summary>Terms in a list at most.</summary>
    public const int Most = 200;

    /// <summary>Alignments that are held at once.</summary>
    private const int Batch = 2_000;

    /// <summary>Reads a list: terms separated by commas or lines.</summary>
    public static Result<IReadOnlyList<string>> Read(string? terms)
    {
        string[] list = [.. (terms ?? "").Split([',', '\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        if (list.Length > Most) return new Error.Invalid("too-many-terms", $"The list has {list.Length} terms; up to {Most} are scored at once. Shorten it.");
        return Result<IReadOnlyList<string>>.Ok(list);
    }

    public static Result<TermsView> Of(Board board, ScoringOptions options, IReadOnlyList<string> terms)
    {
        var systems = new List<SystemTerms>();
        foreach (var system in board.Ranked)
        {
            var (sums, numbers) = (terms.Select(term => new TermScore(term, 0, 0, 0)).ToArray(), new TermScore(null, 0, 0, 0));
            for (var from = 0; from < board.Common.Count; from += Batch)
            {
                var alignments = new List<WordAlignment>();
                for (var i = from; i < Math.Min(board.Common.Count, from + Batch); i++)
                {
                    if (!CorpusScoring.Align(board.Utterance(system, i), options).TryGet(out var alignment, out var error)) return error;
                    alignments.Add(alignment);
                }
                sums = [.. sums.Zip(TermScoring.OfTerms(alignments, terms, options.Normaliser), Sum)];
                numbers = Sum(numbers, TermScoring.OfNumbers(alignments));
            }
            var of = board.Systems[system];
            systems.Add(new(of.Id, of.Title, of.Colour, [.. sums.Select(TermCounts.Of)], TermCounts.Of(sums.Aggregate(new TermScore(null, 0, 0, 0), Sum)), TermCounts.Of(numbers)));
        }
        return new TermsView(terms, systems);
    }

    private static TermScore Sum(TermScore one, TermScore other) => new(one.Term, one.Said + other.Said, one.Recognized + other.Recognized, one.Invented + other.Invented);
}
