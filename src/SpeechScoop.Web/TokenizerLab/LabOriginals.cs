using SpeechScoop.Audio;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.TokenizerLab;

/// <summary>Originals as clips of their own: an item may be a part of a recording.</summary>
internal sealed class LabOriginals(ClipLibrary library)
{
    /// <summary>The clip that went in. A part of a recording is cut out once, and found by its content afterwards.</summary>
    public async Task<Result<StoredClip>> OfAsync(RunItemOutput output, CancellationToken cancellation)
    {
        if (output.ItemClipSha256 is not { } sha256)
            return new Error.NotFound("item-without-audio", $"The item '{output.ItemKey}' has no recording to compare with.");
        if (output.ItemStart is null && output.ItemEnd is null) return await library.FindAsync(sha256);
        if (!(await library.ReadAsync(sha256, cancellation: cancellation)).TryGet(out var recording, out var error)) return error;
        var start = Math.Clamp((int)Math.Round((output.ItemStart ?? 0) * recording.SampleRate), 0, recording.Length);
        var end = output.ItemEnd is { } seconds ? Math.Clamp((int)Math.Round(seconds * recording.SampleRate), start, recording.Length) : recording.Length;
        var part = new AudioClip(recording.SampleRate, [.. Enumerable.Range(0, recording.ChannelCount).Select(channel => recording.Channel(channel)[start..end].ToArray())]);
        return await library.AddAsync(part, $"{output.ItemClipName ?? "recording"}, {output.ItemKey}");
    }
}
