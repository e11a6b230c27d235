using System.Text.Json;
using SpeechScoop.Inference.Tokenization;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>Tokens as an output of a run keeps them.</summary>
/// <param name="Codebooks">Codebooks used.</param>
/// <param name="Frames">Token frames.</param>
/// <param name="Codes">One list of codes a codebook.</param>
/// <param name="CodebookSize">Entries of each codebook.</param>
/// <param name="FrameRate">Token frames a second.</param>
/// <param name="Survival">For each codebook the share of tokens, 0..1, that come out equal when the reconstruction is encoded again; null where that was not tried.</param>
internal sealed record StoredTokens(int Codebooks, int Frames, IReadOnlyList<int[]> Codes, int CodebookSize, double FrameRate, IReadOnlyList<double>? Survival)
{
    /// <summary>What an output's tokens are stored as; null where the system has none.</summary>
    public static string? Write(Reconstruction made) => made.Tokens is not { } tokens ? null : JsonSerializer.Serialize(
        new StoredTokens(tokens.Codes.Count, tokens.Codes[0].Length, tokens.Codes, tokens.CodebookSize, tokens.FrameRate, made.Survival?.Codebooks), JsonSerializerOptions.Web);

    /// <summary>Reads what <see cref="Write"/> wrote; null for no tokens.</summary>
    public static StoredTokens? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<StoredTokens>(json, JsonSerializerOptions.Web);
}
