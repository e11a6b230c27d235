namespace SpeechScoop.TokenizerLab;

/// <summary>
/// Which tokens stay the same when audio is encoded, decoded and encoded again. A tokenizer whose tokens drift is a poor alphabet for a language model:
/// what it generated is not what it would read.
/// </summary>
/// <param name="Share">Tokens that are the same at the same place, of all codebooks, 0..1.</param>
/// <param name="Codebooks">The same for each codebook.</param>
/// <param name="Frames">Frames compared: those of the shorter sequence.</param>
/// <param name="FramesApart">Frames of the second sequence − frames of the first.</param>
public sealed record TokenSurvival(double Share, IReadOnlyList<double> Codebooks, int Frames, int FramesApart)
{
    /// <summary>Compares two token sequences frame by frame.</summary>
    /// <param name="first">Tokens of the audio: one array a codebook, all of one length.</param>
    /// <param name="again">Tokens of its reconstruction.</param>
    /// <returns><c>tokens-damaged</c> where they cannot be compared.</returns>
    public static Result<TokenSurvival> Of(IReadOnlyList<int[]> first, IReadOnlyList<int[]> again)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(again);
        if (first.Count == 0 || first.Count != again.Count)
            return new Error.Invalid("tokens-damaged", $"The audio has {first.Count} codebooks of tokens and its reconstruction {again.Count}: encode both with the same tokenizer and settings.");
        if (first.Any(book => book.Length != first[0].Length) || again.Any(book => book.Length != again[0].Length))
            return new Error.Invalid("tokens-damaged", "Codebooks of one sequence have different numbers of frames: the tokens do not fit together.");
        var frames = Math.Min(first[0].Length, again[0].Length);
        if (frames == 0) return new Error.Invalid("tokens-missing", "There are no frames to compare: both sequences need tokens.");
        double[] shares = [.. first.Zip(again, (before, after) => (double)Enumerable.Range(0, frames).Count(i => before[i] == after[i]) / frames)];
        return new TokenSurvival(shares.Average(), shares, frames, again[0].Length - first[0].Length);
    }
}
