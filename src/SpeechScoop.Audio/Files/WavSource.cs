using System.Buffers;

namespace SpeechScoop.Audio.Files;

/// <summary>Decodes the samples of a WAV stream after its <see cref="WavHeader"/>; need not be seekable.</summary>
internal sealed class WavSource : IAudioSource
{
    private const int BlockBytes = 65_536;

    private readonly Stream stream;
    private readonly bool leaveOpen;
    private readonly WavHeader header;
    private readonly byte[] block;
    private long remaining;

    private WavSource(Stream stream, bool leaveOpen, WavHeader header)
    {
        (this.stream, this.leaveOpen, this.header) = (stream, leaveOpen, header);
        remaining = header.DataBytes ?? long.MaxValue;
        block = ArrayPool<byte>.Shared.Rent(Math.Max(BlockBytes, header.FrameBytes));
        if (stream.CanSeek)
        {
            var present = Math.Max(0, stream.Length - stream.Position);
            IsTruncated = header.DataBytes > present;
            remaining = Math.Min(remaining, present);
            PresentFrames = remaining / header.FrameBytes;
        }
    }

    /// <inheritdoc/>
    public int SampleRate => header.SampleRate;

    /// <inheritdoc/>
    public int ChannelCount => header.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount => PresentFrames ?? header.DataBytes / header.FrameBytes;

    /// <summary>Whole frames whose bytes are really there; null where the stream cannot say.</summary>
    public long? PresentFrames { get; }

    /// <summary>Frames that were read.</summary>
    public long FramesRead { get; private set; }

    /// <summary>Whether the stream ended before the declared size. Known from the start of a seekable stream, else at its end.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Opens a stream at its first byte.</summary>
    public static Result<WavSource> Open(Stream stream, string name, bool leaveOpen) =>
        WavHeader.Read(stream, name).Select(header => new WavSource(stream, leaveOpen, header));

    /// <summary>Passes over frames of a seekable stream.</summary>
    /// <param name="frames">0 .. <see cref="PresentFrames"/>.</param>
    public void Skip(long frames)
    {
        stream.Position += frames * header.FrameBytes;
        remaining -= frames * header.FrameBytes;
    }

    /// <inheritdoc/>
    public int Read(Span<float> interleaved)
    {
        var frameBytes = header.FrameBytes;
        var frames = Math.Min(interleaved.Length / header.ChannelCount, block.Length / frameBytes);
        var wanted = (int)Math.Min((long)frames * frameBytes, remaining);
        if (wanted <= 0) return 0;
        var got = stream.ReadAtLeast(block.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
        remaining -= got;
        if (got < wanted)
        {
            IsTruncated = header.DataBytes is not null;
            remaining = 0;
        }
        var whole = got / frameBytes;
        FramesRead += whole;
        header.Encoding.Decode(block.AsSpan(0, whole * frameBytes), interleaved);
        return whole;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(block);
        if (!leaveOpen) stream.Dispose();
    }
}
