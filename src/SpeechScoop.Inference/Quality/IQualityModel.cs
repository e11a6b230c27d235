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
}
