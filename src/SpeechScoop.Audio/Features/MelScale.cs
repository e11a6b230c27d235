namespace SpeechScoop.Audio.Features;

/// <summary>Ways to lay mel triangles over a spectrum.</summary>
public enum MelScale
{
    /// <summary>mel = 2595 log10(1 + f/700); triangles linear in Hz (HTK, torchaudio).</summary>
    Htk,

    /// <summary>Linear to 1 kHz, then logarithmic (Slaney's Auditory Toolbox, librosa); triangles linear in Hz, scaled to equal area: 2/(width in Hz).</summary>
    SlaneyArea,

    /// <summary>mel = 1127 ln(1 + f/700); triangles linear in mel; no Nyquist bin (Kaldi).</summary>
    Kaldi,
}
