namespace SpeechScoop.Inference.Tokenization;

/// <summary>A stretch of token frames that is wanted, and the longer one that is run for it.</summary>
/// <param name="Start">First frame wanted.</param>
/// <param name="Frames">Frames wanted.</param>
/// <param name="RunStart">First frame run.</param>
/// <param name="RunFrames">Frames run.</param>
internal readonly record struct CodecBlock(int Start, int Frames, int RunStart, int RunFrames)
{
    /// <summary>Frames of the run before those wanted.</summary>
    public int Skip => Start - RunStart;

    /// <summary>Surrounds frames with context.</summary>
    /// <param name="context">Frames of context on both sides, where there are so many.</param>
    /// <param name="total">Frames in all.</param>
    /// <param name="padFrames">The run starts and ends at multiples of so many frames, beyond the total if need be.</param>
    public static CodecBlock At(int start, int frames, int context, int total, int padFrames)
    {
        var runStart = Math.Max(0, start - context) / padFrames * padFrames;
        var runEnd = (Math.Min(total, start + frames + context) + padFrames - 1) / padFrames * padFrames;
        return new CodecBlock(start, frames, runStart, runEnd - runStart);
    }
}
