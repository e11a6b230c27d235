namespace SpeechScoop.Audio.Spectrograms;

/// <summary>Levels as bytes of half a decibel, so that whoever draws chooses brightness and colours without asking again.</summary>
public static class SpectrogramImage
{
    /// <summary>Decibels from one value of a byte to the next.</summary>
    public const double StepDb = 0.5;

    /// <summary>The level of byte 0 of <see cref="Levels"/>, in dBFS; byte 255 is 7.5 dBFS.</summary>
    public const double LowestDb = Spectrogram.SilenceDb;

    /// <summary>The byte of <see cref="Difference"/> that means no difference.</summary>
    public const int NoDifference = 128;

    /// <summary>Levels as bytes.</summary>
    /// <param name="decibels">In dBFS.</param>
    public static byte[] Levels(ReadOnlySpan<float> decibels)
    {
        var bytes = new byte[decibels.Length];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = Byte((decibels[i] - LowestDb) / StepDb);
        return bytes;
    }

    /// <summary>How much louder a clip is than its reference in each cell: 128 where they are equal, more where it is louder.</summary>
    /// <param name="decibels">Levels of the clip, in dBFS.</param>
    /// <param name="reference">Levels of the reference.</param>
    /// <param name="floorDb">What is quieter than this counts as this: differences between two kinds of near silence are nothing to see.</param>
    public static byte[] Difference(ReadOnlySpan<float> decibels, ReadOnlySpan<float> reference, double floorDb)
    {
        var bytes = new byte[decibels.Length];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = Byte(NoDifference + ((Math.Max(floorDb, decibels[i]) - Math.Max(floorDb, reference[i])) / StepDb));
        return bytes;
    }

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
