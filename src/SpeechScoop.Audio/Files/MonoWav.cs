namespace SpeechScoop.Audio.Files;

/// <summary>Writes what a reader gives as a WAV file of one channel and 16 bits, as programs and services take it.</summary>
public static class MonoWav
{
    private const int BlockSamples = 65_536;

    /// <summary>Bytes of the file.</summary>
    public static long Bytes(MonoReader audio) => WavWriter.HeaderBytes(WavFormat.Pcm16) + (2 * audio.Length);

    /// <summary>Writes a new file, which only this user may read.</summary>
    public static void Write(string path, MonoReader audio, CancellationToken cancellation = default)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        Write(file, audio, cancellation);
    }

    /// <summary>Writes to an empty stream that can seek; it stays open.</summary>
    public static void Write(Stream stream, MonoReader audio, CancellationToken cancellation = default)
    {
        var writer = new WavFileWriter(stream, audio.SampleRate, 1);
        var block = new float[(int)Math.Min(BlockSamples, Math.Max(1, audio.Length))];
        while (audio.Read(block) is var read and > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Write(block.AsSpan(0, read));
        }
        writer.Complete();
    }
}
