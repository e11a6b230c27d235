using Dapper;

namespace SpeechScoop.Storage.Ratings;

/// <summary>Ratings: added, never changed or removed; triggers in the database refuse both.</summary>
public sealed class RatingStore(Database database)
{
    /// <summary>
    /// Adds a rating; it is on the disk when this returns. Adding the same again is harmless. What is stored may differ from
    /// what was given in two points: it is not blind where the labels were revealed in the meantime, and its time is later than
    /// that of every rating of the trial before it, so that the newest is the one that came last, whatever the clock did.
    /// </summary>
    /// <returns>The rating as stored first; <see cref="Error.Conflict"/> where the id stands for another answer.</returns>
    public Task<Result<Rating>> AddAsync(Rating rating) => database.WriteAsync<Rating>(async (connection, transaction) =>
    {
        var known = await connection.QuerySingleOrDefaultAsync<Rating>("SELECT * FROM rating WHERE id = @Id", new { rating.Id }, transaction);
        if (known is not null)
        {
            return known.SaysTheSameAs(rating)
                ? known
                : new Error.Conflict("rating-exists", $"The rating {rating.Id} is stored with another answer. A changed answer needs a new id.");
        }
        var hidden = await connection.ExecuteScalarAsync<bool>(
            "SELECT blind = 1 AND revealed_at IS NULL FROM live_trial WHERE id = @TrialId", new { rating.TrialId }, transaction);
        var last = await connection.QuerySingleAsync<DateTimeOffset?>("SELECT max(created_at) FROM rating WHERE trial_id = @TrialId", new { rating.TrialId }, transaction);
        var stored = rating with
        {
            Blind = rating.Blind && hidden,
            CreatedAt = last >= rating.CreatedAt ? last.Value.AddTicks(1) : rating.CreatedAt,
        };
        await connection.ExecuteAsync(
            """
            INSERT INTO rating (id, trial_id, output_id, other_output_id, scale, value, blind, listener, session, created_at)
            VALUES (@Id, @TrialId, @OutputId, @OtherOutputId, @Scale, @Value, @Blind, @Listener, @Session, @CreatedAt)
            """,
            stored, transaction);
        return stored;
    });

    /// <summary>The ratings of a trial that count (the newest per session, stimulus, other stimulus and scale), oldest first.</summary>
    /// <param name="session">Only this session's; null for all.</param>
    public Task<Result<IReadOnlyList<Rating>>> OfTrialAsync(string trialId, string? session = null) => database.ListAsync<Rating>(
        """
        SELECT * FROM rating
        WHERE trial_id = @trialId AND (@session IS NULL OR session = @session)
          AND NOT EXISTS (
            SELECT 1 FROM rating newer
            WHERE newer.trial_id = rating.trial_id AND newer.session = rating.session AND newer.listener = rating.listener AND newer.scale = rating.scale
              AND newer.output_id = rating.output_id AND newer.other_output_id IS NOT DISTINCT FROM rating.other_output_id
              AND (newer.created_at, newer.id) > (rating.created_at, rating.id))
        ORDER BY created_at, id
        """, new { trialId, session });
}
