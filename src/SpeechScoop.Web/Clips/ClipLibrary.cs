using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Storage.Clips;

namespace SpeechScoop.Web.Clips;

/// <summary>Audio clips of this installation, as samples: stored as WAV files by content.</summary>
internal sealed class ClipLibrary(AudioFiles files, ClipStore clips, TimeProvider time)
{
    /// <summary>Stores a clip. The file is 16-bit where that keeps every sample exactly or is asked for, else 32-bit float.</summary>
    /// <param name="name">As users see it.</param>
    /// <param name="format">Null to choose without loss.</param>
    /// <returns><see cref="Error.Unavailable"/> where the disk is full or cannot be written.</returns>
    public async Task<Result<StoredClip>> AddAsync(AudioClip clip, string name, WavFormat? format = null)
    {
        var chosen = format ?? (FitsPcm16(clip) ? WavFormat.Pcm16 : WavFormat.Float32);
        if (!files.Store(stream => WavWriter.Write(stream, clip, chosen)).TryGet(out var sha256, out var error)) return error;
        return await NoteAsync(sha256, clip.SampleRate, clip.ChannelCount, clip.Length, name);
    }

    /// <summary>Takes a finished WAV file made at <see cref="AudioFiles.NewTemporaryPath"/>.</summary>
    public async Task<Result<StoredClip>> AdoptAsync(string temporaryPath, int sampleRate, int channels, long frames, string name)
    {
        if (!files.Adopt(temporaryPath).TryGet(out var sha256, out var error)) return error;
        return await NoteAsync(sha256, sampleRate, channels, frames, name);
    }

    /// <summary>What is known of a clip, its file being there.</summary>
    public async Task<Result<StoredClip>> FindAsync(string sha256)
    {
        if (files.Find(sha256).Error is { } missing) return missing;
        return await clips.FindAsync(sha256);
    }

    /// <summary>Full path of a clip's WAV file.</summary>
    public Result<string> PathOf(string sha256) => files.Find(sha256);

    /// <summary>Reads a clip's samples.</summary>
    /// <param name="limits">What is accepted; null for no limit but the upload's.</param>
    public async Task<Result<AudioClip>> ReadAsync(string sha256, DecodeLimits? limits = null, CancellationToken cancellation = default)
    {
        if (!files.Find(sha256).TryGet(out var path, out var error)) return error;
        return await AudioDecoder.DecodeAsync(path, limits, cancellation);
    }

    private Task<Result<StoredClip>> NoteAsync(string sha256, int sampleRate, int channels, long frames, string name) => clips.AddAsync(new StoredClip
    {
        Sha256 = sha256,
        Name = name,
        SampleRate = sampleRate,
        Channels = channels,
        Frames = frames,
        CreatedAt = time.GetUtcNow(),
    });

    private static bool FitsPcm16(AudioClip clip)
    {
        for (var channel = 0; channel < clip.ChannelCount; channel++)
            if (!WavWriter.FitsPcm16(clip.Channel(channel))) return false;
        return true;
    }
}
