namespace SpeechScoop.Inference.Recognition;

/// <summary>Recognition of one stream by a CTC network.</summary>
internal sealed class CtcStream(CtcModel model, CtcSegmenter segmenter) : IRecognitionStream
{
    private readonly CtcScorer scorer = new(model, model.ChunkFrames);
    private long samplesTaken;
    private bool finished;

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

    public void Dispose() => scorer.Dispose();
}
