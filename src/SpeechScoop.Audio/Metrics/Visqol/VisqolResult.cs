namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>What ViSQOL says about a degraded signal, and where it differs from the reference.</summary>
/// <param name="Mos">Predicted mean opinion score (MOS-LQO), 1..5.</param>
/// <param name="Similarity">Mean NSIM of all bands and patches, about 0 (none) .. 1 (equal).</param>
/// <param name="LagSeconds">By how much the degraded signal was moved as a whole; above 0: later.</param>
/// <param name="CentresHz">Centre frequencies of the bands in hertz, rising.</param>
/// <param name="BandSimilarities">Mean NSIM of each band over the patches.</param>
/// <param name="Patches">Every patch compared, in order of time: with its bands' similarities, a map of where the signals differ.</param>
/// <param name="DroppedPatches">Patches of the reference that were not compared because the degraded signal ended before them.</param>
public sealed record VisqolResult(
    double Mos,
    double Similarity,
    double LagSeconds,
    IReadOnlyList<double> CentresHz,
    IReadOnlyList<double> BandSimilarities,
    IReadOnlyList<VisqolPatch> Patches,
    int DroppedPatches);

/// <summary>A patch of the reference and its counterpart. Times are in seconds; the degraded signal's count after it was moved as a whole.</summary>
/// <param name="ReferenceStart">Where it begins in the reference.</param>
/// <param name="ReferenceEnd">Where it ends there.</param>
/// <param name="DegradedStart">Where its counterpart begins; 0 where it was lost.</param>
/// <param name="DegradedEnd">Where its counterpart ends; 0 where it was lost.</param>
/// <param name="Similarity">Mean NSIM of its bands.</param>
/// <param name="Bands">NSIM of each band.</param>
/// <param name="Lost">The degraded signal has nothing in its place.</param>
public sealed record VisqolPatch(
    double ReferenceStart, double ReferenceEnd, double DegradedStart, double DegradedEnd, double Similarity, IReadOnlyList<double> Bands, bool Lost);
