namespace SpeechScoop.Inference.Tokenization;

/// <summary>
/// How many tokens stay what they were when a reconstruction is encoded again. A codec whose reconstructions are others to
/// itself than the original drifts where audio is tokenized more than once (editing, dubbing, training on its own output).
/// </summary>
public static class TokenSurvival
{
    /// <summary>Id under which values are stored as measurements.</summary>
    public const string MetricId = "token-survival";

    /// <summary>Version of the computation, stored with measurements.</summary>
    public const string MetricVersion = "1";

    /// <summary>Share of equal tokens over all frames and the first <paramref name="codebooks"/> codebooks, 0..1.</summary>
    /// <param name="original">Tokens of the original.</param>
    /// <param name="again">Tokens of its reconstruction from those codebooks; the shorter length of both counts.</param>
    public static double Of(AudioTokens original, AudioTokens again, int codebooks)
    {
        var frames = Math.Min(original.Codes[0].Length, again.Codes[0].Length);
        long equal = 0;
        for (var book = 0; book < codebooks; book++)
            for (var frame = 0; frame < frames; frame++)
                if (original.Codes[book][frame] == again.Codes[book][frame]) equal++;
        return frames == 0 ? 0 : (double)equal / ((long)frames * codebooks);
    }
}
