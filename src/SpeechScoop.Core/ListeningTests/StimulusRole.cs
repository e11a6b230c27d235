namespace SpeechScoop.ListeningTests;

/// <summary>What a stimulus stands for.</summary>
public enum StimulusRole
{
    /// <summary>A system's answer.</summary>
    System,

    /// <summary>The hidden reference.</summary>
    Reference,

    /// <summary>The low anchor: the original below 3.5 kHz.</summary>
    Anchor35,

    /// <summary>The mid anchor: the original below 7 kHz.</summary>
    Anchor70,
}
