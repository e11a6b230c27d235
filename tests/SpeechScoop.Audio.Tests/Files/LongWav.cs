using System.Buffers.Binary;

namespace SpeechScoop.Audio.Tests.Files;

/// <summary>A WAV file of hours that takes no room on the disk: silence, but for a few loud samples.</summary>
internal static class LongWav
{
    /// <summary>Writes a file of one or two channels and 16 bits.</summary>
    /// <param name="marks">Frames whose samples are half of full scale.</param>
    public static void Write(string path, int sampleRate, int channels, TimeSpan length, params long[] marks)
    {
        var bytes = (uint)((long)(length.TotalSeconds * sampleRate) * channels * 2);
        using var file = new FileStream(path, FileMode.Create);
        file.Write(WavFiles.Riff("RIFF", bytes + 36, WavFiles.Format(1, channels, sampleRate, 16), WavFiles.Chunk("data", [], bytes)));
        var start = file.Position;
        file.SetLength(start + bytes);
        Span<byte> half = stackalloc byte[2];
        BinaryPrimitives.WriteInt16LittleEndian(half, 16_384);
        foreach (var mark in marks)
        {
            file.Position = start + (mark * channels * 2);
            for (var channel = 0; channel < channels; channel++) file.Write(half);
        }
    }
}
