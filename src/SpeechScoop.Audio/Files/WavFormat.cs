using System.Diagnostics.CodeAnalysis;

namespace SpeechScoop.Audio.Files;

/// <summary>Sample formats that <see cref="WavWriter"/> writes.</summary>
public enum WavFormat
{
    /// <summary>16-bit integers; samples beyond ±1 are clipped. Reads everywhere.</summary>
    Pcm16,

    /// <summary>32-bit floats; every sample is kept exactly.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The field's own name of the format.")]
    Float32,
}
