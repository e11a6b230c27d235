using SpeechScoop.Audio;

namespace SpeechScoop.Inference.Quality;

/// <summary>A model that estimates how listeners would rate a recording. Thread-safe.</summary>
public interface IQualityModel
{
    /// <summary>The pack's id.</summary>
    string PackId { get; }

    /// <summary>Scores a clip (any rate and channel count).</summary>
    /// <returns>Score by name, on the scale of opinion scores (about 1..5); <c>audio-empty</c> for a clip without samples.</returns>
    Task<Result<IReadOnlyDictionary<string, double>>> ScoreAsync(AudioClip clip, CancellationToken cancellation = default);

    /// <summary>The same on the calling thread, for callers that are on the compute gate already: those must not wait for it.</summary>
    Result<IReadOnlyDictionary<string, double>> Score(AudioClip clip, CancellationToken cancellation = default);
}
