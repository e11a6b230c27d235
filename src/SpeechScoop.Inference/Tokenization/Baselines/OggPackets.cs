using System.Buffers.Binary;

namespace SpeechScoop.Inference.Tokenization.Baselines;

/// <summary>Counts what an Ogg file carries, without its wrapping (RFC 3533).</summary>
internal static class OggPackets
{
    private const int HeaderBytes = 27, SegmentsAt = 26, FullSegment = 255;

    /// <summary>Bytes in the packets of a file with one stream, the first ones (its headers) left out; null where the file is none.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="headers">Packets to leave out: 2 for Opus (RFC 7845).</param>
    public static long? PayloadBytes(ReadOnlySpan<byte> file, int headers)
    {
        long bytes = 0;
        var packets = 0;
        while (!file.IsEmpty)
        {
            if (file.Length < HeaderBytes || BinaryPrimitives.ReadUInt32BigEndian(file) != 0x4F676753) return null;
            int segments = file[SegmentsAt];
            if (file.Length < HeaderBytes + segments) return null;
            var body = 0;
            foreach (var length in file.Slice(HeaderBytes, segments))
            {
                body += length;
                if (packets >= headers) bytes += length;
                if (length < FullSegment) packets++;
            }
            if (file.Length < HeaderBytes + segments + body) return null;
            file = file[(HeaderBytes + segments + body)..];
        }
        return packets >= headers ? bytes : null;
    }
}
