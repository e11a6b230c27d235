using SpeechScoop.Inference.Sessions;
using SpeechScoop.Web.Live.Recognition;

namespace SpeechScoop.Web.Tests.Live;

public sealed class ComputeTurnTests
{
    [Fact]
    public async Task Work_of_one_trial_runs_one_at_a_time_in_order_on_many_threads()
    {
        using var gate = new ComputeGate(4);
        var turn = new ComputeTurn(gate);
        var (inside, most, order) = (0, 0, new List<int>());
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => turn.RunAsync(() =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            order.Add(i);
            Interlocked.Decrement(ref inside);
            return i;
        }, CancellationToken.None)));
        Assert.Equal(1, most);
        Assert.Equal(Enumerable.Range(0, 500), order);
    }

    [Fact]
    public async Task Work_that_fails_or_is_cancelled_does_not_stop_the_next()
    {
        using var gate = new ComputeGate(1);
        var turn = new ComputeTurn(gate);
        await Assert.ThrowsAsync<InvalidOperationException>(() => turn.RunAsync<int>(() => throw new InvalidOperationException("a bug"), CancellationToken.None));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn.RunAsync(() => 1, new CancellationToken(canceled: true)));
        Assert.Equal(2, await turn.RunAsync(() => 2, CancellationToken.None));
    }
}
