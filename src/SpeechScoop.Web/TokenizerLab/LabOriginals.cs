using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Datasets;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>Originals as clips of their own: an item may be a part of a recording.</summary>
internal sealed class LabOriginals(ClipLibrary library, ItemAudio audio)
{
    /// <summary>The clip that went in. A part of a recording is cut out once, and found by its content afterwards.</summary>
    public async Task<Result<StoredClip>> OfAsync(RunItemOutput output, CancellationToken cancellation)
    {
        if (output.ItemClipSha256 is not { } sha256)
            return new Error.NotFound("item-without-audio", $"The item '{output.ItemKey}' has no recording to compare with.");
        if (output.ItemStart is null && output.ItemEnd is null) return await library.FindAsync(sha256);
        if (!(await audio.ReadAsync(sha256, output.ItemStart, output.ItemEnd, cancellation)).TryGet(out var part, out var error)) return error;
        return await library.AddAsync(part, $"{output.ItemClipName ?? "recording"}, {output.ItemKey}");
    }
}
