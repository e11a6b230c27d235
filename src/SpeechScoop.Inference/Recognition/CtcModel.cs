using SpeechScoop.Audio.Features;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Recognition.Decoding;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Recognition;

/// <summary>One head of a CTC network with its front end and the geometry of its frames. Immutable; shared by all streams.</summary>
internal sealed class CtcModel
{
    private CtcModel(RoleBoundModel model, LogMelPreset preset, string head, SymbolTable table, DecodingSection decoding, StreamingSection streaming)
    {
        (Model, Preset, Head, Symbols, Blank) = (model, preset, head, table.Count, table.Blank);
        FrameSeconds = decoding.FrameSeconds;
        var hop = (double)preset.Hop / preset.SampleRate;
        Stride = Math.Max(1, (int)Math.Round(FrameSeconds / hop));
        ChunkFrames = Math.Max(1, (int)Math.Round(streaming.ChunkSeconds / FrameSeconds));
        LeftFrames = (int)Math.Ceiling(streaming.LeftSeconds / FrameSeconds);
        RightFeatures = Math.Max((int)Math.Ceiling((streaming.RightSeconds / hop) - 1e-6), NewGate().LookAhead);
    }

    public RoleBoundModel Model { get; }

    public LogMelPreset Preset { get; }

    /// <summary>Output role.</summary>
    public string Head { get; }

    /// <summary>Symbols of the head, blank included.</summary>
    public int Symbols { get; }

    /// <summary>Index of the blank among the symbols.</summary>
    public int Blank { get; }

    /// <summary>Time from one output frame to the next.</summary>
    public double FrameSeconds { get; }

    /// <summary>Feature frames of one output frame.</summary>
    public int Stride { get; }

    /// <summary>Output frames of one streaming run.</summary>
    public int ChunkFrames { get; }

    /// <summary>Output frames before a chunk that are run again with it.</summary>
    public int LeftFrames { get; }

    /// <summary>Feature frames after a chunk that the network looks at.</summary>
    public int RightFeatures { get; }

    /// <summary>Output frames for so many feature frames: the network pads at both ends.</summary>
    public int OutputFrames(int features) => features == 0 ? 0 : ((features - 1) / Stride) + 1;

    /// <summary>Binds a head and tries it, so that a graph with another geometry is refused when it is loaded.</summary>
    /// <param name="head">Output role.</param>
    /// <param name="table">Symbols of the head, blank included.</param>
    public static Result<CtcModel> Create(RoleBoundModel model, PackManifest manifest, string head, SymbolTable table)
    {
        if (!LogMelPresets.Find(manifest.Features!.Preset).TryGet(out var preset, out var unknown)) return unknown;
        if (!preset.IsStreaming)
            return new Error.Invalid("features-not-streaming", $"The feature preset '{preset.Name}' needs whole clips; the family ctc streams.");
        if (preset.SampleRate != manifest.Audio!.SampleRate)
            return new Error.Invalid("features-rate", $"The feature preset '{preset.Name}' is for {preset.SampleRate} Hz, but 'audio.sampleRate' is {manifest.Audio.SampleRate}.");
        var created = new CtcModel(model, preset, head, table, manifest.Decoding!, manifest.Streaming!);
        return created.Try() is { } misfit ? misfit : created;
    }

    /// <summary>A gate for one stream. Nobody who wants to be understood is quieter than 12 dB of summed band power (some −40 dBFS).</summary>
    public SilenceGate NewGate() => new(Preset.Bands, (double)Preset.SampleRate / Preset.Hop, 12 + (20 * Math.Log10(Preset.InputScale)));

    private Error? Try()
    {
        var bands = Model.Input("features") is { HasShape: true } port ? port.Dimensions[1] : -1;
        if (bands >= 0 && bands != Preset.Bands)
            return new Error.Invalid("features-bands", $"The feature preset '{Preset.Name}' has {Preset.Bands} bands, but the graph has the input {Model.Input("features")}.");
        using var run = new CtcRun(this);
        var features = (10 * Stride) + 1;
        run.Input(features).Clear();
        return run.RunFreely(out var shape) ?? (shape is [1, _, _] && shape[1] == OutputFrames(features) && shape[2] == Symbols ? null
            : new Error.Invalid("model-frames", $"For {features} feature frames the graph gives {Head} of shape [{string.Join(',', shape)}]; "
                + $"'decoding.frameSeconds' and the symbol list lead to [1,{OutputFrames(features)},{Symbols}]."));
    }
}
