using System.IO.Compression;
using System.Security.Cryptography;

namespace SpeechScoop.Storage.Runs;

/// <summary>A file that a run was imported from.</summary>
/// <param name="Position">Its place among the run's files, from 0.</param>
/// <param name="Name">As it was delivered, with its folder where it had one.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its content, 64 hexadecimal digits.</param>
public sealed record ImportedFile(string RunId, int Position, string Name, long Bytes, string Sha256);

/// <summary>An imported file with its content, packed: transcripts shrink to a fraction.</summary>
public sealed record PackedFile(string Name, long Bytes, string Sha256, byte[] Content)
{
    /// <summary>Packs a file.</summary>
    public static PackedFile Of(string name, ReadOnlyMemory<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content.Span);
        return new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content.Span)), packed.ToArray());
    }

    /// <summary>The file as it was.</summary>
    public byte[] Unpack()
    {
        var content = new byte[Bytes];
        using var gzip = new GZipStream(new MemoryStream(Content), CompressionMode.Decompress);
        gzip.ReadExactly(content);
        return content;
    }
}
