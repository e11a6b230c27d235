using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Recognition;

/// <summary>
/// From log-probabilities to segments of words. Decides where speech ends, by rules outside the network: after a pause,
/// after long silence without any word, or when a segment becomes too long. Looks for ends only at whole steps counted
/// from the recording's start, so that blocks of any size give the same segments. Not thread-safe.
/// </summary>
internal sealed class CtcSegmenter(CtcModel model, EndpointingSection rules, Func<ICtcDecoder> open)
{
    private const double ShortPauseSeconds = 0.15;
    private const double GraceSeconds = 5;
    private const double PauseWithoutWordSeconds = 0.3;

    private ICtcDecoder decoder = open();
    private long segmentStart;
    private long framesSeen;
    private int segment;
    private DecodedText? reported;

    /// <summary>Takes the next frames.</summary>
    /// <param name="logProbabilities">Frames × symbols.</param>
    /// <param name="updates">Takes a final update for each segment that ends.</param>
    public void Accept(ReadOnlySpan<float> logProbabilities, int frames, List<RecognitionUpdate> updates)
    {
        for (var done = 0; done < frames;)
        {
            // Up to the next whole step.
            var count = (int)Math.Min(frames - done, model.ChunkFrames - (framesSeen % model.ChunkFrames));
            decoder.Accept(logProbabilities.Slice(done * model.Symbols, count * model.Symbols), count);
            (done, framesSeen) = (done + count, framesSeen + count);
            if (framesSeen % model.ChunkFrames == 0 && HasEnded()) End(updates, null);
        }
    }

    /// <summary>What is known of the present segment, if it changed since it was last asked for.</summary>
    public RecognitionUpdate? Partial()
    {
        var text = decoder.Partial();
        if (reported is null ? text.Words.Count == 0 : text.StableWords == reported.StableWords && text.Words.SequenceEqual(reported.Words)) return null;
        reported = text;
        return Update(text, text.StableWords, isFinal: false, null);
    }

    /// <summary>Ends the last segment.</summary>
    /// <param name="duration">Length of the recording: no word ends later.</param>
    public void Finish(List<RecognitionUpdate> updates, TimeSpan duration) => End(updates, duration);

    private bool HasEnded()
    {
        var silence = decoder.TrailingBlankFrames * model.FrameSeconds;
        if (silence >= rules.SilenceWithoutSpeechSeconds) return true;
        var length = decoder.FrameCount * model.FrameSeconds;
        if (length >= rules.MaxSeconds && (silence >= ShortPauseSeconds || length >= rules.MaxSeconds + GraceSeconds)) return true;
        if (silence < PauseWithoutWordSeconds || decoder.Partial().Words is not [.., var last]) return false;
        // A click or a breath among the silence is no speech as long as no word comes of it.
        return Math.Max(silence, (decoder.FrameCount - last.EndFrame) * model.FrameSeconds) >= rules.SilenceSeconds;
    }

    private void End(List<RecognitionUpdate> updates, TimeSpan? duration)
    {
        var text = decoder.Finish();
        if (text.Words.Count > 0 || reported is { Words.Count: > 0 })
        {
            updates.Add(Update(text, text.Words.Count, isFinal: true, duration));
            segment++;
        }
        reported = null;
        segmentStart = framesSeen;
        decoder = open();
    }

    private RecognitionUpdate Update(DecodedText text, int stable, bool isFinal, TimeSpan? duration)
    {
        var words = new RecognizedWord[text.Words.Count];
        for (var i = 0; i < words.Length; i++)
        {
            var (start, end) = (Time(segmentStart + text.Words[i].StartFrame), Time(segmentStart + text.Words[i].EndFrame));
            words[i] = new RecognizedWord(text.Words[i].Text, Capped(start, duration), Capped(end, duration));
        }
        return new RecognitionUpdate(
            segment, isFinal, string.Join(' ', words.Take(stable).Select(word => word.Text)), string.Join(' ', words.Skip(stable).Select(word => word.Text)),
            words, Capped(Time(framesSeen), duration));
    }

    // Whole milliseconds: finer digits would only show how the frame's length was rounded.
    private TimeSpan Time(long frame) => TimeSpan.FromMilliseconds(Math.Round(frame * model.FrameSeconds * 1000));

    private static TimeSpan Capped(TimeSpan time, TimeSpan? limit) => limit is { } last && time > last ? last : time;
}
