namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>Lines of a UTF-8 text in memory, without their line ends.</summary>
internal ref struct TextLines(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> rest = text;

    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Number of the current line, from 1.</summary>
    public int Number { get; private set; }

    public bool Next()
    {
        if (rest.IsEmpty) return false;
        var end = rest.IndexOf((byte)'\n');
        Current = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        if (Current.Length > 0 && Current[^1] == '\r') Current = Current[..^1];
        Number++;
        return true;
    }

    /// <summary>Cuts the first field off a line: what comes before the next tab or space.</summary>
    public static ReadOnlySpan<byte> TakeField(ref ReadOnlySpan<byte> line)
    {
        var end = line.IndexOfAny((byte)'\t', (byte)' ');
        var field = end < 0 ? line : line[..end];
        line = end < 0 ? default : line[(end + 1)..];
        return field;
    }
}
