namespace SpeechScoop.Audio.Embeddings;

/// <summary>Turns clips into vectors whose distances mean something. Thread-safe.</summary>
public interface IEmbedder
{
    /// <summary>Its id: <c>log-mel-stats</c>, or a pack's id.</summary>
    string Id { get; }

    /// <summary>Version of the computation or model: vectors of different versions are never compared.</summary>
    string Version { get; }

    /// <summary>Embeds a clip on the calling thread.</summary>
    /// <param name="clip">Any rate and number of channels; finite samples.</param>
    /// <returns>One vector, or one a window; <c>clip-too-short</c> for a clip that gives none.</returns>
    Result<IReadOnlyList<double[]>> Embed(AudioClip clip);
}
