namespace SpeechScoop.TokenizerLab;

/// <summary>Counts the tokens of clips that one tokenizer made: of one clip, of a domain, or of everything. Not thread-safe.</summary>
public sealed class TokenCounter
{
    private readonly long[][] counts;
    private readonly long[] repeats;
    private readonly int codebookSize;
    private long frames, pairs;
    private double seconds;

    /// <param name="codebooks">Codebooks, ≥ 1.</param>
    /// <param name="codebookSize">Entries of each, ≥ 2.</param>
    public TokenCounter(int codebooks, int codebookSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(codebooks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(codebookSize, 2);
        (this.codebookSize, counts, repeats) = (codebookSize, [.. Enumerable.Range(0, codebooks).Select(_ => new long[codebookSize])], new long[codebooks]);
    }

    /// <summary>Statistics of one clip.</summary>
    /// <inheritdoc cref="Add"/>
    public static Result<TokenStatistics> Of(IReadOnlyList<int[]> codes, int codebookSize, double seconds)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Count == 0) return new Error.Invalid("tokens-missing", "There are no codebooks: token statistics need at least one.");
        var counter = new TokenCounter(codes.Count, codebookSize);
        return counter.Add(codes, seconds) is { } error ? error : counter.Statistics();
    }

    /// <summary>Adds a clip; a clip that is refused leaves the counts as they were.</summary>
    /// <param name="codes">One array a codebook, all of one length, values 0..size − 1.</param>
    /// <param name="seconds">Length of the audio.</param>
    /// <returns>Null, or <c>tokens-damaged</c> naming what does not fit.</returns>
    public Error? Add(IReadOnlyList<int[]> codes, double seconds)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (Check(codes, seconds) is { } damaged) return damaged;
        for (var book = 0; book < codes.Count; book++)
        {
            var tokens = codes[book];
            for (var i = 0; i < tokens.Length; i++)
            {
                counts[book][tokens[i]]++;
                if (i > 0 && tokens[i] == tokens[i - 1]) repeats[book]++;
            }
        }
        frames += codes[0].Length;
        pairs += Math.Max(0, codes[0].Length - 1);
        this.seconds += seconds;
        return null;
    }

    /// <summary>What was counted so far.</summary>
    /// <returns><c>tokens-missing</c> before the first token.</returns>
    public Result<TokenStatistics> Statistics() => frames == 0
        ? new Error.Invalid("tokens-missing", "There are no tokens: token statistics need at least one frame.")
        : new TokenStatistics(codebookSize, frames, seconds, [.. counts.Select(Book)]);

    private CodebookStatistics Book(long[] count, int book)
    {
        var (used, entropy) = (0, 0.0);
        foreach (var times in count)
        {
            if (times == 0) continue;
            var share = (double)times / frames;
            entropy -= share * Math.Log2(share);
            used++;
        }
        return new(used, (double)used / codebookSize, entropy, Math.Pow(2, entropy), entropy / Math.Log2(codebookSize),
            pairs == 0 ? null : (double)repeats[book] / pairs, [.. count]);
    }

    private Error.Invalid? Check(IReadOnlyList<int[]> codes, double seconds)
    {
        if (codes.Count != counts.Length) return Damaged($"there are {codes.Count} codebooks, and {counts.Length} were expected");
        if (!(seconds > 0 && double.IsFinite(seconds))) return Damaged(FormattableString.Invariant($"the audio is {seconds} seconds long; give its length above 0"));
        for (var book = 0; book < codes.Count; book++)
        {
            if (codes[book].Length != codes[0].Length) return Damaged($"codebook {book} has {codes[book].Length} frames, codebook 0 has {codes[0].Length}");
            var outside = Array.FindIndex(codes[book], code => code < 0 || code >= codebookSize);
            if (outside >= 0) return Damaged($"token {codes[book][outside]} of codebook {book} in frame {outside} is outside 0..{codebookSize - 1}");
        }
        return null;
    }

    private static Error.Invalid Damaged(string why) => new("tokens-damaged", $"The tokens do not fit together: {why}.");
}
