using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpeechScoop.Audio.Files;

/// <summary>Decodes through libsndfile: FLAC, Ogg (Vorbis, Opus), MP3, AIFF, AU, CAF, companded and ADPCM WAV.</summary>
internal sealed unsafe class SndfileSource : IAudioSource
{
    private readonly GCHandle stream;
    private readonly Sndfile.VirtualIo* io;
    private readonly Sndfile.Info info;
    private nint file;

    private SndfileSource(Stream stream)
    {
        this.stream = GCHandle.Alloc(stream);
        io = (Sndfile.VirtualIo*)NativeMemory.AllocZeroed((nuint)sizeof(Sndfile.VirtualIo));
        io->GetLength = &GetLength;
        io->Seek = &Seek;
        io->Read = &ReadBytes;
        io->Write = &WriteBytes;
        io->Tell = &Tell;
        Sndfile.Info found = default;
        file = Sndfile.OpenVirtual(io, Sndfile.ReadMode, &found, GCHandle.ToIntPtr(this.stream));
        info = found;
    }

    /// <inheritdoc/>
    public int SampleRate => info.SampleRate;

    /// <inheritdoc/>
    public int ChannelCount => info.Channels;

    /// <inheritdoc/>
    public long? FrameCount => info.Frames is > 0 and < long.MaxValue ? info.Frames : null;

    /// <summary>Opens a seekable stream at its first byte; null where libsndfile does not recognise the format.</summary>
    public static SndfileSource? TryOpen(Stream stream)
    {
        var source = new SndfileSource(stream);
        if (source.file != 0) return source;
        source.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public int Read(Span<float> interleaved)
    {
        fixed (float* target = interleaved)
            return (int)Math.Max(0, Sndfile.ReadFrames(file, target, interleaved.Length / info.Channels));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (file != 0) _ = Sndfile.Close(file);
        file = 0;
        if (stream.IsAllocated) stream.Free();
        NativeMemory.Free(io);
        GC.SuppressFinalize(this);
    }

    // Called from native code: nothing may be thrown through it, so a failing stream reads as its end.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long GetLength(nint user) => Try(user, static s => s.Length);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Tell(nint user) => Try(user, static s => s.Position);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Seek(long offset, int whence, nint user) => Try(user, s =>
    {
        var target = offset + whence switch { 0 => 0, 1 => s.Position, _ => s.Length };
        return target < 0 ? -1 : s.Position = target;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long ReadBytes(byte* target, long count, nint user) => Try(user, s =>
    {
        var span = new Span<byte>(target, (int)Math.Min(count, int.MaxValue));
        return s.ReadAtLeast(span, span.Length, throwOnEndOfStream: false);
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long WriteBytes(byte* source, long count, nint user) => 0;

    private static long Try(nint user, Func<Stream, long> act)
    {
        try
        {
            return act((Stream)GCHandle.FromIntPtr(user).Target!);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or NotSupportedException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
