namespace SpeechScoop.Audio.Features;

/// <summary>Window functions of spectral analysis, N samples long.</summary>
public enum AnalysisWindow
{
    /// <summary>0.5 − 0.5 cos(2πi/N).</summary>
    PeriodicHann,

    /// <summary>0.5 − 0.5 cos(2πi/(N−1)).</summary>
    SymmetricHann,

    /// <summary>0.54 − 0.46 cos(2πi/(N−1)).</summary>
    Hamming,

    /// <summary>Kaldi's: the symmetric Hann window to the power of 0.85.</summary>
    Povey,

    /// <summary>The periodic Hann window rounded to bfloat16, as GigaAM v3 was trained with.</summary>
    PeriodicHannBfloat16,
}

/// <summary>Computes window functions.</summary>
public static class AnalysisWindows
{
    /// <summary>The window's samples.</summary>
    /// <param name="window">Which.</param>
    /// <param name="length">N, at least 2.</param>
    public static float[] Samples(this AnalysisWindow window, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        return [.. Enumerable.Range(0, length).Select(i => (float)Value(window, i, length))];
    }

    private static double Value(AnalysisWindow window, int i, int length) => window switch
    {
        AnalysisWindow.PeriodicHann => Hann(i, length),
        AnalysisWindow.SymmetricHann => Hann(i, length - 1),
        AnalysisWindow.Hamming => 0.54 - (0.46 * Math.Cos(2 * Math.PI * i / (length - 1))),
        AnalysisWindow.Povey => Math.Pow(Hann(i, length - 1), 0.85),
        _ => RoundToBfloat16((float)Hann(i, length)),
    };

    private static double Hann(int i, int period) => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / period));

    /// <summary>Keeps the upper 16 bits, rounding to nearest even.</summary>
    private static float RoundToBfloat16(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return BitConverter.UInt32BitsToSingle((bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000);
    }
}
