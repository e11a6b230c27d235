using SpeechScoop.Audio.Features;

namespace SpeechScoop.Inference.Recognition;

/// <summary>Takes the scores of a block: natural-log probabilities, frames × symbols.</summary>
internal delegate void CtcScores(ReadOnlySpan<float> logProbabilities, int frames);

/// <summary>
/// From samples to the network's log-probabilities, block by block. Every block is run with what the network sees to its
/// left and right, so that the scores are those of one run over the whole recording, whatever the size of the blocks.
/// Not thread-safe.
/// </summary>
internal sealed class CtcScorer(CtcModel model, int blockFrames, StreamGroup? group = null) : IDisposable
{
    // What follows the end of a recording: enough for the network's right context and for symbols that come late.
    private const double TailSeconds = 0.3;

    private readonly LogMelStream features = new(model.Preset);
    private readonly FeatureHistory history = new(model.Preset.Bands);
    private readonly SilenceGate gate = model.NewGate();
    private readonly CtcRun run = new(model, group);
    private long nextFrame, gated;

    /// <summary>Takes samples and hands on the scores of each block that they complete.</summary>
    public Error? Accept(ReadOnlySpan<float> samples, CtcScores scores)
    {
        features.Accept(samples, history);
        Gate();
        while (history.Count >= ((nextFrame + blockFrames) * model.Stride) + model.RightFeatures)
            if (Score(blockFrames, scores) is { } failed) return failed;
        return null;
    }

    /// <summary>Ends the recording and hands on the rest.</summary>
    /// <remarks>
    /// Recordings often end with the last sound. The network was trained with a little silence after it and decides about
    /// a word when it hears that, so the quietest moment of the last second is put there.
    /// </remarks>
    public Error? Finish(CtcScores scores)
    {
        features.Finish(history);
        var perSecond = model.Preset.SampleRate / model.Preset.Hop;
        var tail = (int)(TailSeconds * perSecond);
        history.RepeatQuietest(tail + model.RightFeatures, perSecond);
        Gate();
        var last = model.OutputFrames((int)Math.Min(int.MaxValue, history.Count - model.RightFeatures));
        while (nextFrame < last)
            if (Score((int)Math.Min(blockFrames, last - nextFrame), scores) is { } failed) return failed;
        return null;
    }

    public void Dispose() => run.Dispose();

    private Error? Score(int frames, CtcScores scores)
    {
        var left = Math.Max(0, nextFrame - model.LeftFrames);
        var start = left * model.Stride;
        var end = Math.Min(history.Count, ((nextFrame + frames) * model.Stride) + model.RightFeatures);
        var input = run.Input((int)(end - start));
        var skipped = (int)(nextFrame - left);
        var wanted = run.Output.Slice(skipped * model.Symbols, frames * model.Symbols);
        if (group is not null && group.Find(model, nextFrame, frames) is { IsEmpty: false } known)
        {
            known.CopyTo(wanted);
        }
        else
        {
            history.CopyBandsFirst(start, (int)(end - start), input);
            if (run.Run() is { } failed) return failed;
            run.Share(nextFrame, skipped, frames);
        }
        for (var frame = 0; frame < frames; frame++)
            if (gate.IsSilent((nextFrame + frame) * model.Stride)) MakeBlank(wanted.Slice(frame * model.Symbols, model.Symbols));
        scores(wanted, frames);
        nextFrame += frames;
        var perSecond = model.Preset.SampleRate / model.Preset.Hop;
        history.ForgetBefore(Math.Min(Math.Max(0, nextFrame - model.LeftFrames) * model.Stride, history.Count - perSecond));
        gate.ForgetBefore(nextFrame * model.Stride);
        return null;
    }

    private void Gate()
    {
        for (; gated < history.Count; gated++) gate.Accept(history.Frame(gated));
    }

    private void MakeBlank(Span<float> row)
    {
        row.Fill(-30);
        row[model.Blank] = 0;
    }
}
