namespace SpeechScoop.TokenizerLab;

/// <summary>How a tokenizer used its codebooks over one clip or many.</summary>
/// <param name="CodebookSize">Entries of each codebook.</param>
/// <param name="Frames">Token frames of all clips together.</param>
/// <param name="Seconds">Audio of all clips together.</param>
/// <param name="Codebooks">One entry a codebook, in order of the residual stages.</param>
public sealed record TokenStatistics(int CodebookSize, long Frames, double Seconds, IReadOnlyList<CodebookStatistics> Codebooks)
{
    /// <summary>Token frames a second.</summary>
    public double FrameRate => Frames / Seconds;

    /// <summary>Tokens a second: frame rate × codebooks.</summary>
    public double TokensPerSecond => FrameRate * Codebooks.Count;

    /// <summary>Bits a second when every token is sent with the same number of bits: tokens a second × log₂(codebook size).</summary>
    public double NominalBitRate => TokensPerSecond * Math.Log2(CodebookSize);

    /// <summary>
    /// Bits a second for an ideal entropy coder that knows how often each code occurs, codebook by codebook: frame rate × sum of entropies.
    /// What codes tell about each other in time or between codebooks is not used.
    /// </summary>
    public double EntropyBitRate => FrameRate * Codebooks.Sum(book => book.EntropyBits);

    /// <summary>
    /// The largest utilisation that so few tokens can reach. Below 1, utilisation and entropy say as much about the length of the audio as about the tokenizer;
    /// entropy is too low by about (used − 1) / (2 · frames · ln 2) bits in any case (Miller 1955).
    /// </summary>
    public double ReachableUtilisation => Math.Min(1, (double)Frames / CodebookSize);
}

/// <summary>How one codebook was used.</summary>
/// <param name="Used">Codes that occurred.</param>
/// <param name="Utilisation">Share of all codes that occurred, 0..1.</param>
/// <param name="EntropyBits">−Σ p log₂ p over codes, in bits a token.</param>
/// <param name="Perplexity">2^entropy: as many equally frequent codes would have the same entropy.</param>
/// <param name="Efficiency">Entropy / log₂(codebook size), 0..1 (compute_entropy.py of the Descript Audio Codec).</param>
/// <param name="RepeatRate">Share of tokens equal to the token of the frame before in the same clip; null where no clip has two frames.</param>
/// <param name="Counts">How often each code occurred; one entry a code.</param>
public sealed record CodebookStatistics(
    int Used, double Utilisation, double EntropyBits, double Perplexity, double Efficiency, double? RepeatRate, IReadOnlyList<long> Counts);
