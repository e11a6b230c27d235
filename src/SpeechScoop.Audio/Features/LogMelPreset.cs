namespace SpeechScoop.Audio.Features;

/// <summary>Which frames a signal of n samples has; W is the window length, H the hop.</summary>
public enum Framing
{
    /// <summary>Windows that lie inside the signal: 1 + (n − W)/H frames from sample t·H on; a signal shorter than W is padded with zeros to one frame.</summary>
    Inside,

    /// <summary>Windows centred at t·H: 1 + (n + 2⌊W/2⌋ − W)/H frames.</summary>
    Centred,

    /// <summary>Centred, without the last: n/H frames.</summary>
    CentredWithoutLast,

    /// <summary>Kaldi's snip_edges=false: centred at t·H + H/2, (n + H/2)/H frames.</summary>
    CentredOnHops,
}

/// <summary>What lies beyond the ends of a signal.</summary>
public enum SignalEdge
{
    /// <summary>Silence.</summary>
    Zeros,

    /// <summary>The signal mirrored about its end sample: c b | a b c.</summary>
    Reflect,

    /// <summary>The signal mirrored about its end, end sample repeated: b a | a b c.</summary>
    Mirror,
}

/// <summary>How band powers become features.</summary>
public enum MelCompression
{
    /// <summary>ln(x + floor).</summary>
    NaturalLogOfSum,

    /// <summary>ln(max(x, floor)).</summary>
    NaturalLogOfFloored,

    /// <summary>Whisper: y = log10(max(x, floor)); y = max(y, max of the clip − 8); (y + 4)/4.</summary>
    Whisper,

    /// <summary>NeMo: ln(x + floor), then each band to zero mean and unit variance (n − 1, 1e-5 added to the deviation) over the clip.</summary>
    NormalisedPerBand,

    /// <summary>DNSMOS P.808: (10 log10(x / max of the clip), not below −80, + 40)/40.</summary>
    RelativeDecibels,
}

/// <summary>A log-mel front end, exactly as some family of models was trained with. Band powers are sums of |X|² over triangles.</summary>
public sealed record LogMelPreset
{
    /// <summary>The name used in pack manifests.</summary>
    public required string Name { get; init; }

    /// <summary>Rate of the input in hertz.</summary>
    public int SampleRate { get; init; } = 16_000;

    /// <summary>Length of the transform in samples.</summary>
    public int FftSize { get; init; } = 512;

    /// <summary>Length of the window in samples, at most <see cref="FftSize"/>; zeros fill the rest.</summary>
    public int WindowLength { get; init; } = 400;

    /// <summary>Samples from frame to frame.</summary>
    public int Hop { get; init; } = 160;

    /// <summary>Window function.</summary>
    public AnalysisWindow Window { get; init; } = AnalysisWindow.PeriodicHann;

    /// <summary>Number of mel bands.</summary>
    public required int Bands { get; init; }

    /// <summary>Left corner of the first triangle in hertz.</summary>
    public double LowHz { get; init; }

    /// <summary>Right corner of the last triangle in hertz.</summary>
    public double HighHz { get; init; } = 8_000;

    /// <summary>Layout of the triangles.</summary>
    public MelScale Scale { get; init; } = MelScale.SlaneyArea;

    /// <summary>Which frames there are.</summary>
    public Framing Framing { get; init; }

    /// <summary>What lies beyond the signal.</summary>
    public SignalEdge Edge { get; init; }

    /// <summary>Factor on every sample, for models trained on 16-bit integers.</summary>
    public float InputScale { get; init; } = 1;

    /// <summary>Pre-emphasis over the whole signal, x[n] − a·x[n−1]; 0 for none.</summary>
    public float PreEmphasis { get; init; }

    /// <summary>Kaldi's order inside each frame: mean removed, then pre-emphasis with 0.97 whose first sample takes itself as the one before.</summary>
    public bool KaldiFrames { get; init; }

    /// <summary>How band powers become features.</summary>
    public MelCompression Compression { get; init; }

    /// <summary>The floor of <see cref="Compression"/>.</summary>
    public float Floor { get; init; }

    /// <summary>Seconds that every clip is padded with silence or cut to; null to take clips as they are.</summary>
    public double? ClipSeconds { get; init; }

    /// <summary>Whether a frame is known as soon as its samples are; else only the whole clip can be computed.</summary>
    public bool IsStreaming => ClipSeconds is null && PreEmphasis == 0 && Compression is MelCompression.NaturalLogOfSum or MelCompression.NaturalLogOfFloored;

    /// <summary>Samples of the first window that lie before the signal.</summary>
    internal int Lead => Framing switch
    {
        Framing.Inside => 0,
        Framing.CentredOnHops => (WindowLength - Hop) / 2,
        _ => WindowLength / 2,
    };

    /// <summary>Frames of a signal.</summary>
    /// <param name="samples">Its length, after <see cref="ClipSeconds"/> was applied; 0 gives 0.</param>
    public int FrameCount(long samples) => samples <= 0 ? 0 : (int)(Framing switch
    {
        Framing.Inside => samples <= WindowLength ? 1 : 1 + ((samples - WindowLength) / Hop),
        Framing.Centred => 1 + ((samples + (2 * (WindowLength / 2)) - WindowLength) / Hop),
        Framing.CentredWithoutLast => samples / Hop,
        _ => (samples + (Hop / 2)) / Hop,
    });
}
