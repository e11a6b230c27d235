namespace SpeechScoop.Audio.VoiceActivity;

/// <summary>Finds the speech in a clip. Stateless and thread-safe.</summary>
public interface IVoiceActivityDetector
{
    /// <summary>Name and version, such as <c>energy-1</c>: part of the version of every metric that builds on it.</summary>
    string Version { get; }

    /// <summary>Where speech is.</summary>
    /// <param name="clip">Any rate and number of channels; finite samples.</param>
    SpeechActivity Detect(AudioClip clip);
}
