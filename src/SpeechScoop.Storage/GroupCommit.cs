using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage;

/// <summary>
/// Lets writes that come at the same time share one transaction, and so one wait for the disk. Writes run one after the other in the
/// order in which they came, each within a savepoint, so that one that fails undoes nothing but its own; all are told of their success
/// only after the commit. A single write costs what it cost before.
/// </summary>
/// <param name="connect">Opens a connection of the writer's own.</param>
/// <param name="filePath">Full path of the database, for messages.</param>
internal sealed class GroupCommit(Func<SqliteConnection> connect, string filePath)
{
    /// <summary>The most writes in one transaction: bounds how long the first of them waits for the last.</summary>
    public const int LargestGroup = 128;

    private const string Savepoint = "one_write";

    private readonly Lock guard = new();
    private readonly Queue<Write> waiting = new();
    private bool isLed;

    /// <summary>Runs a write and commits it.</summary>
    public Task<Result<T>> RunAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<Result<T>>> work)
    {
        var write = new Write<T>(work, filePath);
        lock (guard)
        {
            waiting.Enqueue(write);
            if (isLed) return write.Task;
            isLed = true;
        }
        // Not on the caller's thread: it would be kept until nobody is waiting any more.
        _ = Task.Run(LeadAsync);
        return write.Task;
    }

    private async Task LeadAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            // A group that broke as a whole says nothing about its members: each is tried alone, and answers for itself.
            if (group.Count > 1 && await TryAsync(group)) continue;
            foreach (var write in group) await AloneAsync(write);
        }
    }

    private List<Write> Next()
    {
        lock (guard)
        {
            var group = new List<Write>(Math.Min(waiting.Count, LargestGroup));
            while (group.Count < LargestGroup && waiting.TryDequeue(out var write)) group.Add(write);
            isLed = group.Count > 0;
            return group;
        }
    }

    /// <summary>Commits a group; false where nothing of it was stored.</summary>
    private async Task<bool> TryAsync(List<Write> group)
    {
        try
        {
            await using var connection = connect();
            await using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var write in group)
            {
                await transaction.SaveAsync(Savepoint);
                var succeeded = await write.RunAsync(connection, transaction);
                // A full disk or a failing one makes SQLite give up the whole transaction.
                if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0) return false;
                if (!succeeded) await transaction.RollbackAsync(Savepoint);
                await transaction.ReleaseAsync(Savepoint);
            }
            await transaction.CommitAsync();
        }
        catch (Exception)
        {
            // Whatever it was: the leader goes on, and each member meets it again alone, where it is reported.
            return false;
        }
        foreach (var write in group) write.Acknowledge();
        return true;
    }

    private async Task AloneAsync(Write write)
    {
        try
        {
            await using var connection = connect();
            await using var transaction = connection.BeginTransaction(deferred: false);
            if (await write.RunAsync(connection, transaction)) await transaction.CommitAsync();
            write.Acknowledge();
        }
        catch (Exception exception)
        {
            write.Fail(exception);
        }
    }

    private abstract class Write
    {
        /// <summary>Runs the work and remembers how it ended; false where it must be undone.</summary>
        public abstract Task<bool> RunAsync(SqliteConnection connection, SqliteTransaction transaction);

        /// <summary>Tells the caller how the last run ended.</summary>
        public abstract void Acknowledge();

        /// <summary>Tells the caller that the transaction itself failed.</summary>
        public abstract void Fail(Exception exception);
    }

    private sealed class Write<T>(Func<SqliteConnection, SqliteTransaction, Task<Result<T>>> work, string path) : Write
    {
        private readonly TaskCompletionSource<Result<T>> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Result<T> result;
        private Exception? thrown;

        public Task<Result<T>> Task => completion.Task;

        public override async Task<bool> RunAsync(SqliteConnection connection, SqliteTransaction transaction)
        {
            (result, thrown) = (default, null);
            try
            {
                result = await work(connection, transaction);
                return result.Error is null;
            }
            catch (Exception exception)
            {
                thrown = exception;
                return false;
            }
        }

        public override void Acknowledge()
        {
            if (thrown is null) completion.SetResult(result);
            else Fail(thrown);
        }

        public override void Fail(Exception exception)
        {
            if (exception is SqliteException failure && StorageErrors.From(failure, path) is { } error) completion.SetResult(error);
            else completion.SetException(exception);
        }
    }
}
