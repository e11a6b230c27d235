namespace SpeechScoop.Web.Live.Recognition;

/// <summary>A message of a recognition trial on its way to its watchers.</summary>
internal abstract record TrialEvent(string Label)
{
    public abstract Task SendAsync(ILiveClient client, string trialId);

    internal sealed record Partial(string Label, int Segment, string StableText, string UnstableText, double AudioSeconds, double DelaySeconds) : TrialEvent(Label)
    {
        public override Task SendAsync(ILiveClient client, string trialId) => client.Partial(trialId, Label, Segment, StableText, UnstableText, AudioSeconds, DelaySeconds);
    }

    internal sealed record Final(string Label, int Segment, string Text, string[] Words, double[] Starts, double[] Ends, double AudioSeconds, double DelaySeconds) : TrialEvent(Label)
    {
        public override Task SendAsync(ILiveClient client, string trialId) => client.Final(trialId, Label, Segment, Text, Words, Starts, Ends, AudioSeconds, DelaySeconds);
    }

    internal sealed record Finished(string Label, double AudioSeconds, double ProcessingSeconds) : TrialEvent(Label)
    {
        public override Task SendAsync(ILiveClient client, string trialId) => client.Finished(trialId, Label, AudioSeconds, ProcessingSeconds);
    }

    internal sealed record Failed(string Label, string Code, string Message) : TrialEvent(Label)
    {
        public override Task SendAsync(ILiveClient client, string trialId) => client.Failed(trialId, Label, Code, Message);
    }

    internal sealed record Closed() : TrialEvent("")
    {
        public override Task SendAsync(ILiveClient client, string trialId) => client.Closed(trialId);
    }

    /// <summary>Asks for everything so far to be sent to one connection that has just begun to watch.</summary>
    internal sealed record Replay(ILiveClient Watcher) : TrialEvent("")
    {
        public override Task SendAsync(ILiveClient client, string trialId) => Task.CompletedTask;
    }
}
