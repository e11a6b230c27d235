namespace SpeechScoop.Audio.Metrics.Spectrum;

/// <summary>Walks through the spectra of two aligned signals side by side.</summary>
internal sealed class SpectrumPairs(int fftSize, int hop, int windowLength)
{
    private readonly SpectrumFrames first = new(fftSize, hop, windowLength), second = new(fftSize, hop, windowLength);

    /// <summary>Called with |X|² of some frames of both: frames × bins each, row-major, its own to change.</summary>
    public delegate void Visitor(Span<double> first, Span<double> second);

    /// <summary>Frequencies of a spectrum.</summary>
    public int Bins => first.Bins;

    /// <summary>Visits all frames in order.</summary>
    /// <returns>How many there were.</returns>
    public int Visit(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Visitor visitor)
    {
        var length = Math.Min(a.Length, b.Length);
        var frames = first.Count(length);
        for (var f = 0; f < frames; f += SpectrumFrames.Lanes) visitor(first.Power(a[..length], f), second.Power(b[..length], f));
        return frames;
    }
}
