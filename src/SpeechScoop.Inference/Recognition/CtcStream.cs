namespace SpeechScoop.Inference.Recognition;

/// <summary>Recognition of one stream by a CTC network.</summary>
internal sealed class CtcStream : IRecognitionStream
{
    private readonly CtcModel model;
    private readonly CtcSegmenter segmenter;
    private readonly StreamGroup? group;
    private readonly CtcScorer scorer;
    private long samplesTaken;
    private bool finished;

    public CtcStream(CtcModel model, CtcSegmenter segmenter, StreamGroup? group)
    {
        (this.model, this.segmenter, this.group) = (model, segmenter, group);
        group?.Join(model);
        scorer = new CtcScorer(model, model.ChunkFrames, group);
    }

    public Result<IReadOnlyList<RecognitionUpdate>> Accept(ReadOnlySpan<float> samples)
    {
        if (finished) return new Error.Conflict("stream-finished", "The stream has ended; open another one.");
        samplesTaken += samples.Length;
        var (updates, blocks) = (new List<RecognitionUpdate>(), 0);
        var failed = scorer.Accept(samples, (scores, frames) =>
        {
            segmenter.Accept(scores, frames, updates);
            blocks++;
        });
        if (failed is not null) return failed;
        if (blocks > 0 && segmenter.Partial() is { } partial) updates.Add(partial);
        return updates;
    }

    public Result<IReadOnlyList<RecognitionUpdate>> Finish()
    {
        if (finished) return Result<IReadOnlyList<RecognitionUpdate>>.Ok([]);
        finished = true;
        var updates = new List<RecognitionUpdate>();
        if (scorer.Finish((scores, frames) => segmenter.Accept(scores, frames, updates)) is { } failed) return failed;
        segmenter.Finish(updates, TimeSpan.FromSeconds((double)samplesTaken / model.Preset.SampleRate));
        return updates;
    }

    public void Dispose()
    {
        group?.Leave(model);
        scorer.Dispose();
    }
}
