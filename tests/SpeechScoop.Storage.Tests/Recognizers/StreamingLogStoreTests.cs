using SpeechScoop.Runs;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Storage.Recognizers;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Storage.Tests.Recognizers;

public sealed class StreamingLogStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    private StreamingLogStore Logs => new(temporary.Database);

    [Fact]
    public async Task A_log_stays_with_its_output_and_a_new_one_takes_its_place()
    {
        var (run, outputs) = await DoneRunAsync();
        foreach (var output in outputs.Take(3)) await Logs.SaveAsync(output.Id, $"old {output.Position}\n", StoredRun.Noon);
        await Logs.SaveAsync(outputs[1].Id, "new 1 ü\n", StoredRun.Noon);
        temporary.Reopen();
        Assert.Equal("new 1 ü\n", (await Logs.FindAsync(outputs[1].Id)).Value);
        Assert.Equal(["old 0\n", "new 1 ü\n", "old 2\n"], (await Logs.OfRunAsync(run.Id)).Value);
        Assert.Equal([outputs[2].Id], (await Logs.OfAsync([outputs[2].Id, outputs[3].Id])).Value.Keys);
    }

    [Fact]
    public async Task Logs_go_with_their_run()
    {
        var (run, outputs) = await DoneRunAsync();
        await Logs.SaveAsync(outputs[0].Id, "x\n", StoredRun.Noon);
        await new RunStore(temporary.Database).FinishAsync(run.Id, StoredRun.Noon);
        await new RunStore(temporary.Database).CancelAsync(run.Id, StoredRun.Noon);
        Assert.Null((await new RunStore(temporary.Database).DeleteAsync(run.Id)).Error);
        Assert.IsType<Error.NotFound>((await Logs.FindAsync(outputs[0].Id)).Error);
        Assert.Empty((await Logs.OfRunAsync(run.Id)).Value);
    }

    [Fact]
    public async Task A_log_of_a_hidden_label_is_not_given()
    {
        var (trial, outputs) = await StoredTrial.CreateAsync(temporary.Database, blind: true);
        await Logs.SaveAsync(outputs[0].Id, "names its recognizer\n", StoredTrial.Noon);
        Assert.Contains("hidden", (await Logs.FindAsync(outputs[0].Id)).Error!.Message, StringComparison.Ordinal);
        Assert.Empty((await Logs.OfAsync([outputs[0].Id])).Value);
        await new LiveTrialStore(temporary.Database).RevealAsync(trial.Id, StoredTrial.Noon);
        Assert.Equal("names its recognizer\n", (await Logs.FindAsync(outputs[0].Id)).Value);
    }

    [Fact]
    public async Task Unknown_outputs_and_those_that_are_not_done_have_none()
    {
        Assert.Equal("log-not-found", (await Logs.FindAsync("nothing")).Error!.Code);
        Assert.Equal(0, (await Logs.SaveAsync("nothing", "x", StoredRun.Noon)).Value);
        var run = await StoredRun.CreateAsync(temporary.Database, kind: RunKind.Recognition);
        var queued = (await new RunOutputStore(temporary.Database).OfRunAsync(run.Id)).Value[0];
        await Logs.SaveAsync(queued.Id, "x\n", StoredRun.Noon);
        Assert.NotNull((await Logs.FindAsync(queued.Id)).Error);
    }

    private async Task<(Run Run, IReadOnlyList<RunItemOutput> Outputs)> DoneRunAsync()
    {
        var run = await StoredRun.CreateAsync(temporary.Database, kind: RunKind.Recognition);
        var store = new RunOutputStore(temporary.Database);
        foreach (var output in (await store.TakeQueuedAsync(run.Id, 100)).Value) await store.SaveAsync(output with { Status = OutputStatus.Done, Text = "x" });
        return (run, (await store.OfRunAsync(run.Id)).Value);
    }
}
