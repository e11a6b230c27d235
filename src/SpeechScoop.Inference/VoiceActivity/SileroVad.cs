using SpeechScoop.Audio;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Inference.Sessions;

namespace SpeechScoop.Inference.VoiceActivity;

/// <summary>Silero voice activity detection (versions 5 and 6) at 16 kHz: a probability of speech every 32 ms. Thread-safe.</summary>
public sealed class SileroVad
{
    /// <summary>Hertz.</summary>
    public const int SampleRate = 16000;

    /// <summary>Samples of a frame.</summary>
    public const int FrameSamples = 512;

    private readonly RoleBoundModel model;
    private readonly IComputeGate gate;

    internal SileroVad(RoleBoundModel model, IComputeGate gate) => (this.model, this.gate) = (model, gate);

    /// <summary>Opens a stream of frames. Not thread-safe; run it on the compute gate.</summary>
    public SileroVadStream OpenStream() => new(model);

    /// <summary>Probability of speech in each frame of a clip (any rate and channel count); the last frame is padded with silence.</summary>
    public Task<Result<float[]>> ProbabilitiesAsync(AudioClip clip, CancellationToken cancellation = default) => gate.RunAsync(() => Probabilities(clip, cancellation), cancellation);

    /// <summary>The same on the calling thread, for callers that are on the compute gate already: those must not wait for it.</summary>
    public Result<float[]> Probabilities(AudioClip clip, CancellationToken cancellation = default)
    {
        var mono = Resample.ToMono(clip, SampleRate).Channel(0);
        var probabilities = new float[(mono.Length + FrameSamples - 1) / FrameSamples];
        using var stream = OpenStream();
        for (var i = 0; i < probabilities.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var probability = stream.Next(mono.Slice(i * FrameSamples, Math.Min(FrameSamples, mono.Length - (i * FrameSamples))));
            if (probability.Error is { } error) return error;
            probabilities[i] = probability.Value;
        }
        return probabilities;
    }
}
