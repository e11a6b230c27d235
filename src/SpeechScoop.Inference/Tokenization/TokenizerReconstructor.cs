using System.Diagnostics;
using SpeechScoop.Audio;
using SpeechScoop.Inference.Packs;
using SpeechScoop.TokenizerLab;

namespace SpeechScoop.Inference.Tokenization;

/// <summary>A pack's tokenizer. Its setting is <c>codebooks</c>: how many of them the reconstruction is made from.</summary>
internal sealed class TokenizerReconstructor(SystemSummary system, ISystemCatalog catalog) : IReconstructor
{
    private const string Codebooks = "codebooks";

    public SystemSummary System => system;

    public IReadOnlyList<ReconstructionOption> Options { get; } =
        [.. Enumerable.Range(1, system.Traits.Codebooks ?? 0).Select(books => new ReconstructionOption(
            ReconstructionSettings.Json(Codebooks, books), books == 1 ? "1 codebook" : $"{books} codebooks",
            system.Traits is { FrameRate: { } rate, CodebookSize: { } size } ? books * rate * Math.Log2(size) : null))];

    public Result<string> Check(string settings) => Count(settings).Select(books => ReconstructionSettings.Json(Codebooks, books));

    public async Task<Result<Reconstruction>> ReconstructAsync(AudioClip original, string settings, CancellationToken cancellation = default)
    {
        if (!Count(settings).TryGet(out var books, out var error)) return error;
        if (!(await catalog.GetTokenizerAsync(system.Id, cancellation).ConfigureAwait(false)).TryGet(out var tokenizer, out error)) return error;
        var time = Stopwatch.StartNew();
        if (!(await tokenizer.EncodeAsync(original, cancellation).ConfigureAwait(false)).TryGet(out var tokens, out error)) return error;
        if (!(await tokenizer.DecodeAsync(tokens, books, cancellation).ConfigureAwait(false)).TryGet(out var decoded, out error)) return error;
        time.Stop();
        if (!(await tokenizer.EncodeAsync(decoded, cancellation).ConfigureAwait(false)).TryGet(out var again, out error)) return error;
        var used = tokens.Codes.Take(books).ToArray();
        if (!TokenSurvival.Of(used, [.. again.Codes.Take(books)]).TryGet(out var survival, out error)) return error;
        return new Reconstruction(ReconstructionForm.Of(decoded, original))
        {
            BitRate = tokens.BitRate(books),
            Tokens = tokens with { Codes = used },
            Survival = survival,
            Processing = time.Elapsed,
        };
    }

    private Result<int> Count(string settings) => ReconstructionSettings.Number(settings, Codebooks, system, 1, system.Traits.Codebooks ?? int.MaxValue);
}
