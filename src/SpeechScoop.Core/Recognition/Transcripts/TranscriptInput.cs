namespace SpeechScoop.Recognition.Transcripts;

/// <summary>A file of transcripts as it was delivered.</summary>
/// <param name="Name">Its name, for the format, the names of recordings and the places of problems.</param>
/// <param name="Bytes">All of it.</param>
public sealed record TranscriptInput(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Larger files are refused unread.</summary>
    public const int MaximumBytes = 128 * 1024 * 1024;

    /// <summary>The name's last part without its ending: what a recording is called whose file says nothing else.</summary>
    public string Stem => StemOf(Name);

    /// <summary>The last part of a path, without its ending.</summary>
    public static string StemOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var last = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return last.LastIndexOf('.') is > 0 and var dot ? last[..dot] : last;
    }
}

/// <summary>What transcripts are read for.</summary>
public enum TranscriptRole
{
    /// <summary>What was recognized: braces are text like any other.</summary>
    Hypothesis,

    /// <summary>What was said: braces mark alternations.</summary>
    Reference,
}

/// <summary>How to read a file.</summary>
/// <param name="Format">A format's id; null to find it by name and content.</param>
/// <param name="Field">The column, JSON member or tier that holds the transcript; null for the usual one.</param>
public sealed record TranscriptReadOptions(TranscriptRole Role = TranscriptRole.Hypothesis, string? Format = null, string? Field = null);
