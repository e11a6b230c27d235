using SpeechScoop.Web.Live.Recognition;

namespace SpeechScoop.Web.Tests.Live;

public sealed class TrialOutboxTests
{
    [Fact]
    public async Task While_a_watcher_is_slow_only_the_newest_partial_of_a_segment_waits_and_nothing_final_is_lost()
    {
        var watcher = new SlowWatcher();
        var outbox = new TrialOutbox("t", watcher);
        var sending = outbox.RunAsync();
        outbox.Post(Partial("A", 0, "first"));
        await watcher.Entered.Task;
        for (var i = 0; i < 1000; i++) outbox.Post(Partial("A", 0, $"text {i}"));
        outbox.Post(Partial("B", 0, "other"));
        outbox.Post(Final("A", 0, "text"));
        outbox.Post(Partial("A", 1, "next"));
        outbox.Post(new TrialEvent.Closed());
        watcher.Go.SetResult();
        await sending;
        Assert.Equal(["A0 first", "A0 text 999", "B0 other", "A0 text!", "A1 next", "closed"], watcher.Seen);
    }

    [Fact]
    public async Task A_late_watcher_gets_what_lasts_and_the_newest_partials()
    {
        var (all, late) = (new SlowWatcher(), new SlowWatcher());
        all.Go.SetResult();
        late.Go.SetResult();
        var outbox = new TrialOutbox("t", all);
        foreach (var message in new TrialEvent[] { Partial("A", 0, "x"), Final("A", 0, "one"), Partial("A", 1, "two"), new TrialEvent.Failed("B", "code", "why") }) outbox.Post(message);
        outbox.Post(new TrialEvent.Replay(late));
        outbox.Post(new TrialEvent.Closed());
        await outbox.RunAsync();
        Assert.Equal(["A0 one!", "B failed why", "A1 two"], late.Seen);
    }

    private static TrialEvent.Partial Partial(string label, int segment, string text) => new(label, segment, "", text, 1, 0.1);

    private static TrialEvent.Final Final(string label, int segment, string text) => new(label, segment, text, [], [], [], 1, 0.1);

    private sealed class SlowWatcher : ILiveClient
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Seen { get; } = [];

        public Task Partial(string trialId, string label, int segment, string stableText, string unstableText, double audioSeconds, double delaySeconds) => SeeAsync($"{label}{segment} {unstableText}");

        public Task Final(string trialId, string label, int segment, string text, string[] words, double[] starts, double[] ends, double audioSeconds, double delaySeconds) => SeeAsync($"{label}{segment} {text}!");

        public Task Finished(string trialId, string label, double audioSeconds, double processingSeconds) => SeeAsync($"{label} finished");

        public Task Failed(string trialId, string label, string code, string message) => SeeAsync($"{label} failed {message}");

        public Task Closed(string trialId) => SeeAsync("closed");

        private async Task SeeAsync(string what)
        {
            Seen.Add(what);
            Entered.TrySetResult();
            await Go.Task;
        }
    }
}
