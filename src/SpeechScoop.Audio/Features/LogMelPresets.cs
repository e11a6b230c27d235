namespace SpeechScoop.Audio.Features;

/// <summary>The front ends that packs may name; docs/methods/log-mel.md has their sources.</summary>
public static class LogMelPresets
{
    /// <summary>SpeechScoop's own recognizer: 64 HTK bands of 20–7600 Hz, ln(x + 1e-6), no padding.</summary>
    public static LogMelPreset Scoop64 { get; } = new()
    {
        Name = "scoop64",
        Window = AnalysisWindow.SymmetricHann,
        Bands = 64,
        LowHz = 20,
        HighHz = 7_600,
        Scale = MelScale.Htk,
        Compression = MelCompression.NaturalLogOfSum,
        Floor = 1e-6f,
    };

    /// <summary>OpenAI Whisper up to large-v2: 80 bands, clips of 30 s.</summary>
    public static LogMelPreset Whisper80 { get; } = new()
    {
        Name = "whisper80",
        FftSize = 400,
        Bands = 80,
        Framing = Framing.CentredWithoutLast,
        Edge = SignalEdge.Reflect,
        Compression = MelCompression.Whisper,
        Floor = 1e-10f,
        ClipSeconds = 30,
    };

    /// <summary>OpenAI Whisper large-v3 and turbo: 128 bands.</summary>
    public static LogMelPreset Whisper128 { get; } = Whisper80 with { Name = "whisper128", Bands = 128 };

    /// <summary>NVIDIA NeMo (Parakeet, Canary, Conformer): 80 bands, normalised over the clip.</summary>
    public static LogMelPreset Nemo80 { get; } = new()
    {
        Name = "nemo80",
        Window = AnalysisWindow.SymmetricHann,
        Bands = 80,
        Framing = Framing.CentredWithoutLast,
        PreEmphasis = 0.97f,
        Compression = MelCompression.NormalisedPerBand,
        Floor = 1f / (1 << 24),
    };

    /// <summary>NeMo with 128 bands.</summary>
    public static LogMelPreset Nemo128 { get; } = Nemo80 with { Name = "nemo128", Bands = 128 };

    /// <summary>Kaldi as icefall, k2 and sherpa use it: 80 bands of 20–7600 Hz, input in −1..1, snip_edges=false.</summary>
    public static LogMelPreset Kaldi80 { get; } = new()
    {
        Name = "kaldi80",
        Window = AnalysisWindow.Povey,
        Bands = 80,
        LowHz = 20,
        HighHz = 7_600,
        Scale = MelScale.Kaldi,
        Framing = Framing.CentredOnHops,
        Edge = SignalEdge.Mirror,
        KaldiFrames = true,
        Compression = MelCompression.NaturalLogOfFloored,
        Floor = 1.1920929e-7f,
    };

    /// <summary>FunASR Paraformer and SenseVoice before stacking: Kaldi bands of 20–8000 Hz, Hamming window, 16-bit scale.</summary>
    public static LogMelPreset Paraformer { get; } = Kaldi80 with
    {
        Name = "paraformer",
        Window = AnalysisWindow.Hamming,
        HighHz = 8_000,
        Framing = Framing.Inside,
        InputScale = 32_768,
    };

    /// <summary>GigaAM v2: 64 HTK bands, centred windows.</summary>
    public static LogMelPreset GigaAmV2 { get; } = new()
    {
        Name = "gigaam_v2",
        FftSize = 400,
        Bands = 64,
        Scale = MelScale.Htk,
        Framing = Framing.Centred,
        Edge = SignalEdge.Reflect,
        Compression = MelCompression.NaturalLogOfFloored,
        Floor = 1e-9f,
    };

    /// <summary>GigaAM v3: 20 ms windows inside the signal.</summary>
    public static LogMelPreset GigaAmV3 { get; } = GigaAmV2 with
    {
        Name = "gigaam_v3",
        FftSize = 320,
        WindowLength = 320,
        Window = AnalysisWindow.PeriodicHannBfloat16,
        Framing = Framing.Inside,
        Edge = SignalEdge.Zeros,
    };

    /// <summary>DNSMOS P.808: 120 bands in decibels below the clip's loudest.</summary>
    public static LogMelPreset DnsmosP808 { get; } = new()
    {
        Name = "dnsmos_p808",
        FftSize = 321,
        WindowLength = 321,
        Bands = 120,
        Framing = Framing.Centred,
        Compression = MelCompression.RelativeDecibels,
        Floor = 1e-10f,
    };

    /// <summary>All presets.</summary>
    public static IReadOnlyList<LogMelPreset> All { get; } =
        [Scoop64, Whisper80, Whisper128, Nemo80, Nemo128, Kaldi80, Paraformer, GigaAmV2, GigaAmV3, DnsmosP808];

    /// <summary>The preset of a name, or the error that lists all names.</summary>
    public static Result<LogMelPreset> Find(string name) => All.FirstOrDefault(preset => preset.Name == name) is { } found
        ? found
        : new Error.Invalid("features-preset", $"There is no feature preset '{name}'. Known are {string.Join(", ", All.Select(preset => preset.Name))}.");
}
