using Dapper;
using Microsoft.Data.Sqlite;

namespace SpeechScoop.Storage.Tests;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Writes_that_wait_together_share_a_commit()
    {
        var commits = new List<long>();
        await TogetherAsync(40, async (i, c, t) =>
        {
            await InsertAsync(c, t, $"{i}");
            commits.Add(await c.ExecuteScalarAsync<long>("SELECT count(*) FROM owner_key", transaction: t));
            return i;
        });
        // Each sees those before it, in the order in which they came, in one transaction that other connections do not see yet.
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), commits);
        Assert.Equal(40, (await temporary.Database.CheckAsync()).Value);
    }

    [Fact]
    public async Task Nothing_is_visible_nor_acknowledged_before_the_commit()
    {
        var seen = new List<int>();
        var results = await TogetherAsync(10, async (i, c, t) =>
        {
            await InsertAsync(c, t, $"{i}");
            seen.Add((await temporary.Database.CheckAsync()).Value);
            return i;
        });
        Assert.All(seen, count => Assert.Equal(0, count));
        Assert.Equal(Enumerable.Range(0, 10), results.Select(result => result.Value));
    }

    [Fact]
    public async Task One_that_fails_undoes_only_its_own()
    {
        var refused = new Error.Conflict("test", "Refused on purpose.");
        var results = await TogetherAsync(30, async (i, c, t) =>
        {
            await InsertAsync(c, t, $"{i}");
            return i % 3 == 0 ? refused : i;
        });
        Assert.All(results.Index(), result => Assert.Equal(result.Index % 3 == 0 ? refused : null, result.Item.Error));
        var stored = await temporary.Database.ReadAsync(c => c.QueryAsync<string>("SELECT id FROM owner_key"));
        Assert.Equal(Enumerable.Range(0, 30).Where(i => i % 3 != 0).Order(), stored.Value.Select(int.Parse).Order());
    }

    [Fact]
    public async Task One_that_throws_throws_only_at_its_own_caller()
    {
        var tasks = await StartAsync(12, async (i, c, t) =>
        {
            await InsertAsync(c, t, $"{i}");
            if (i == 5) throw new FormatException("on purpose");
            if (i == 6) await c.ExecuteAsync("INSERT INTO owner_key VALUES ('0', 'h', '2026-01-01')", transaction: t);
            return i;
        });
        Assert.IsType<FormatException>(await Record.ExceptionAsync(() => tasks[5]));
        Assert.IsType<SqliteException>(await Record.ExceptionAsync(() => tasks[6]));
        foreach (var index in Enumerable.Range(0, 12).Except([5, 6])) Assert.Equal(index, (await tasks[index]).Value);
        Assert.Equal(10, (await temporary.Database.CheckAsync()).Value);
    }

    [Fact]
    public async Task A_disk_that_gets_full_refuses_what_does_not_fit_and_keeps_what_was_acknowledged()
    {
        using var small = new TemporaryDatabase(maximumBytes: 400_000);
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => small.Database.WriteAsync<int>(async (c, t) =>
            await c.ExecuteAsync("INSERT INTO owner_key VALUES (@Id, @Hash, '2026-01-01')", new { Id = $"{i}", Hash = new string('x', 5_000) + i }, t))));
        var stored = results.Count(result => result.Error is null);
        Assert.InRange(stored, 1, 199);
        Assert.All(results.Where(result => result.Error is not null), result => Assert.Equal("disk-full", result.Error!.Code));
        small.Reopen();
        Assert.Equal(stored, (await small.Database.CheckAsync()).Value);
    }

    [Fact]
    public async Task More_than_a_group_may_hold_are_all_stored()
    {
        var results = await TogetherAsync((3 * GroupCommit.LargestGroup) + 5, async (i, c, t) =>
        {
            await InsertAsync(c, t, $"{i}");
            return i;
        });
        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal(results.Length, (await temporary.Database.CheckAsync()).Value);
    }

    private static Task<int> InsertAsync(SqliteConnection connection, SqliteTransaction transaction, string id) =>
        connection.ExecuteAsync("INSERT INTO owner_key VALUES (@id, @id, '2026-01-01')", new { id }, transaction);

    private async Task<Result<int>[]> TogetherAsync(int count, Func<int, SqliteConnection, SqliteTransaction, Task<Result<int>>> work) =>
        await Task.WhenAll(await StartAsync(count, work));

    /// <summary>Starts writes while another one runs, so that they wait together and form groups.</summary>
    private async Task<Task<Result<int>>[]> StartAsync(int count, Func<int, SqliteConnection, SqliteTransaction, Task<Result<int>>> work)
    {
        TaskCompletionSource runs = new(), allWait = new();
        var first = temporary.Database.WriteAsync<int>(async (_, _) =>
        {
            runs.SetResult();
            await allWait.Task;
            return 0;
        });
        await runs.Task;
        var tasks = Enumerable.Range(0, count).Select(i => temporary.Database.WriteAsync<int>((c, t) => work(i, c, t))).ToArray();
        allWait.SetResult();
        await first;
        return tasks;
    }
}
