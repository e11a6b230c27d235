using SpeechScoop.Statistics;

namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>What a voice's pitch is like: over the voiced frames of one track.</summary>
/// <param name="MeanHertz">Arithmetic mean.</param>
/// <param name="MedianHertz">Median: unlike the mean, a few octave errors do not move it.</param>
/// <param name="DeviationHertz">Sample standard deviation (n − 1).</param>
/// <param name="DeviationSemitones">The same of 12 log₂ of the pitch: comparable between low and high voices.</param>
/// <param name="RangeSemitones">From the 5th to the 95th percentile: a few octave errors do not stretch it.</param>
public sealed record PitchStatistics(double MeanHertz, double MedianHertz, double DeviationHertz, double DeviationSemitones, double RangeSemitones)
{
    /// <summary>Voiced frames needed: 0.1 s of voice.</summary>
    public const int FewestFrames = 10;

    /// <summary>The statistics; null where fewer than <see cref="FewestFrames"/> frames are voiced.</summary>
    public static PitchStatistics? Of(PitchTrack track)
    {
        if (track.Voiced.Count < FewestFrames) return null;
        var sorted = track.Voiced.Order().ToArray();
        return new(
            sorted.Average(),
            Quantile.OfSorted(sorted, 0.5),
            Deviation(sorted),
            Deviation([.. sorted.Select(Semitones)]),
            Semitones(Quantile.OfSorted(sorted, 0.95)) - Semitones(Quantile.OfSorted(sorted, 0.05)));
    }

    /// <summary>12 log₂ of a pitch in hertz.</summary>
    internal static double Semitones(double hertz) => 12 * Math.Log2(hertz);

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
