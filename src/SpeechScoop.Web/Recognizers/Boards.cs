using System.Security.Cryptography;
using System.Text;
using SpeechScoop.Recognition;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Recognizers;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Runs;

namespace SpeechScoop.Web.Recognizers;

/// <summary>
/// Boards and what was computed from them. Both are kept as long as the runs' results (<see cref="ResultVersion"/>) and the adjudications that they stand on stay the same, and space allows: a hundred
/// thousand recordings take seconds to read and to align.
/// </summary>
internal sealed class Boards(RunStore runs, AdjudicationStore adjudications, BoardReader reader, BoardScores scores, BoardPresenter presenter)
{
    /// <summary>Transcripts of all kept boards together; some 500 bytes each.</summary>
    private const long MostTranscripts = 1_000_000;

    /// <summary>Errors of all kept lists of errors together.</summary>
    private const long MostErrors = 4_000_000;

    private readonly Kept<Board> boards = new(MostTranscripts, board => 1 + ((long)board.Items.Count * Math.Max(1, board.Systems.Count)));
    private readonly Kept<BoardView> views = new(32);
    private readonly Kept<ErrorList> errors = new(MostErrors, list => 1 + list.Count);
    private readonly Kept<IReadOnlyList<AuditSpan>> audits = new(16);
    private readonly Kept<TermsView> terms = new(64);

    /// <returns><see cref="Error.NotFound"/> for a dataset that no recognizer ran over.</returns>
    public async Task<Result<Board>> ReadAsync(BoardQuery query)
    {
        if (!(await runs.ListAsync(RunKind.Recognition)).TryGet(out var listed, out var error)
            || !(await adjudications.CountAsync()).TryGet(out var judged, out error)) return error;
        if (query.Datasets.FirstOrDefault(id => listed.All(run => run.Run.DatasetId != id)) is { } unknown)
            return new Error.NotFound("no-runs-over-dataset", $"No recognizer ran over the dataset {unknown}. Start a run over it, or import transcripts of it.");
        var chosen = listed.Where(run => query.Datasets.Count == 0 || query.Datasets.Contains(run.Run.DatasetId)).OrderBy(run => run.Run.CreatedAt).ToList();
        var key = Key(["board", string.Join(',', query.Systems), query.Corrected ? $"{judged}" : "", .. chosen.Select(run => $"{run.DatasetName} {ResultVersion.Of(run)}")]);
        // Of one question the newest board is enough: one whose run went on would only take the place of others.
        return await boards.GetAsync(key, () => reader.ReadAsync(query, chosen, key), Key([string.Join(',', query.Datasets), string.Join(',', query.Systems), $"{query.Corrected}"]));
    }

    /// <summary>The runs that a board stands on, the oldest first.</summary>
    public async Task<Result<IReadOnlyList<ListedRun>>> RunsAsync(Board board)
    {
        var used = board.Systems.SelectMany(system => system.Outputs.Values).Select(output => output.RunId).ToHashSet(StringComparer.Ordinal);
        return (await runs.ListAsync(RunKind.Recognition)).Select(listed => (IReadOnlyList<ListedRun>)[.. listed.Where(run => used.Contains(run.Run.Id)).OrderBy(run => run.Run.CreatedAt)]);
    }

    /// <summary>What the page shows of a board.</summary>
    public Task<Result<BoardView>> ViewAsync(Board board, BoardQuery query) => views.GetAsync(Key([board.Key, query.Options.Recipe, query.Slice]), async () =>
    {
        if (!board.IsCorrected) return await presenter.PresentAsync(board, board, query);
        // Beside the corrected rates stand those of the references as delivered.
        return (await ReadAsync(query with { Corrected = false })).TryGet(out var delivered, out var error) ? await presenter.PresentAsync(board, delivered, query) : error;
    });

    /// <summary>All errors of a ranked system.</summary>
    public Task<Result<ErrorList>> ErrorsAsync(Board board, ScoringOptions options, int system) =>
        errors.GetAsync(Key([scores.Key(board, system, options)]), () => Task.FromResult(ErrorList.Of(board, options, system)));

    /// <summary>Stretches where systems agree against the reference.</summary>
    public Task<Result<IReadOnlyList<AuditSpan>>> AuditAsync(Board board, ScoringOptions options, int agree) =>
        audits.GetAsync(Key([board.Key, options.Recipe, $"{agree}"]), () => Task.FromResult(ReferenceAudit.Of(board, options, agree)));

    /// <summary>How well terms and numbers are recognized.</summary>
    public Task<Result<TermsView>> TermsAsync(Board board, ScoringOptions options, IReadOnlyList<string> list) =>
        terms.GetAsync(Key([board.Key, options.Recipe, .. list]), () => Task.FromResult(BoardTerms.Of(board, options, list)));

    private static string Key(IReadOnlyList<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
