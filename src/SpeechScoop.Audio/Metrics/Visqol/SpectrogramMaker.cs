namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>Cuts a signal into frames of 80 ms every 20 ms and measures the gammatone bands of each. Not thread-safe.</summary>
internal sealed class SpectrogramMaker
{
    private const double WindowSeconds = 0.08, Overlap = 0.25;

    private readonly VisqolMode mode;
    private readonly GammatoneBank bank;
    private readonly double[] window;
    private readonly double[] frame;

    public SpectrogramMaker(VisqolMode mode, int sampleRate)
    {
        this.mode = mode;
        bank = new GammatoneBank(sampleRate, mode.Bands, VisqolMode.LowHz, Math.Min(mode.HighHz, sampleRate / 2.0));
        var size = (int)Math.Round(sampleRate * WindowSeconds, MidpointRounding.AwayFromZero);
        Hop = (int)(size * Overlap);
        FrameSeconds = size * Overlap / sampleRate;
        window = [.. Enumerable.Range(0, size).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / (size - 1))))];
        frame = new double[size];
    }

    /// <summary>Samples in a frame.</summary>
    public int FrameLength => window.Length;

    /// <summary>Samples between the starts of frames.</summary>
    public int Hop { get; }

    /// <summary>Time between the starts of frames, in seconds.</summary>
    public double FrameSeconds { get; }

    /// <summary>Centre frequencies of the bands, in hertz.</summary>
    public IReadOnlyList<double> CentresHz => bank.CentresHz;

    /// <summary>Whole frames in a signal; the reference implementation wants more than one frame's samples.</summary>
    public int FrameCount(int samples) => samples <= FrameLength ? 0 : 1 + ((samples - FrameLength) / Hop);

    /// <summary>The root mean square of each band and frame.</summary>
    public Spectrogram Make(ReadOnlySpan<double> signal)
    {
        var spectrogram = new Spectrogram(FrameCount(signal.Length), mode.Bands);
        for (var f = 0; f < spectrogram.Frames; f++)
        {
            var samples = signal.Slice(f * Hop, FrameLength);
            for (var i = 0; i < frame.Length; i++) frame[i] = samples[i] * window[i];
            bank.FrameRms(frame, spectrogram.Frame(f));
        }
        return spectrogram;
    }
}
