using SpeechScoop.Audio.Files;
using SpeechScoop.Storage.Clips;

namespace SpeechScoop.Web.Clips;

/// <summary>Takes an audio file of any format from an untrusted body: streamed to disk with a size limit, decoded with limits, stored as WAV.</summary>
internal sealed class ClipUpload(AudioFiles files, ClipLibrary library) : IDisposable
{
    /// <summary>Largest upload, in bytes: 200 MB.</summary>
    public const long MaximumBytes = 200_000_000;

    private const int MaximumNameLength = 200;

    // 36 dB above full scale: no mix gets there, and whoever listens would be hurt.
    private const float LoudestSample = 64;

    // What is decoded goes to the disk, block by block; a WAV file holds up to 4 GiB.
    private static readonly DecodeLimits Limits = new() { MaxBytes = MaximumBytes, MaxDuration = TimeSpan.FromHours(3), MaxDecodedBytes = (4L << 30) - 4096, MaxPeak = LoudestSample };

    // Many files may come at once; decoding must not take every core from whoever listens.
    private readonly SemaphoreSlim decoding = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Stores what <paramref name="body"/> holds.</summary>
    /// <param name="declaredBytes">The length that the client announced, if it did.</param>
    /// <param name="name">The file's name at the user's; any text.</param>
    /// <param name="warnings">Receives a sentence for each thing that was mended (truncation, non-finite samples).</param>
    public async Task<Result<StoredClip>> StoreAsync(Stream body, long? declaredBytes, string? name, CancellationToken cancellation, ICollection<string>? warnings = null)
    {
        if (declaredBytes > MaximumBytes) return TooLarge();
        var shown = Shorten(name);
        var path = files.NewTemporaryPath();
        try
        {
            if (await SpoolAsync(body, path, cancellation) is { } error) return error;
            await decoding.WaitAsync(cancellation);
            try
            {
                return await DecodeAsync(path, shown, warnings, cancellation);
            }
            finally
            {
                decoding.Release();
            }
        }
        finally
        {
            AudioFiles.Discard(path);
        }
    }

    public void Dispose() => decoding.Dispose();

    private async Task<Result<StoredClip>> DecodeAsync(string path, string name, ICollection<string>? warnings, CancellationToken cancellation)
    {
        var decoded = files.NewTemporaryPath();
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            if (!(await WavConversion.WriteAsync(file, name, decoded, Limits, warnings, cancellation)).TryGet(out var facts, out var error)) return error;
            return await library.AdoptAsync(decoded, facts.SampleRate, facts.Channels, facts.Frames, name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return NotWritten(decoded, exception);
        }
        finally
        {
            AudioFiles.Discard(decoded);
        }
    }

    private static async Task<Error?> SpoolAsync(Stream body, string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            var buffer = new byte[1 << 16];
            var total = 0L;
            while (await body.ReadAsync(buffer, cancellation) is var read && read > 0)
            {
                total += read;
                if (total > MaximumBytes) return TooLarge();
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            return null;
        }
        catch (Exception exception) when (exception is IOException and not Microsoft.AspNetCore.Http.BadHttpRequestException and not Microsoft.AspNetCore.Connections.ConnectionResetException or UnauthorizedAccessException)
        {
            return NotWritten(path, exception);
        }
    }

    private static Error.Unavailable NotWritten(string path, Exception exception) =>
        new("upload-not-stored", $"The upload could not be written to {Path.GetDirectoryName(path)} ({exception.Message.TrimEnd('.')}). Free space on the disk, then try again.");

    private static Error.Invalid TooLarge() =>
        new("audio-file-too-large", $"The file is larger than {MaximumBytes / 1_000_000} MB, the limit. Cut it, or compress it (FLAC, Opus).");

    /// <summary>The last part of a path, without control characters, shortened; never empty.</summary>
    private static string Shorten(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new string([.. last.Where(character => !char.IsControl(character))]).Trim();
        if (clean.Length > MaximumNameLength) clean = clean[..(char.IsHighSurrogate(clean[MaximumNameLength - 1]) ? MaximumNameLength - 1 : MaximumNameLength)];
        return clean is "" ? "recording" : clean;
    }
}
