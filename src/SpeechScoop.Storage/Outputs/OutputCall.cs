using Dapper;

namespace SpeechScoop.Storage.Outputs;

/// <summary>How a vendor's API was called for an output.</summary>
public record OutputCall
{
    public required string OutputId { get; init; }

    /// <summary>1 where everything succeeded at once, one more for each repetition.</summary>
    public required int Attempts { get; init; }

    /// <summary>Time of what succeeded, upload and network included.</summary>
    public required double Seconds { get; init; }

    /// <summary>The same with failed attempts and the waits after them.</summary>
    public required double TotalSeconds { get; init; }

    /// <summary>Until the first piece of the result; null where it came whole.</summary>
    public double? FirstResultSeconds { get; init; }

    /// <summary>The answer as it came, without the key; empty for audio.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A call with the place of its output in a run.</summary>
public sealed record RunCall : OutputCall
{
    public required int Position { get; init; }

    public required string SystemId { get; init; }

    public required string Settings { get; init; }

    public required string ItemKey { get; init; }
}

/// <summary>The calls behind outputs. They go with their outputs.</summary>
public sealed class OutputCallStore(Database database)
{
    /// <summary>Keeps a call, in place of an earlier one for the same output.</summary>
    public Task<Result<int>> SaveAsync(OutputCall call) => database.WriteAsync<int>(async (connection, transaction) => await connection.ExecuteAsync(
        """
        INSERT OR REPLACE INTO output_call (output_id, attempts, seconds, total_seconds, first_result_seconds, answer, created_at)
        VALUES (@OutputId, @Attempts, @Seconds, @TotalSeconds, @FirstResultSeconds, @Answer, @CreatedAt)
        """, call, transaction));

    /// <summary>The calls behind outputs of a run, in the run's order, with the keys of their items.</summary>
    /// <param name="position">Only after this place of the run; -1 for the beginning.</param>
    /// <param name="most">How many at once: answers can be long.</param>
    public Task<Result<IReadOnlyList<RunCall>>> OfRunAsync(string runId, int position, int most) => database.ReadAsync(async connection =>
        (IReadOnlyList<RunCall>)(await connection.QueryAsync<RunCall>(
            """
            SELECT output.position, output.system_id, output.settings, dataset_item.key AS item_key, output_call.*
            FROM output JOIN output_call ON output_call.output_id = output.id JOIN dataset_item ON dataset_item.id = output.item_id
            WHERE output.run_id = @runId AND output.position > @position ORDER BY output.position LIMIT @most
            """, new { runId, position, most })).AsList());

    /// <returns><see cref="Error.NotFound"/> for an output that no vendor made.</returns>
    public Task<Result<OutputCall>> FindAsync(string outputId) => database.FindAsync<OutputCall>(
        "SELECT * FROM output_call WHERE output_id = @outputId", new { outputId },
        () => new("call-not-found", "No call is kept for this output: it was not made by a vendor in a run, or has not succeeded."));
}
