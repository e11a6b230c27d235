namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>How a pitch track differs from that of a reference, frame by frame.</summary>
/// <param name="BothVoiced">Frames that are voiced in both.</param>
/// <param name="RmseHertz">Root mean square difference over those; null below <see cref="PitchStatistics.FewestFrames"/> of them.</param>
/// <param name="RmseCents">The same of 1200 log₂ of the pitch.</param>
/// <param name="Correlation">Pearson's, in hertz, over those; null also where either side does not move.</param>
/// <param name="GrossErrors">Share of those in which the pitch is off by more than a fifth: mostly octave errors.</param>
/// <param name="VoicingErrors">Share of all frames that are voiced in one track and unvoiced in the other; null where there is no frame.</param>
public sealed record PitchDifference(int BothVoiced, double? RmseHertz, double? RmseCents, double? Correlation, double? GrossErrors, double? VoicingErrors)
{
    private const double GrossShare = 0.2;

    /// <summary>Compares the frames that both tracks have; the tracks must begin together.</summary>
    public static PitchDifference Between(PitchTrack track, PitchTrack reference)
    {
        var frames = Math.Min(track.Hertz.Count, reference.Hertz.Count);
        var both = Enumerable.Range(0, frames).Where(i => track.Hertz[i] > 0 && reference.Hertz[i] > 0).ToArray();
        var (x, y) = (both.Select(i => track.Hertz[i]).ToArray(), both.Select(i => reference.Hertz[i]).ToArray());
        double? voicing = frames == 0 ? null : (double)Enumerable.Range(0, frames).Count(i => track.Hertz[i] > 0 != reference.Hertz[i] > 0) / frames;
        if (both.Length < PitchStatistics.FewestFrames) return new(both.Length, null, null, null, null, voicing);
        return new(
            both.Length,
            Rms(x.Zip(y, (a, b) => a - b)),
            Rms(x.Zip(y, (a, b) => 1200 * Math.Log2(a / b))),
            Statistics.Correlation.Pearson(x, y)?.Value,
            (double)x.Zip(y).Count(pair => Math.Abs(pair.First - pair.Second) > GrossShare * pair.Second) / both.Length,
            voicing);
    }

    private static double Rms(IEnumerable<double> values) => Math.Sqrt(values.Average(value => value * value));
}
