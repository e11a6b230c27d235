using SpeechScoop.Audio;

namespace SpeechScoop.Inference.Tokenization;

/// <summary>A loaded audio tokenizer (neural codec). Thread-safe.</summary>
public interface ITokenizer
{
    /// <summary>The system's id.</summary>
    string SystemId { get; }

    /// <summary>Rate of the audio inside the codec, in hertz; reconstructions have it.</summary>
    int SampleRate { get; }

    /// <summary>Token frames a second.</summary>
    double FrameRate { get; }

    /// <summary>Codebooks at most.</summary>
    int Codebooks { get; }

    /// <summary>Entries of each codebook.</summary>
    int CodebookSize { get; }

    /// <summary>Turns a clip (any rate and channel count) into tokens, with all codebooks.</summary>
    Task<Result<AudioTokens>> EncodeAsync(AudioClip clip, CancellationToken cancellation = default);

    /// <summary>Turns tokens back into audio of exactly the original's length at <see cref="SampleRate"/>, using the first <paramref name="codebooks"/> codebooks.</summary>
    Task<Result<AudioClip>> DecodeAsync(AudioTokens tokens, int codebooks, CancellationToken cancellation = default);
}

/// <summary>A token sequence with everything needed to decode it.</summary>
/// <param name="SystemId">The tokenizer that made it.</param>
/// <param name="CodebookSize">Entries of each codebook.</param>
/// <param name="FrameRate">Token frames a second.</param>
/// <param name="SampleCount">Samples of the audio at the codec's rate: what decoding gives back.</param>
/// <param name="Codes">One array a codebook, all of the same length, values 0..CodebookSize − 1.</param>
public sealed record AudioTokens(string SystemId, int CodebookSize, double FrameRate, int SampleCount, IReadOnlyList<int[]> Codes)
{
    /// <summary>Bits a second with <paramref name="codebooks"/> codebooks: codebooks × frame rate × log2(codebook size).</summary>
    public double BitRate(int codebooks) => codebooks * FrameRate * Math.Log2(CodebookSize);
}
