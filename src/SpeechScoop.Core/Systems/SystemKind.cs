namespace SpeechScoop.Systems;

/// <summary>What a system does.</summary>
public enum SystemKind
{
    /// <summary>Speech in, text out (ASR).</summary>
    Recognizer,

    /// <summary>Text in, speech out (TTS).</summary>
    Synthesizer,

    /// <summary>Audio in, discrete tokens out and back again (a neural codec).</summary>
    Tokenizer,
}
