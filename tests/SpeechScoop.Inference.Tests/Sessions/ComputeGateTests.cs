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

    [Fact]
    public async Task Work_in_the_background_waits_for_all_other_work()
    {
        using var gate = new ComputeGate(1);
        using var release = new ManualResetEventSlim();
        var order = new List<string>();
        var first = gate.RunAsync(() => release.Wait(10_000));
        var background = InBackgroundAsync(gate, () => order.Add("background"));
        var others = Enumerable.Range(0, 3).Select(i => gate.RunAsync(() =>
        {
            order.Add($"{i}");
            return i;
        })).ToArray();
        release.Set();
        await Task.WhenAll([first, background, .. others]);
        Assert.Equal(["0", "1", "2", "background"], order);
    }

    [Fact]
    public async Task While_people_use_models_one_thread_is_free_of_work_in_the_background()
    {
        using var gate = new ComputeGate(2);
        using var release = new ManualResetEventSlim();
        var (running, most) = (0, 0);
        await gate.RunAsync(() => 0);
        var background = Enumerable.Range(0, 4).Select(_ => InBackgroundAsync(gate, () =>
        {
            var now = Interlocked.Increment(ref running);
            lock (release) most = Math.Max(most, now);
            release.Wait(10_000);
            Interlocked.Decrement(ref running);
        })).ToArray();
        // Although the work in the background holds its thread, this is answered.
        Assert.Equal(7, await gate.RunAsync(() => 7).WaitAsync(TimeSpan.FromSeconds(10)));
        release.Set();
        await Task.WhenAll(background);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Without_other_work_every_thread_works_in_the_background()
    {
        using var gate = new ComputeGate(2);
        using var both = new CountdownEvent(2);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => InBackgroundAsync(gate, () =>
        {
            both.Signal();
            Assert.True(both.Wait(10_000));
        })));
    }

    [Fact]
    public async Task The_mark_of_the_background_ends_with_the_method_that_set_it()
    {
        using var gate = new ComputeGate(1);
        await InBackgroundAsync(gate, () => { });
        Assert.False(BackgroundCompute.IsCurrent);
    }

    private static async Task InBackgroundAsync(ComputeGate gate, Action work)
    {
        BackgroundCompute.Begin();
        await gate.RunAsync(() =>
        {
            work();
            return 0;
        });
    }
}
