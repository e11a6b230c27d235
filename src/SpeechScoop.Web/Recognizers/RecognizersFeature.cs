using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Recognition;
using SpeechScoop.Storage.Recognizers;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Hosting;
using SpeechScoop.Web.Recognizers.Adjudications;
using SpeechScoop.Web.Recognizers.Report;
using SpeechScoop.Web.Recognizers.Streaming;
using SpeechScoop.Web.Vendors;

namespace SpeechScoop.Web.Recognizers;

/// <summary>Recognizers compared over datasets: who is best, on what, and how sure.</summary>
internal static class RecognizersFeature
{
    public static IServiceCollection AddRecognizers(this IServiceCollection services) => services
        .AddSingleton<AdjudicationStore>().AddSingleton<AdjudicationQueue>()
        .AddSingleton<BoardReader>().AddSingleton<BoardScores>().AddSingleton<BoardPresenter>().AddSingleton<Boards>().AddSingleton<UtterancePages>()
        .AddSingleton<JudgementTables>().AddSingleton<RawFiles>().AddSingleton<BoardReport>().AddSingleton<BoardExports>()
        .AddStreamingLogs();

    /// <param name="api">The group <c>/api</c>.</param>
    public static void MapRecognizers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/recognizers").WithTags("Recognizers").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/normalisers", () => TypedResults.Ok(NormaliserProfile.All.Select(profile => new NormaliserView(profile.Name, profile.Hash)))).WithName("ListNormalisers").WithSummary("Normaliser profiles with their hashes.");
        group.MapGet("/board", ReadAsync).WithName("ReadBoard")
            .WithSummary("All that a comparison of recognizers says. `datasets` and `systems` are lists separated by commas; `normaliser`, `alignment` (sclite, jiwer), `slice` (dataset, language, speaker, length, attribute:NAME), `references` (delivered, corrected).");
        group.MapGet("/utterances", UtterancesAsync).WithName("ListBoardUtterances")
            .WithSummary("Utterances with each ranked system's alignment: `sort` (errors, spread, key), `search`, `confusion` (REFERENCE>HYPOTHESIS, either side empty), `slice` with `value`, `offset`, `limit` (1..100).");
        group.MapGet("/confusions", ConfusionsAsync).WithName("ListConfusions").WithSummary("What a ranked system (`system`) most often took for what.");
        group.MapGet("/trace", TraceAsync).WithName("TraceNormalisation").WithSummary("What each rule of a profile makes of `text`.");
        group.MapGet("/audit", AuditAsync).WithName("AuditReferences").WithSummary("Stretches where at least `agree` ranked systems agree with each other against the reference as delivered, and how they were judged.");
        group.MapGet("/terms", TermsAsync).WithName("ScoreTerms").WithSummary($"How well each ranked system gets `terms` (separated by commas or lines, at most {BoardTerms.Most}), and numbers.");
        group.MapGet("/trade-off", TradeOffAsync).WithName("WeighRecognizers").WithSummary("Errors, latency and price of the ranked systems, and who is beaten in all of `criteria` (errors, latency, price; all where none is named).");
        group.MapStreaming();
        api.MapStreamingLogs();
        group.MapAdjudications();
        group.MapGet("/export/{name}", ExportAsync).WithName("ExportBoard").WithSummary($"The board as a file: {string.Join(", ", BoardExports.Names)}.");
    }

    internal sealed record NormaliserView(string Name, string Hash);

    private static async Task<Results<Ok<BoardView>, ProblemHttpResult>> ReadAsync(
        string? datasets, string? systems, string? normaliser, string? alignment, string? slice, string? references, Boards boards, HttpResponse response)
    {
        response.KeepNothing();
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, slice, references).TryGet(out var query, out var error)
            || !(await boards.ReadAsync(query)).TryGet(out var board, out error)
            || !(await boards.ViewAsync(board, query)).TryGet(out var view, out error)) return error.ToProblem();
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<UtterancePage>, ProblemHttpResult>> UtterancesAsync(
        string? datasets, string? systems, string? normaliser, string? alignment, string? slice, string? references, string? value, string? search, string? confusion, string? sort,
        Boards boards, UtterancePages pages, int offset = 0, int limit = 20)
    {
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, slice, references).TryGet(out var query, out var error)
            || !(await boards.ReadAsync(query)).TryGet(out var board, out error)
            || !(await pages.ReadAsync(board, query, new(value, search, confusion, sort, Math.Max(0, offset), Math.Clamp(limit, 1, 100)))).TryGet(out var page, out error)) return error.ToProblem();
        return TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<ConfusionsView>, ProblemHttpResult>> ConfusionsAsync(
        string? datasets, string? systems, string? normaliser, string? alignment, string? references, string system, Boards boards, int limit = 50)
    {
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, null, references).TryGet(out var query, out var error)
            || !(await boards.ReadAsync(query)).TryGet(out var board, out error)
            || !(await Confusions.OfAsync(boards, board, query, system, Math.Clamp(limit, 1, 500))).TryGet(out var view, out error)) return error.ToProblem();
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<TermsView>, ProblemHttpResult>> TermsAsync(
        string? datasets, string? systems, string? normaliser, string? alignment, string? references, string? terms, Boards boards)
    {
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, null, references).TryGet(out var query, out var error)
            || !BoardTerms.Read(terms).TryGet(out var list, out error)
            || !(await boards.ReadAsync(query)).TryGet(out var board, out error)
            || !(await boards.TermsAsync(board, query.Options, list)).TryGet(out var view, out error)) return error.ToProblem();
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<IReadOnlyList<AuditSpan>>, ProblemHttpResult>> AuditAsync(
        string? datasets, string? systems, string? normaliser, string? alignment, Boards boards, JudgementTables judgements, int agree = ReferenceAudit.FewestAgreeing, int limit = 100)
    {
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, null, null).TryGet(out var query, out var error)
            || !(await boards.ReadAsync(query)).TryGet(out var board, out error)
            || !(await boards.AuditAsync(board, query.Options, Math.Max(ReferenceAudit.FewestAgreeing, agree))).TryGet(out var spans, out error)
            || !(await judgements.WithVotesAsync([.. spans.Take(Math.Clamp(limit, 1, ReferenceAudit.Most))])).TryGet(out var judged, out error)) return error.ToProblem();
        return TypedResults.Ok(judged);
    }

    private static Results<Ok<IReadOnlyList<NormalisationStep>>, ProblemHttpResult> TraceAsync(string text, string normaliser)
    {
        if (text.Length > 20_000) return new Error.Invalid("text-too-long", "A trace shows up to 20,000 characters. Shorten the text.").ToProblem();
        return NormaliserProfile.Find(normaliser).TryGet(out var profile, out var error) ? TypedResults.Ok(profile.Trace(text)) : error.ToProblem();
    }

    private static async Task<Results<Ok<TradeOffView>, ProblemHttpResult>> TradeOffAsync(
        string? datasets, string? systems, string? normaliser, string? alignment, string? references, string? criteria, string? latency, Boards boards, PriceList prices)
    {
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, null, references).TryGet(out var query, out var error)
            || !TradeOff.Read(criteria, latency).TryGet(out var weighed, out error)
            || !(await boards.ReadAsync(query)).TryGet(out var board, out error)
            || !(await boards.ViewAsync(board, query)).TryGet(out var view, out error)
            || !prices.Read().TryGet(out var list, out error)) return error.ToProblem();
        return TypedResults.Ok(TradeOff.Of(board, view, list, weighed));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(
        string name, string? datasets, string? systems, string? normaliser, string? alignment, string? slice, string? references, string? terms, string? criteria, string? latency, string? weights, BoardExports exports)
    {
        if (!BoardQuery.Read(datasets, systems, normaliser, alignment, slice, references).TryGet(out var query, out var error)
            || !BoardTerms.Read(terms).TryGet(out var list, out error)
            || !TradeOff.Read(criteria, latency).TryGet(out var weighed, out error)
            || !(await exports.WriteAsync(name, new(query, list, weighed, weights))).TryGet(out var file, out error)) return error.ToProblem();
        return file.ToResult();
    }
}
