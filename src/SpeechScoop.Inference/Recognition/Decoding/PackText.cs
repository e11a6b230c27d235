using System.IO.Compression;

namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>Text files of packs, gzipped where their name ends in <c>.gz</c>.</summary>
public static class PackText
{
    /// <summary>The largest text a pack may hold once unpacked, in bytes.</summary>
    public const int LargestText = 512 * 1024 * 1024;

    /// <summary>The whole file, unpacked.</summary>
    public static Result<byte[]> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? (Stream)new GZipStream(file, CompressionMode.Decompress)
                : file;
            using var memory = new MemoryStream((int)Math.Min(file.Length * 6, LargestText));
            var block = new byte[1 << 16];
            for (int read; (read = content.Read(block)) > 0;)
            {
                if (memory.Length + read > LargestText)
                {
                    return new Error.Invalid("pack-text-too-large",
                        $"{path} is larger than {LargestText >> 20} MiB when unpacked; prune it.");
                }

                memory.Write(block, 0, read);
            }

            return memory.ToArray();
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new Error.Invalid("pack-text-unreadable", $"{path} cannot be read: {failure.Message}");
        }
    }
}
