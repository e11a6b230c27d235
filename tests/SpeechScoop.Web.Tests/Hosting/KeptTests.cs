using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Tests.Hosting;

public sealed class KeptTests
{
    private int made;

    private Task<Result<int>> MakeAsync(int value)
    {
        Interlocked.Increment(ref made);
        return Task.FromResult<Result<int>>(value);
    }

    [Fact]
    public async Task The_same_is_never_computed_twice_at_the_same_time()
    {
        var (kept, gate) = (new Kept<int>(10), new TaskCompletionSource());
        var waiting = Enumerable.Range(0, 20).Select(_ => kept.GetAsync("key", async () =>
        {
            await gate.Task;
            return await MakeAsync(7);
        })).ToList();
        gate.SetResult();
        Assert.All(await Task.WhenAll(waiting), result => Assert.Equal(7, result.Value));
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task What_was_not_used_for_longest_makes_place()
    {
        var kept = new Kept<int>(10, value => value);
        foreach (var key in new[] { "a", "b", "a", "c" }) await kept.GetAsync(key, () => MakeAsync(4));
        Assert.Equal(3, made);
        await kept.GetAsync("a", () => MakeAsync(4));
        Assert.Equal(3, made);
        await kept.GetAsync("b", () => MakeAsync(4));
        Assert.Equal(4, made);
    }

    [Fact]
    public async Task A_newer_answer_to_the_same_question_takes_the_place_of_the_older()
    {
        var kept = new Kept<int>(100);
        await kept.GetAsync("version 1", () => MakeAsync(1), "question");
        await kept.GetAsync("other", () => MakeAsync(1), "another question");
        await kept.GetAsync("version 2", () => MakeAsync(2), "question");
        Assert.Equal(3, made);
        await kept.GetAsync("version 2", () => MakeAsync(2), "question");
        await kept.GetAsync("other", () => MakeAsync(1), "another question");
        Assert.Equal(3, made);
        await kept.GetAsync("version 1", () => MakeAsync(1), "question");
        Assert.Equal(4, made);
    }

    [Fact]
    public async Task Errors_and_failures_are_not_kept()
    {
        var kept = new Kept<int>(10);
        Assert.NotNull((await kept.GetAsync("key", () => Task.FromResult<Result<int>>(new Error.Invalid("wrong", "It is wrong.")))).Error);
        await Assert.ThrowsAsync<InvalidOperationException>(() => kept.GetAsync("key", () => throw new InvalidOperationException("a bug")));
        Assert.Equal(3, (await kept.GetAsync("key", () => MakeAsync(3))).Value);
    }
}
