namespace SpeechScoop.Inference.Recognition;

/// <summary>
/// Turns CTC frames into words, frame by frame. One decoder serves one segment of one stream; not thread-safe.
/// Feeding frames in any chunking gives the same words.
/// </summary>
public interface ICtcDecoder
{
    /// <summary>Takes the next frames.</summary>
    /// <param name="logProbabilities">Natural-log probabilities, row-major [frames × symbols].</param>
    /// <param name="frames">Number of frames.</param>
    void Accept(ReadOnlySpan<float> logProbabilities, int frames);

    /// <summary>Frames accepted so far.</summary>
    int FrameCount { get; }

    /// <summary>Best hypothesis so far, including an unfinished last word where the decoder has one.</summary>
    DecodedText Partial();

    /// <summary>Best complete hypothesis; the decoder accepts no more frames.</summary>
    DecodedText Finish();

    /// <summary>Frames since the last one in which anything but blank was most probable; for endpointing.</summary>
    int TrailingBlankFrames { get; }
}

/// <summary>Words of a CTC hypothesis.</summary>
/// <param name="Words">In order.</param>
/// <param name="StableWords">How many leading words no later frame will change (all surviving hypotheses share them).</param>
public sealed record DecodedText(IReadOnlyList<DecodedWord> Words, int StableWords);

/// <summary>A word and the frames it covers, counted from the decoder's first frame; <paramref name="EndFrame"/> is exclusive.</summary>
public readonly record struct DecodedWord(string Text, int StartFrame, int EndFrame);
