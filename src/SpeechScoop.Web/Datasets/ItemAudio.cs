using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
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
        if (start is null && end is null) return await library.ReadAsync(sha256, cancellation: cancellation);
        if (!library.PathOf(sha256).TryGet(out var path, out var error)) return error;
        return await Task.Run(() => WavPart.Read(path, start ?? 0, end, cancellation), cancellation);
    }

    /// <summary>Opens an item's samples as one channel at a rate, to be read in pieces; the caller disposes it.</summary>
    public Result<MonoReader> Open(string sha256, double? start, double? end, int sampleRate) =>
        library.PathOf(sha256).Then(path => MonoReader.Open(path, sampleRate, start ?? 0, end));

    /// <summary>An item's waveform in <paramref name="count"/> spans, 1..4000.</summary>
    public async Task<Result<PeaksView>> PeaksAsync(string sha256, double? start, double? end, int count, CancellationToken cancellation)
    {
        if (!library.PathOf(sha256).TryGet(out var path, out var error)) return error;
        return await Task.Run(() => PeaksView.Read(path, start ?? 0, end, count, cancellation), cancellation);
    }
}
