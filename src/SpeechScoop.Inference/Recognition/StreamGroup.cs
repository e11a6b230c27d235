namespace SpeechScoop.Inference.Recognition;

/// <summary>
/// Streams that hear the same samples from their first on. Where several of them use heads of one graph, whoever comes
/// first runs it for all. Results are the same as without a group. Not thread-safe: feed the streams of a group one at a time.
/// </summary>
public sealed class StreamGroup
{
    // The streams of a group advance together; one that falls further behind runs the graph by itself.
    private const int MostKept = 32;

    private readonly List<CtcModel> members = [];
    private readonly Queue<SharedBlock> blocks = new();

    private TimeSpan spared;

    /// <summary>Scores of a block that one stream computed for another, and how long the graph took.</summary>
    private sealed record SharedBlock(CtcModel Model, long Frame, int Frames, float[] Scores, TimeSpan Time);

    /// <summary>Grows whenever a stream joins.</summary>
    internal int Version { get; private set; }

    /// <summary>Notes a stream of the group.</summary>
    internal void Join(CtcModel model)
    {
        members.Add(model);
        Version++;
    }

    /// <summary>Notes that a stream of the group is closed.</summary>
    internal void Leave(CtcModel model)
    {
        members.Remove(model);
        Version++;
    }

    /// <summary>Whose scores other streams will ask for: heads of the same graph, this one too where two streams use it.</summary>
    internal CtcModel[] Wanted(CtcModel model) =>
        [.. members.GroupBy(member => member).Where(group => group.Key.Model == model.Model && (group.Key != model || group.Count() > 1)).Select(group => group.Key)];

    /// <summary>
    /// What streams were spared since the last call: the time of the runs that others had made for them. Added to a
    /// stream's own time it gives what the stream would take alone, so that its speed does not depend on its neighbours.
    /// </summary>
    public TimeSpan TakeSparedTime()
    {
        var time = spared;
        spared = TimeSpan.Zero;
        return time;
    }

    /// <summary>Keeps a block's scores for the streams that come later.</summary>
    internal void Offer(CtcModel model, long frame, int frames, ReadOnlySpan<float> scores, TimeSpan time)
    {
        blocks.Enqueue(new SharedBlock(model, frame, frames, scores.ToArray(), time));
        while (blocks.Count > MostKept) blocks.Dequeue();
    }

    /// <summary>The scores of a block where another stream has computed them; empty where none has.</summary>
    internal ReadOnlySpan<float> Find(CtcModel model, long frame, int frames)
    {
        foreach (var block in blocks)
        {
            if (block.Model != model || block.Frame != frame || block.Frames != frames) continue;
            spared += block.Time;
            return block.Scores;
        }
        return default;
    }
}
