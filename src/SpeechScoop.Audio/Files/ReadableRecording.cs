namespace SpeechScoop.Audio.Files;

/// <summary>A recording of any format that can be read again and again, in pieces: a WAV file itself, or a temporary WAV copy of any other, which goes with this.</summary>
public sealed class ReadableRecording : IDisposable
{
    private readonly string path;
    private readonly bool isCopy;

    private ReadableRecording(string path, bool isCopy) => (this.path, this.isCopy) = (path, isCopy);

    /// <summary>Makes a file readable.</summary>
    /// <inheritdoc cref="AudioDecoder.DecodeAsync(string, DecodeLimits?, CancellationToken)"/>
    public static async Task<Result<ReadableRecording>> OpenAsync(string path, DecodeLimits? limits = null, CancellationToken cancellation = default)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"speechscoop-{Guid.CreateVersion7():n}.wav");
        try
        {
            var direct = WavPart.Open(path, 0, null);
            if (direct.TryGet(out var part, out var error))
            {
                part.Source.Dispose();
                return part.Frames > 0 ? new ReadableRecording(path, isCopy: false) : ClipCollector.NoSamples(Path.GetFileName(path));
            }
            if (error is Error.NotFound) return error;
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            await using var _ = file.ConfigureAwait(false);
            var written = await WavConversion.WriteAsync(file, Path.GetFileName(path), copy, limits, null, cancellation).ConfigureAwait(false);
            if (written.Error is null) return new ReadableRecording(copy, isCopy: true);
            File.Delete(copy);
            return written.Error;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(copy);
            return new Error.Unavailable("audio-unreadable-file", $"{path} could not be read, or its copy in {Path.GetTempPath()} not written ({e.Message}). Check permissions and the disks.");
        }
        catch
        {
            File.Delete(copy);
            throw;
        }
    }

    /// <summary>Reads it from its beginning.</summary>
    /// <param name="sampleRate">Rate of the samples that come out, in hertz.</param>
    public Result<MonoReader> Read(int sampleRate) => MonoReader.Open(path, sampleRate);

    public void Dispose()
    {
        if (isCopy) File.Delete(path);
    }
}
