using Dapper;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Storage.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = StoredRun.Noon;

    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    private RunStore Runs => new(temporary.Database);

    private RunOutputStore Outputs => new(temporary.Database);

    [Fact]
    public async Task A_run_is_listed_with_its_dataset_and_the_counts_of_its_outputs()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, items: 4, takes: 2);
        await StoredRun.CreateAsync(temporary.Database, kind: RunKind.Recognition, name: "other");
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 3)).Value;
        await Outputs.SaveAsync(taken[0] with { Status = OutputStatus.Done });
        await Outputs.SaveAsync(taken[1] with { Status = OutputStatus.Failed, Error = "Broken." });
        await Outputs.SaveMeasuredAsync(taken[0], [], Noon);

        var listed = Assert.Single((await Runs.ListAsync(RunKind.Synthesis)).Value);

        Assert.Equal(run, listed.Run);
        Assert.Equal(("set", 4), (listed.DatasetName, listed.DatasetItems));
        Assert.Equal(new RunProgress(16, 13, 1, 1, 1, 0, 1), listed.Progress);
        Assert.Equal(listed, (await Runs.FindListedAsync(run.Id)).Value);
        Assert.Equal(2, (await Runs.ListAsync()).Value.Count);
        Assert.Empty((await Runs.ListAsync(datasetId: "none")).Value);
    }

    [Fact]
    public async Task Pause_resume_and_cancel_are_possible_only_where_they_mean_something()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, status: RunStatus.Queued);
        Assert.Equal(RunStatus.Running, (await Runs.StartAsync(run.Id, """{"cores":2}""", Noon)).Value.Status);
        Assert.Equal("""{"cores":2}""", (await Runs.StartAsync(run.Id, """{"cores":3}""", Noon.AddHours(1))).Value.Environment);
        Assert.IsType<Error.Conflict>((await Runs.ResumeAsync(run.Id)).Error);
        Assert.Equal(RunStatus.Paused, (await Runs.PauseAsync(run.Id)).Value.Status);
        Assert.Empty((await Outputs.TakeQueuedAsync(run.Id, 1)).Value);
        Assert.Equal(RunStatus.Queued, (await Runs.ResumeAsync(run.Id)).Value.Status);
        Assert.Equal(RunStatus.Cancelled, (await Runs.CancelAsync(run.Id, Noon)).Value.Status);
        Assert.Equal(6, (await Runs.FindListedAsync(run.Id)).Value.Progress.Cancelled);
        var error = Assert.IsType<Error.Conflict>((await Runs.PauseAsync(run.Id)).Error);
        Assert.Contains("cancelled", error.Message);
        Assert.IsType<Error.NotFound>((await Runs.PauseAsync("nothing")).Error);
    }

    [Fact]
    public async Task A_run_is_done_when_every_output_is_measured_or_failed()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, items: 1);
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 2)).Value;
        await Outputs.SaveAsync(taken[0] with { Status = OutputStatus.Done });
        Assert.Equal(RunStatus.Running, (await Runs.FinishAsync(run.Id, Noon)).Value.Status);
        await Outputs.SaveAsync(taken[1] with { Status = OutputStatus.Failed, Error = "Broken." });
        Assert.Equal(RunStatus.Running, (await Runs.FinishAsync(run.Id, Noon)).Value.Status);
        await Outputs.SaveMeasuredAsync(taken[0], [], Noon);
        var done = (await Runs.FinishAsync(run.Id, Noon)).Value;
        Assert.Equal((RunStatus.Done, Noon), (done.Status, done.FinishedAt));
    }

    [Fact]
    public async Task Retry_queues_what_failed_and_opens_the_run_again()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, items: 1);
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 2)).Value;
        await Outputs.SaveAsync(taken[0] with { Status = OutputStatus.Done });
        await Outputs.SaveMeasuredAsync(taken[0], [], Noon);
        await Outputs.SaveAsync(taken[1] with { Status = OutputStatus.Failed, Error = "Broken." });
        await Runs.FinishAsync(run.Id, Noon);

        Assert.Equal((RunStatus.Queued, (DateTimeOffset?)null), ((await Runs.RetryAsync(run.Id)).Value is var again ? again.Status : default, again.FinishedAt));

        await Runs.StartAsync(run.Id, "{}", Noon);
        var retried = Assert.Single((await Outputs.TakeQueuedAsync(run.Id, 5)).Value);
        Assert.Equal((taken[1].Id, null, 1), (retried.Id, retried.Error, retried.Attempts));
        await Outputs.SaveAsync(retried with { Status = OutputStatus.Done });
        Assert.IsType<Error.Conflict>((await Runs.RetryAsync(run.Id)).Error);
    }

    [Fact]
    public async Task Deleting_a_run_takes_its_outputs_and_measurements_along_but_not_while_it_goes_on()
    {
        var run = await StoredRun.CreateAsync(temporary.Database);
        var taken = (await Outputs.TakeQueuedAsync(run.Id, 1)).Value;
        await Outputs.SaveAsync(taken[0] with { Status = OutputStatus.Done });
        await Outputs.SaveMeasuredAsync(taken[0], [RunOutputStoreTests.Measurement(taken[0].Id, "wer", 0.5)], Noon);
        Assert.IsType<Error.Conflict>((await Runs.DeleteAsync(run.Id)).Error);
        await Runs.CancelAsync(run.Id, Noon);
        Assert.Null((await Runs.DeleteAsync(run.Id)).Error);
        Assert.IsType<Error.NotFound>((await Runs.FindAsync(run.Id)).Error);
        Assert.Empty((await Outputs.OfRunAsync(run.Id)).Value);
    }

    [Theory]
    [InlineData("SELECT output.run_id, output.status, count(*), count(output.measured_at) FROM output JOIN run ON run.id = output.run_id WHERE run.id = 'r' GROUP BY output.run_id, output.status", "COVERING INDEX output_run_progress")]
    [InlineData("SELECT id FROM output WHERE run_id = 'r' AND status = 'queued' AND measured_at IS NULL ORDER BY position LIMIT 1", "INDEX output_run_progress (run_id=? AND status=? AND measured_at=?)")]
    [InlineData("SELECT id, position FROM output WHERE run_id = 'r' AND status = 'queued' AND measured_at IS NULL AND system_id = 's' ORDER BY position LIMIT 1", "INDEX output_run_queue (run_id=? AND system_id=?)")]
    [InlineData("SELECT count(*) FROM output WHERE output.run_id = 'r'", "COVERING INDEX")]
    public async Task What_is_asked_again_and_again_of_a_hundred_thousand_outputs_is_answered_by_an_index(string query, string expected)
    {
        var steps = (await temporary.Database.ReadAsync(connection => connection.QueryAsync<(int Id, int Parent, int Unused, string Detail)>($"EXPLAIN QUERY PLAN {query}"))).Value.Select(step => step.Detail).ToArray();
        Assert.Contains(steps, step => step.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) || step.StartsWith("SCAN output", StringComparison.Ordinal));
    }
}
