using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SpeechScoop.Recognition.Transcripts.Formats;

/// <summary>Bytes to text: UTF-8, or UTF-16 where a byte-order mark says so (Praat writes it). Nothing is replaced silently.</summary>
public static class TextDecoding
{
    /// <summary>Decodes a text that may be empty.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <returns><see cref="Error.Invalid"/> that names file, line and cure for bytes that are no text.</returns>
    public static Result<string> Read(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.IndexOfAnyExcept(" \r\n\t"u8) < 0) return "";
        var (text, problem) = Decode(new TranscriptInput(name, bytes));
        return problem is null ? text : new Error.Invalid("text-unreadable", problem.ToString());
    }

    /// <returns>The text without its byte-order mark; or a problem.</returns>
    internal static (string Text, TranscriptProblem? Problem) Decode(TranscriptInput input)
    {
        var bytes = input.Bytes.Span;
        if (bytes.Length > TranscriptInput.MaximumBytes)
            return ("", new(input.Name, 0, $"The file has {bytes.Length / 1_000_000} MB; up to {TranscriptInput.MaximumBytes / 1_000_000} are read.", "Divide it by recordings."));
        var utf16 = bytes.StartsWith(Encoding.Unicode.Preamble) ? new UnicodeEncoding(false, true, true)
            : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? new UnicodeEncoding(true, true, true) : null;
        if (utf16 is not null)
        {
            try
            {
                return Check(input, utf16.GetString(bytes[2..]));
            }
            catch (DecoderFallbackException exception)
            {
                return ("", new(input.Name, 0, $"The file begins as UTF-16, but from byte {exception.Index + 2} it is none.", "Save it as UTF-8."));
            }
        }
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        if (Utf8.IsValid(bytes)) return Check(input, Encoding.UTF8.GetString(bytes));
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) is OperationStatus.Done) at += consumed;
        var line = 1 + bytes[..at].Count((byte)'\n');
        return ("", new(input.Name, line, $"The byte 0x{bytes[at]:X2} is not UTF-8; the file may be in another encoding, such as Latin-1 or Windows-1252.", "Save it as UTF-8."));
    }

    private static (string Text, TranscriptProblem? Problem) Check(TranscriptInput input, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return ("", new(input.Name, 0, "The file is empty.", "Export it again."));
        if (text.IndexOf('\0') is >= 0 and var zero)
            return ("", new(input.Name, LineOf(text, zero), "The file holds a zero byte: it is no text, or UTF-16 without its mark.", "Save it as UTF-8."));
        if (text.IndexOf('\uFEFF') is >= 0 and var mark)
            return ("", new(input.Name, LineOf(text, mark), "A byte-order mark stands within the file, as when files are appended to each other; it would be part of a word.", "Remove it."));
        return (text, null);
    }

    private static int LineOf(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');
}
