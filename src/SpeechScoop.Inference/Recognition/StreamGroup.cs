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

    /// <summary>Scores of a block that one stream computed for another.</summary>
    private sealed record SharedBlock(CtcModel Model, long Frame, int Frames, float[] Scores);

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

    /// <summary>Keeps a block's scores for the streams that come later.</summary>
    internal void Offer(CtcModel model, long frame, int frames, ReadOnlySpan<float> scores)
    {
        blocks.Enqueue(new SharedBlock(model, frame, frames, scores.ToArray()));
        while (blocks.Count > MostKept) blocks.Dequeue();
    }

    /// <summary>The scores of a block where another stream has computed them; empty where none has.</summary>
    internal ReadOnlySpan<float> Find(CtcModel model, long frame, int frames)
    {
        foreach (var block in blocks)
            if (block.Model == model && block.Frame == frame && block.Frames == frames) return block.Scores;
        return default;
    }
}
