namespace SpeechScoop.Audio.Files;

/// <summary>Names audio formats by their first bytes, whatever the file is called.</summary>
public static class AudioFormatSniffer
{
    /// <summary>How many bytes are enough to decide.</summary>
    public const int BytesNeeded = 16;

    /// <summary>The format's name, such as <c>FLAC</c>; null where the bytes look like no known audio.</summary>
    public static string? Name(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "WAV",
        [(byte)'R', (byte)'F', (byte)'6', (byte)'4', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "WAV",
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "FLAC",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "Ogg",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "MP3",
        [0xFF, 0xF1 or 0xF9, ..] => "AAC",
        [0xFF, >= 0xE2, ..] => "MP3",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "MP4 (AAC)",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "WebM or Matroska",
        [(byte)'F', (byte)'O', (byte)'R', (byte)'M', _, _, _, _, (byte)'A', (byte)'I', (byte)'F', ..] => "AIFF",
        [(byte)'.', (byte)'s', (byte)'n', (byte)'d', ..] => "AU",
        [(byte)'c', (byte)'a', (byte)'f', (byte)'f', ..] => "CAF",
        [(byte)'r', (byte)'i', (byte)'f', (byte)'f', ..] => "Wave64",
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "AMR",
        [0x30, 0x26, 0xB2, 0x75, ..] => "WMA",
        _ => null,
    };
}
