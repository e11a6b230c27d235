using SpeechScoop.Statistics;

namespace SpeechScoop.Embeddings;

/// <summary>
/// What an embedder's cosines mean on given recordings: those of one speaker's clips against those of different speakers. Cosines of different embedders are on scales of their own; the
/// equal error rate, floor and ceiling are what makes a similarity readable.
/// </summary>
/// <param name="Error">How well a threshold tells same from different, and which.</param>
/// <param name="Ceiling">Cosines of two clips of one speaker: as high as a perfect clone could be expected.</param>
/// <param name="Floor">Cosines of clips of different speakers: what a stranger gets.</param>
/// <param name="Speakers">Speakers with clips.</param>
public sealed record SpeakerCalibration(EqualErrorRate Error, MeanEstimate Ceiling, MeanEstimate Floor, int Speakers)
{
    private const int MostPairs = 2_000_000;

    /// <summary>Compares every clip with every other.</summary>
    /// <param name="clips">Speaker and vector of each clip.</param>
    /// <returns><c>speakers-too-few</c> below two speakers or without a speaker of two clips; <c>embeddings-damaged</c> for vectors that cannot be compared.</returns>
    public static Result<SpeakerCalibration> Of(IReadOnlyList<(string Speaker, double[] Vector)> clips)
    {
        ArgumentNullException.ThrowIfNull(clips);
        if ((long)clips.Count * (clips.Count - 1) / 2 > MostPairs) return new Error.Invalid("clips-too-many", $"{clips.Count} clips make more than {MostPairs:N0} pairs: use fewer clips.");
        List<double> genuine = [], impostor = [];
        for (var i = 0; i < clips.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!Cosine.Of(clips[i].Vector, clips[j].Vector).TryGet(out var cosine, out var error)) return error;
                (clips[i].Speaker == clips[j].Speaker ? genuine : impostor).Add(cosine);
            }
        }
        var speakers = clips.Select(clip => clip.Speaker).Distinct(StringComparer.Ordinal).Count();
        if (genuine.Count == 0 || impostor.Count == 0)
            return new Error.Invalid("speakers-too-few", $"There are {speakers} speakers with {clips.Count} clips: a calibration needs at least 2 speakers, and 2 clips of one of them.");
        return EqualErrorRate.Of(genuine, impostor).Select(rate => new SpeakerCalibration(rate, MeanEstimate.Of(genuine)!, MeanEstimate.Of(impostor)!, speakers));
    }
}
