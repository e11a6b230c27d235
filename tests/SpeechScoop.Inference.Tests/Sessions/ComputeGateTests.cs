using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Tests.Sessions;

public sealed class ComputeGateTests
{
    [Fact]
    public async Task Never_more_work_runs_at_once_than_there_are_threads()
    {
        using var gate = new ComputeGate(2);
        var (running, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gate.RunAsync(() =>
        {
            var now = Interlocked.Increment(ref running);
            lock (gate) most = Math.Max(most, now);
            Thread.Sleep(5);
            Interlocked.Decrement(ref running);
            return 0;
        })));
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task Work_runs_on_threads_of_its_own_and_its_continuations_do_not()
    {
        using var gate = new ComputeGate(1);
        var name = await gate.RunAsync(() => Thread.CurrentThread.Name);
        Assert.Equal("compute 0", name);
        Assert.NotEqual("compute 0", Thread.CurrentThread.Name);
    }

    [Fact]
    public async Task Work_starts_in_the_order_in_which_it_was_asked_for()
    {
        using var gate = new ComputeGate(1);
        var order = new List<int>();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => gate.RunAsync(() =>
        {
            order.Add(i);
            return i;
        })).ToArray());
        Assert.Equal(Enumerable.Range(0, 50), order);
    }

    [Fact]
    public async Task Work_that_was_cancelled_while_it_waited_never_runs()
    {
        using var gate = new ComputeGate(1);
        using var release = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        var first = gate.RunAsync(() => release.Wait(10_000));
        var ran = false;
        var second = gate.RunAsync(() => ran = true, cancellation.Token);
        await cancellation.CancelAsync();
        release.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.True(await first);
        Assert.False(ran);
    }

    [Fact]
    public async Task A_bug_in_one_piece_of_work_reaches_its_caller_and_nobody_else()
    {
        using var gate = new ComputeGate(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => gate.RunAsync<int>(() => throw new InvalidOperationException("bug")));
        Assert.Equal(3, await gate.RunAsync(() => 3));
    }
}
