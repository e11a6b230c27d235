using SpeechScoop.Audio;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Datasets;

/// <summary>The audio of items: a recording, or the stretch of it that the item is.</summary>
internal sealed class ItemAudio(ClipLibrary library)
{
    /// <summary>Reads an item's samples at the recording's rate.</summary>
    /// <param name="start">In seconds; null for the beginning.</param>
    /// <param name="end">In seconds; null for the end.</param>
    public async Task<Result<AudioClip>> ReadAsync(string sha256, double? start, double? end, CancellationToken cancellation)
    {
        if (!(await library.ReadAsync(sha256, cancellation: cancellation)).TryGet(out var clip, out var error)) return error;
        return start is null && end is null ? clip : Cut(clip, start ?? 0, end);
    }

    private static AudioClip Cut(AudioClip clip, double start, double? end)
    {
        var from = (int)Math.Clamp(Math.Round(start * clip.SampleRate), 0, clip.Length);
        var to = end is { } stop ? (int)Math.Clamp(Math.Round(stop * clip.SampleRate), from, clip.Length) : clip.Length;
        return new AudioClip(clip.SampleRate, [.. Enumerable.Range(0, clip.ChannelCount).Select(channel => clip.Channel(channel)[from..to].ToArray())]);
    }
}
