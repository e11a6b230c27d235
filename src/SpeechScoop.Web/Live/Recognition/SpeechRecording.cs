using System.Buffers.Binary;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>A microphone's audio on its way to disk, for a user who wants it kept: 16 kHz mono, 16 bits. One writer at a time.</summary>
internal sealed class SpeechRecording : IDisposable
{
    private const int HeaderBytes = 44;

    private readonly string path;
    private readonly FileStream file;

    private SpeechRecording(string path)
    {
        this.path = path;
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        file.Write(new byte[HeaderBytes]);
    }

    /// <summary>Opens a recording; null where the disk does not allow one, which must not stop the recognition.</summary>
    public static SpeechRecording? TryOpen(AudioFiles files)
    {
        try
        {
            return new SpeechRecording(files.NewTemporaryPath());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Appends samples; false where the disk is full.</summary>
    public bool Write(ReadOnlySpan<byte> samples)
    {
        try
        {
            file.Write(samples);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Closes the file with a header that fits, and stores it as a clip.</summary>
    public async Task<Result<StoredClip>> StoreAsync(ClipLibrary library, string name)
    {
        long dataBytes;
        try
        {
            dataBytes = file.Length - HeaderBytes;
            file.Position = 0;
            file.Write(Header((uint)dataBytes));
            await file.DisposeAsync();
        }
        catch (IOException exception)
        {
            return new Error.Unavailable("recording-not-written", $"The recording could not be written to {path} ({exception.Message.TrimEnd('.')}). Free space on the disk.");
        }
        return await library.AdoptAsync(path, LiveAudio.SampleRate, 1, dataBytes / LiveAudio.BytesPerSample, name);
    }

    /// <summary>Removes what was not stored.</summary>
    public void Dispose()
    {
        try
        {
            file.Dispose();
        }
        catch (IOException)
        {
            // A full disk refuses the last buffer; the recording is given up anyway.
        }
        AudioFiles.Discard(path);
    }

    private static byte[] Header(uint dataBytes)
    {
        var header = new byte[HeaderBytes];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), LiveAudio.SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), LiveAudio.SampleRate * 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), dataBytes);
        return header;
    }
}
