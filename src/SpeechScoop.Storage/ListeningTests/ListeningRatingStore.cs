using Dapper;

namespace SpeechScoop.Storage.ListeningTests;

/// <summary>Listeners' answers: added, never changed or removed; triggers in the database refuse both.</summary>
public sealed class ListeningRatingStore(Database database)
{
    // A page of pairs asks about one pair, whichever of the two an answer names.
    private static string CountedWhere(string condition) =>
        $"""
        SELECT * FROM (
          SELECT rating.*, row_number() OVER (
            PARTITION BY rating.session_id, rating.page, rating.scale, CASE WHEN rating.other_stimulus IS NULL THEN rating.stimulus END
            ORDER BY rating.created_at DESC, rating.id DESC) AS age
          FROM listening_rating rating JOIN listening_session session ON session.id = rating.session_id
          WHERE {condition})
        WHERE age = 1 ORDER BY created_at, id
        """;

    /// <summary>
    /// Adds a rating; it is on the disk when this returns. Adding the same again is harmless. Its time is later than that of every
    /// rating of the page before it, so that the newest is the one that came last, whatever the clock did.
    /// </summary>
    /// <param name="link">Token of the link that it came by; null for the session's own.</param>
    /// <returns>
    /// The rating as stored first; <see cref="Error.Conflict"/> <c>rating-exists</c> where the id stands for another answer,
    /// <c>session-finished</c> and <c>test-closed</c> where none is taken any more, <c>page-ahead</c> where the session has not come so far.
    /// </returns>
    public Task<Result<ListeningRating>> AddAsync(ListeningRating rating, string? link = null) => database.WriteAsync<ListeningRating>(async (connection, transaction) =>
    {
        var known = await connection.QuerySingleOrDefaultAsync<ListeningRating>("SELECT * FROM listening_rating WHERE id = @Id", new { rating.Id }, transaction);
        if (known is not null)
        {
            return known.SaysTheSameAs(rating)
                ? known
                : new Error.Conflict("rating-exists", $"The rating {rating.Id} is stored with another answer. A changed answer needs a new id.");
        }
        if (await SessionGate.RefusesAsync(connection, transaction, rating.SessionId, rating.Page, link) is { } refused) return refused;
        var last = await connection.QuerySingleAsync<DateTimeOffset?>(
            "SELECT max(created_at) FROM listening_rating WHERE session_id = @SessionId AND page = @Page", new { rating.SessionId, rating.Page }, transaction);
        var stored = last >= rating.CreatedAt ? rating with { CreatedAt = last.Value.AddTicks(1) } : rating;
        await connection.ExecuteAsync(
            """
            INSERT INTO listening_rating (id, session_id, page, trial, stimulus, other_stimulus, scale, value, text, elapsed_seconds, plays, given_at, created_at)
            VALUES (@Id, @SessionId, @Page, @Trial, @Stimulus, @OtherStimulus, @Scale, @Value, @Text, @ElapsedSeconds, @Plays, @GivenAt, @CreatedAt)
            """, stored, transaction);
        return stored;
    });

    /// <summary>The ratings of a session that count, oldest first.</summary>
    /// <param name="page">Only this page's; null for all.</param>
    public Task<Result<IReadOnlyList<ListeningRating>>> OfSessionAsync(string sessionId, int? page = null) => database.ListAsync<ListeningRating>(
        CountedWhere("rating.session_id = @sessionId AND (@page IS NULL OR rating.page = @page)"), new { sessionId, page });

    /// <summary>The ratings of a test that count, oldest first; previews never do.</summary>
    public Task<Result<IReadOnlyList<ListeningRating>>> OfTestAsync(string testId) => database.ListAsync<ListeningRating>(
        CountedWhere("session.test_id = @testId AND session.preview = 0"), new { testId });

    /// <summary>Every rating of a test, also those that a later answer replaced, oldest first; without previews.</summary>
    public Task<Result<IReadOnlyList<ListeningRating>>> HistoryOfTestAsync(string testId) => database.ListAsync<ListeningRating>(
        """
        SELECT rating.* FROM listening_rating rating JOIN listening_session session ON session.id = rating.session_id
        WHERE session.test_id = @testId AND session.preview = 0 ORDER BY rating.created_at, rating.id
        """, new { testId });
}
