using System.Numerics;

namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>
/// Levels over time and band, frame by frame. Every frame has a copy of its lowest band before it and of its highest behind it, and room for whole
/// SIMD registers, so that neighbours in frequency are found without a question at the edge.
/// </summary>
internal sealed class Spectrogram
{
    private const double FloorDb = -45, DynamicRangeDb = 45, Least = 2.220446049250313e-16;

    public Spectrogram(int frames, int bands)
    {
        (Frames, Bands, Stride) = (frames, bands, StrideOf(bands));
        Values = new double[frames * Stride];
    }

    public int Frames { get; }

    public int Bands { get; }

    /// <summary>Distance between frames in <see cref="Values"/>; band b of a frame stands at b + 1.</summary>
    public int Stride { get; }

    public double[] Values { get; }

    public static int StrideOf(int bands) => ((bands + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count) + 2;

    public Span<double> Frame(int frame) => Values.AsSpan((frame * Stride) + 1, Bands);

    /// <summary>The frames from <paramref name="first"/> on, with edges.</summary>
    public ReadOnlySpan<double> Patch(int first, int frames) => Values.AsSpan(first * Stride, frames * Stride);

    /// <summary>The same with further frames of silence (0 dB above the floor).</summary>
    public Spectrogram FollowedBy(int silentFrames)
    {
        var longer = new Spectrogram(Frames + silentFrames, Bands);
        Values.CopyTo(longer.Values, 0);
        return longer;
    }

    /// <summary>
    /// Turns root mean squares into decibels above a common floor: no less than −45 dB, no less than 45 dB below the loudest band of either
    /// signal in the same frame, the lowest value of both becoming 0. "Decibels" are ViSQOL's: 10 log10 of the root mean square.
    /// </summary>
    public static void ToLevels(Spectrogram reference, Spectrogram degraded)
    {
        foreach (var spectrogram in (ReadOnlySpan<Spectrogram>)[reference, degraded])
        {
            for (var f = 0; f < spectrogram.Frames; f++)
                foreach (ref var value in spectrogram.Frame(f)) value = Math.Max(FloorDb, 10 * Math.Log10(value == 0 ? Least : value));
        }
        for (var f = 0; f < Math.Min(reference.Frames, degraded.Frames); f++)
        {
            var floor = Math.Max(Highest(reference.Frame(f)), Highest(degraded.Frame(f))) - DynamicRangeDb;
            foreach (ref var value in reference.Frame(f)) value = Math.Max(floor, value);
            foreach (ref var value in degraded.Frame(f)) value = Math.Max(floor, value);
        }
        var lowest = Math.Min(reference.Lowest(), degraded.Lowest());
        reference.Settle(lowest);
        degraded.Settle(lowest);
    }

    private static double Highest(ReadOnlySpan<double> values)
    {
        var highest = double.NegativeInfinity;
        foreach (var value in values) highest = Math.Max(highest, value);
        return highest;
    }

    private double Lowest()
    {
        var lowest = double.PositiveInfinity;
        for (var f = 0; f < Frames; f++)
            foreach (var value in Frame(f)) lowest = Math.Min(lowest, value);
        return lowest;
    }

    private void Settle(double lowest)
    {
        for (var f = 0; f < Frames; f++)
        {
            var frame = Frame(f);
            foreach (ref var value in frame) value -= lowest;
            Values[f * Stride] = frame[0];
            Values[(f * Stride) + 1 + Bands] = frame[^1];
        }
    }
}
