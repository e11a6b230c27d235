using SpeechScoop.Audio;
using SpeechScoop.Audio.VoiceActivity;

namespace SpeechScoop.Inference.VoiceActivity;

/// <summary>Silero as a detector of segments, with the rules of its own script: threshold 0.5, shortest speech 0.25 s, shortest silence 0.1 s, padding 0.03 s.</summary>
internal sealed class SileroActivity(string version, Lazy<Result<SileroVad>> model) : IVoiceActivityDetector
{
    public string Version => version;

    /// <summary>The model, or why it cannot be loaded.</summary>
    public Result<SileroVad> Model => model.Value;

    public SpeechActivity Detect(AudioClip clip)
    {
        // Callers look at Model first; a model that loads and then fails on finite samples is a broken machine.
        var probabilities = Model.Then(detector => detector.Probabilities(clip));
        var seconds = clip.Duration.TotalSeconds;
        return new(version, seconds, new SegmentRules().Apply(probabilities.Value, (double)SileroVad.FrameSamples / SileroVad.SampleRate, seconds));
    }
}
