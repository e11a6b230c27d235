using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.ListeningTests.Results;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>The listener's side of a test. The link's token is the right to it; the owner key is not needed, and not enough.</summary>
internal static class ListenerEndpoints
{
    private const long LargestBody = 1_000_000;
    private const int MostPages = 2_000, MostEvents = 1_000;

    private static readonly HashSet<string> EventTypes =
        ["play", "pause", "switch", "loop", "seek", "ended", "heard", "blur", "focus", "device", "interrupted", "resume", "volume", "load", "offline", "online"];

    public static IServiceCollection AddListeners(this IServiceCollection services) => services
        .AddSingleton<ListenerContents>()
        .AddSingleton<ListenerDoor>()
        .AddSingleton<DigitsScreen>()
        .AddSingleton<ListenerAudio>()
        .AddSingleton<SessionCoverage>()
        .AddSingleton<SessionStart>()
        .AddSingleton<PageWriter>()
        .AddSingleton<PageCompletion>();

    public static void MapListeners(this IEndpointRouteBuilder app, IEndpointRouteBuilder api)
    {
        app.MapGet("/listen/{token}", ListenPage.GetAsync).ExcludeFromDescription();
        var group = api.MapGroup("/listen/{token}").WithTags("Listeners").WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "private, no-store";
            return next(context);
        });
        group.MapGet("", InfoAsync).WithName("OpenListeningLink").WithSummary("Where a listener's link leads, and whether the test takes listeners.");
        group.MapPost("/sessions", StartAsync).WithName("StartListeningSession").WithSummary("Begins a session, or goes on with the one of a known key or listener.");
        var session = group.MapGroup("/sessions/{key}");
        session.MapGet("", ReadAsync).WithName("ReadListeningSession").WithSummary("How far a session is.");
        session.MapGet("/pages/{index:int}", PageAsync).WithName("ReadListeningPage").WithSummary("A page, up to one beyond the session's position.");
        session.MapGet("/pages/{index:int}/audio/{label}", AudioAsync).WithName("HearListeningPage").WithSummary("A page's sound by label, as a 16-bit WAV file.");
        session.MapPut("/ratings/{id}", RateAsync).WithName("PutListeningRating").WithSummary("Stores a rating; answered when it is on the disk. Sending the same again is harmless.");
        session.MapPut("/responses/{id}", RespondAsync).WithName("PutListeningResponse").WithSummary("Completes a page. Sending the same again is harmless.");
        session.MapPut("/events/{id}", LogAsync).WithName("PutListeningEvents").WithSummary("Stores what a listener did. Sending the same again is harmless.");
        session.MapPost("/more", MoreAsync).WithName("ExtendListeningSession").WithSummary("Another round of pairs.");
    }

    private static async Task<Results<Ok<LinkView>, ProblemHttpResult>> InfoAsync(string token, ListenerDoor door, ListeningSessionStore sessions)
    {
        if (!(await door.OpenAsync(token)).TryGet(out var opened, out var error)) return error.ToListenerProblem();
        var definition = opened.Content.Definition;
        if (!(await sessions.IsFullAsync(opened.Link, definition.Rules.MaximumSessions)).TryGet(out var isFull, out error)) return error.ToListenerProblem();
        var status = isFull && opened.Test.Status is ListeningTestStatus.Open ? "full" : opened.Test.Status.ToString().ToLowerInvariant();
        return TypedResults.Ok(new LinkView(definition.Title, definition.Language, status, opened.Link.Preview));
    }

    private static async Task<Results<Ok<ListenerSessionView>, ProblemHttpResult>> StartAsync(
        string token, StartRequest request, ListenerDoor door, SessionStart start, ListenerContents contents, TestChanges changes)
    {
        if (!(await door.OpenAsync(token)).TryGet(out var opened, out var error)) return error.ToListenerProblem();
        if (!(await start.StartAsync(opened, request)).TryGet(out var session, out error)) return error.ToListenerProblem();
        var content = contents.Remember(session);
        Note(changes, content);
        return TypedResults.Ok(View(session, content, opened.Content));
    }

    private static async Task<Results<Ok<ListenerSessionView>, ProblemHttpResult>> ReadAsync(string token, string key, ListenerDoor door) =>
        (await door.OpenAsync(token, key)).TryGet(out var opened, out var error)
            ? TypedResults.Ok(View(opened.Session, opened.Plan, opened.Content))
            : error.ToListenerProblem();

    private static async Task<Results<Ok<PageView>, ProblemHttpResult>> PageAsync(string token, string key, int index, ListenerDoor door, PageWriter writer)
    {
        if (!(await door.OpenAsync(token, key)).TryGet(out var opened, out var error)) return error.ToListenerProblem();
        if (Beyond(opened, index) is { } beyond) return beyond.ToListenerProblem();
        return (await writer.WriteAsync(opened, index, $"/api/listen/{token}/sessions/{key}")).TryGet(out var page, out error)
            ? TypedResults.Ok(page)
            : error.ToListenerProblem();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> AudioAsync(
        string token, string key, int index, string label, ListenerDoor door, ListenerAudio audio, CancellationToken cancellation)
    {
        if (!(await door.OpenAsync(token, key)).TryGet(out var opened, out var error)) return error.ToListenerProblem();
        if (Beyond(opened, index) is { } beyond) return beyond.ToListenerProblem();
        return (await audio.ReadAsync(opened, index, label, cancellation)).TryGet(out var wav, out error)
            ? TypedResults.File(wav, "audio/wav", enableRangeProcessing: true)
            : error.ToListenerProblem();
    }

    private static async Task<Results<Ok<RatingReceipt>, ProblemHttpResult>> RateAsync(
        string token, string key, string id, RatingRequest request, ListenerContents contents, ListeningRatingStore ratings, TestChanges changes, TimeProvider time)
    {
        if (!(await PlanAsync(contents, key, request.Page)).TryGet(out var planned, out var error)) return error.ToListenerProblem();
        var (session, content) = planned;
        if (!RatingReader.Read(id, request, session, content, session.Plan.Pages[request.Page!.Value], time.GetUtcNow()).TryGet(out var rating, out error)) return error.ToListenerProblem();
        // Link, test and session are asked within the write: one transaction, one answer.
        if (!(await ratings.AddAsync(rating, token)).TryGet(out var stored, out error)) return error.ToListenerProblem();
        Note(changes, session);
        return TypedResults.Ok(new RatingReceipt(stored.Id));
    }

    private static async Task<Results<Ok<ListenerSessionView>, ProblemHttpResult>> RespondAsync(
        string token, string key, string id, ResponseRequest request, ListenerContents contents, ListeningLinkStore links, PageCompletion completion, SessionCoverage coverage, TestChanges changes)
    {
        if (!Guid.TryParse(id, out var uuid)) return new Error.Invalid("response-id", "An answer's id is a UUID that the browser makes.").ToListenerProblem();
        if (!(await PlanAsync(contents, key, request.Page)).TryGet(out var planned, out var error)) return error.ToListenerProblem();
        var (session, content) = planned;
        if (await StrangerAsync(links, token, session) is { } stranger) return stranger.ToListenerProblem();
        if (!(await completion.CompleteAsync(token, uuid, request.Page!.Value, request, session, content)).TryGet(out var completed, out error)) return error.ToListenerProblem();
        Note(changes, session);
        coverage.Touch(session.TestId, session.Id);
        return TypedResults.Ok(View(completed.Session, session, content) with { Headphones = completed.Headphones, Digits = completed.Digits });
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LogAsync(
        string token, string key, string id, EventsRequest request, ListenerContents contents, ListeningLinkStore links, ListeningEventStore events, TimeProvider time)
    {
        if (!Guid.TryParse(id, out var uuid)) return new Error.Invalid("events-id", "A batch's id is a UUID that the browser makes.").ToListenerProblem();
        if (request.Events is not { Count: > 0 and <= MostEvents } given || given.Exists(happened => happened is null || happened.Type is null || !EventTypes.Contains(happened.Type) || happened.Page is not >= 0 || happened.At is null))
            return new Error.Invalid("events", $"events must be 1 to {MostEvents} of {{type, page, label?, position?, at, details?}}; type is one of {string.Join(", ", EventTypes)}.").ToListenerProblem();
        if (!(await contents.OfSessionAsync(key, page: 0)).TryGet(out var session, out var error)) return error.ToListenerProblem();
        if (await StrangerAsync(links, token, session) is { } stranger) return stranger.ToListenerProblem();
        var batch = new ListeningEvents { Id = uuid.ToString(), SessionId = session.Id, Events = JsonSerializer.Serialize(given, JsonSerializerOptions.Web), CreatedAt = time.GetUtcNow() };
        return (await events.AddAsync(batch)).TryGet(out _, out error) ? TypedResults.NoContent() : error.ToListenerProblem();
    }

    private static async Task<Results<Ok<ListenerSessionView>, ProblemHttpResult>> MoreAsync(
        string token, string key, ListenerDoor door, ListenerContents contents, ListeningSessionStore sessions, SessionCoverage coverage, TimeProvider time)
    {
        if (!(await door.OpenAsync(token, key)).TryGet(out var opened, out var error)) return error.ToListenerProblem();
        var (session, plan, content) = opened;
        if (!CanAddMore(session, plan, content))
            return new Error.Conflict("no-more-rounds", "This session has no further rounds: its test has no arena, or it ended otherwise.").ToListenerProblem();
        if (session.Position < plan.Plan.Pages.Count) return TypedResults.Ok(View(session, plan, content));
        if (!(await sessions.ReadEarlierAsync(session.TestId, earlier => coverage.ReadAsync(content, earlier, time.GetUtcNow()))).TryGet(out var rated, out error)) return error.ToListenerProblem();
        var longer = SessionPlanner.AppendRound(content.Definition, session.Number, plan.Plan, rated);
        if (!(await sessions.ExtendAsync(key, PlanJson.Write(longer))).TryGet(out var extended, out error)) return error.ToListenerProblem();
        coverage.Touch(session.TestId, session.Id);
        return TypedResults.Ok(View(extended, contents.Remember(extended), content));
    }

    /// <summary>Tells whoever watches the results; previews are nobody's news.</summary>
    private static void Note(TestChanges changes, SessionContent session)
    {
        if (!session.Preview) changes.Note(session.TestId);
    }

    /// <summary>A session's plan with the page that a request names, without asking whether it still takes answers.</summary>
    private static async Task<Result<(SessionContent Session, TestContent Content)>> PlanAsync(ListenerContents contents, string key, int? page)
    {
        if (page is not { } index || index < 0) return new Error.Invalid("page-missing", "page is missing: the index of the page, from 0.");
        if (!(await contents.OfSessionAsync(key, index)).TryGet(out var session, out var error)) return error;
        if (index >= session.Plan.Pages.Count) return new Error.Conflict("page-ahead", $"Page {index} cannot be answered: the session has {session.Plan.Pages.Count} pages.");
        if (!(await contents.OfTestAsync(session.TestId)).TryGet(out var content, out error)) return error;
        return content.Has(session.Plan.Pages[index]) ? (session, content) : ListenerDoor.Changed();
    }

    /// <summary>Why a link may not write to a session; null where it may. What was answered under a link that has expired since still arrives.</summary>
    private static async Task<Error?> StrangerAsync(ListeningLinkStore links, string token, SessionContent session)
    {
        if (!(await links.FindAsync(token)).TryGet(out var link, out var error)) return error;
        if (link.TestId != session.TestId || link.Preview != session.Preview) return ListenerDoor.UnknownSession();
        return link.RevokedAt is null ? null : new Error.NotFound("link-expired", "This link does not work any more. Ask whoever sent it for a new one.");
    }

    private static Error? Beyond(OpenedSession opened, int index) =>
        index < 0 || index >= opened.Plan.Plan.Pages.Count ? new Error.NotFound("page-unknown", $"The session has no page {index}.")
        : index > opened.Session.Position + 1 ? new Error.Conflict("page-ahead", $"Page {index} cannot be seen yet: the session is on page {opened.Session.Position}.")
        : null;

    private static bool CanAddMore(ListeningSession session, SessionContent plan, TestContent content) =>
        session.Outcome is SessionOutcome.Running or SessionOutcome.Completed && plan.Plan.Pages.Count < MostPages && SessionPlanner.CanAppendRound(content.Definition);

    private static ListenerSessionView View(ListeningSession session, SessionContent plan, TestContent content) => new(
        session.Key, content.Definition.Title, content.Definition.Language, session.Preview, session.Position, plan.Plan.Pages.Count, plan.Plan.Pages.Count(page => page.IsTrial),
        CanAddMore(session, plan, content), session.Outcome, SessionEnd.Of(content.Definition.Finish, session));
}
