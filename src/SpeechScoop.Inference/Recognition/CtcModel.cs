using SpeechScoop.Audio.Features;
using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.Recognition;

/// <summary>One head of a CTC network with its front end and the geometry of its frames. Immutable; shared by all streams.</summary>
internal sealed class CtcModel
{
    private CtcModel(RoleBoundModel model, LogMelPreset preset, string head, int symbols, DecodingSection decoding, StreamingSection streaming)
    {
        (Model, Preset, Head, Symbols) = (model, preset, head, symbols);
        FrameSeconds = decoding.FrameSeconds;
        var hop = (double)preset.Hop / preset.SampleRate;
        Stride = Math.Max(1, (int)Math.Round(FrameSeconds / hop));
        ChunkFrames = Math.Max(1, (int)Math.Round(streaming.ChunkSeconds / FrameSeconds));
        LeftFrames = (int)Math.Ceiling(streaming.LeftSeconds / FrameSeconds);
        RightFeatures = (int)Math.Ceiling((streaming.RightSeconds / hop) - 1e-6);
    }

    public RoleBoundModel Model { get; }

    public LogMelPreset Preset { get; }

    /// <summary>Output role.</summary>
    public string Head { get; }

    /// <summary>Symbols of the head, blank included.</summary>
    public int Symbols { get; }

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
    /// <param name="symbols">Symbols of the head, blank included.</param>
    public static Result<CtcModel> Create(RoleBoundModel model, PackManifest manifest, string head, int symbols)
    {
        if (!LogMelPresets.Find(manifest.Features!.Preset).TryGet(out var preset, out var unknown)) return unknown;
        if (!preset.IsStreaming)
            return new Error.Invalid("features-not-streaming", $"The feature preset '{preset.Name}' needs whole clips; the family ctc streams.");
        if (preset.SampleRate != manifest.Audio!.SampleRate)
            return new Error.Invalid("features-rate", $"The feature preset '{preset.Name}' is for {preset.SampleRate} Hz, but 'audio.sampleRate' is {manifest.Audio.SampleRate}.");
        var created = new CtcModel(model, preset, head, symbols, manifest.Decoding!, manifest.Streaming!);
        return created.Try() is { } misfit ? misfit : created;
    }

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
