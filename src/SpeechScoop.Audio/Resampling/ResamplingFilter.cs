using System.Collections.Concurrent;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Resampling;

/// <summary>
/// The low-pass filter between two rates, cut into phases: one row of taps for each position that an output sample can
/// take between two input samples. A windowed sinc with linear phase, centred, so that nothing is delayed.
/// </summary>
internal sealed class ResamplingFilter
{
    /// <summary>Kaiser's formula is cautious: filters designed for 80 dB measure 84 dB.</summary>
    private const double AttenuationDb = 80;

    /// <summary>The pass band ends at 0.9 of the lower Nyquist frequency, the stop band begins at that frequency.</summary>
    private const double PassBand = 0.9;

    /// <summary>
    /// Ratios with more phases than this (44,100 → 16,000 Hz has 160) share a table of this many, between whose rows the
    /// taps are interpolated linearly: an error of about (π/1024)²/8, −118 dB.
    /// </summary>
    private const int MaximumPhases = 1024;

    private const int MaximumCached = 32;

    private static readonly ConcurrentDictionary<(int From, int To), ResamplingFilter> Cache = new();

    private readonly float[] taps;

    private ResamplingFilter(int up, int down)
    {
        (Up, Down) = (up, down);
        var slowing = Math.Max(1, (double)down / up);
        var cutoff = (1 + PassBand) / 4 / slowing;
        var half = KaiserWindow.Order(AttenuationDb, (1 - PassBand) / 2 / slowing) / 2.0;
        HalfLength = (int)Math.Ceiling(half);
        var granularity = DotProduct.Granularity;
        TapCount = ((2 * HalfLength) + granularity - 1) / granularity * granularity;

        IsInterpolated = up > MaximumPhases;
        PhaseCount = IsInterpolated ? MaximumPhases : up;
        var rows = IsInterpolated ? MaximumPhases + 1 : up;
        taps = new float[rows * TapCount];
        var beta = KaiserWindow.Beta(AttenuationDb);
        var row = new double[2 * HalfLength];
        for (var phase = 0; phase < rows; phase++)
        {
            var sum = 0.0;
            for (var k = 0; k < row.Length; k++)
            {
                var t = k - (HalfLength - 1) - ((double)phase / PhaseCount);
                var x = 2 * Math.PI * cutoff * t;
                row[k] = (x == 0 ? 1 : Math.Sin(x) / x) * KaiserWindow.Value(t / half, beta);
                sum += row[k];
            }
            // Each phase passes a constant unchanged; otherwise a constant would come out with a faint tone.
            for (var k = 0; k < row.Length; k++) taps[(phase * TapCount) + k] = (float)(row[k] / sum);
        }
    }

    /// <summary>Interpolation factor: the target rate over the greatest common divisor.</summary>
    public int Up { get; }

    /// <summary>Decimation factor: the source rate over the greatest common divisor.</summary>
    public int Down { get; }

    /// <summary>Input samples needed at or before, and again after, the position of an output sample.</summary>
    public int HalfLength { get; }

    /// <summary>Taps of a row, padded with zeros at the end.</summary>
    public int TapCount { get; }

    /// <summary>Rows (less the closing one of an interpolated table).</summary>
    public int PhaseCount { get; }

    /// <summary>Whether taps are interpolated between two rows.</summary>
    public bool IsInterpolated { get; }

    /// <summary>The filter of a pair of rates; kept, as rates repeat.</summary>
    public static ResamplingFilter For(int from, int to)
    {
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(from, to);
        var key = (from / divisor, to / divisor);
        if (Cache.TryGetValue(key, out var known)) return known;
        if (Cache.Count >= MaximumCached) Cache.Clear();
        return Cache.GetOrAdd(key, static pair => new ResamplingFilter(pair.To, pair.From));
    }

    /// <summary>Output samples of one phase, <see cref="Up"/> apart, to the same bits as one by one.</summary>
    /// <param name="samples">The first one's window and all that the others need after it.</param>
    /// <param name="phase">0 .. <see cref="Up"/> − 1.</param>
    /// <param name="count">How many.</param>
    /// <param name="output">Receives each at <see cref="Up"/> elements after the one before.</param>
    public void ApplyMany(ReadOnlySpan<float> samples, int phase, int count, Span<float> output)
    {
        if (!IsInterpolated)
        {
            DotProduct.Slide(Row(phase), samples, Down, count, output, Up);
            return;
        }
        for (var k = 0; k < count; k++) output[k * Up] = Apply(samples[(k * Down)..], phase);
    }

    /// <summary>One output sample of an interpolated table.</summary>
    /// <param name="window">At least <see cref="TapCount"/> input samples; the output lies <paramref name="phase"/>/<see cref="Up"/> of a sample after number <c>HalfLength − 1</c>.</param>
    /// <param name="phase">0 .. <see cref="Up"/> − 1.</param>
    private float Apply(ReadOnlySpan<float> window, int phase)
    {
        var (row, part) = Between(phase);
        return ((1 - part) * DotProduct.Of(Row(row), window)) + (part * DotProduct.Of(Row(row + 1), window));
    }

    private (int Row, float Part) Between(int phase)
    {
        var position = (double)phase / Up * PhaseCount;
        return ((int)position, (float)(position - (int)position));
    }

    private ReadOnlySpan<float> Row(int phase) => taps.AsSpan(phase * TapCount, TapCount);
}
