using System.Net;
using System.Net.Http.Headers;
using SpeechScoop.Audio.Files;

namespace SpeechScoop.Inference.Vendors.Http;

/// <summary>
/// A recording as it is sent: a WAV file of one channel and 16 bits. A short one is held in memory, a long one in a temporary file that goes with this; so that long recordings,
/// of which several may be on their way at once, take no memory. It can be sent again and again, as repetitions need it.
/// </summary>
internal sealed class VendorAudio : IDisposable
{
    /// <summary>Two minutes at 16 kHz.</summary>
    private const long MostBytesInMemory = 4 << 20;

    private readonly byte[]? bytes;
    private readonly string? path;

    private VendorAudio(byte[]? bytes, string? path) => (this.bytes, this.path) = (bytes, path);

    /// <summary>Reads a recording to its end.</summary>
    /// <returns><see cref="Error.Unavailable"/> where the temporary file cannot be written.</returns>
    public static Result<VendorAudio> Of(MonoReader audio, CancellationToken cancellation)
    {
        if (MonoWav.Bytes(audio) <= MostBytesInMemory)
        {
            using var memory = new MemoryStream((int)MonoWav.Bytes(audio));
            MonoWav.Write(memory, audio, cancellation);
            return new VendorAudio(memory.ToArray(), null);
        }
        var written = new VendorAudio(null, Path.Combine(Path.GetTempPath(), $"speechscoop-{Guid.CreateVersion7():n}.wav"));
        try
        {
            MonoWav.Write(written.path!, audio, cancellation);
            return written;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            written.Dispose();
            return new Error.Unavailable("vendor-audio-not-written", $"The recording could not be written to {Path.GetTempPath()} to be sent ({exception.Message.TrimEnd('.')}). Free space there.");
        }
        catch
        {
            written.Dispose();
            throw;
        }
    }

    /// <summary>A body that holds the file.</summary>
    public HttpContent Content(string mediaType)
    {
        HttpContent content = bytes is not null ? new ByteArrayContent(bytes) : new FileContent(path!);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return content;
    }

    public void Dispose()
    {
        if (path is not null) File.Delete(path);
    }

    /// <summary>A file, opened for each attempt: one that was given up may still be reading its own.</summary>
    private sealed class FileContent(string path) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true);
            await using var _ = file.ConfigureAwait(false);
            await file.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = new FileInfo(path).Length;
            return true;
        }
    }
}
