namespace SpeechScoop.Audio.Metrics.Pitch;

/// <summary>Values and maxima between samples of an even function, by band-limited interpolation under a Hann taper.</summary>
internal static class SincInterpolation
{
    private const int Depth = 70;

    /// <summary>The value at a position.</summary>
    /// <param name="samples">The function at 0, 1, 2, …; at −k it has the value of k.</param>
    /// <param name="position">From 0 up, below the last sample.</param>
    public static double At(ReadOnlySpan<double> samples, double position)
    {
        var left = (int)Math.Floor(position);
        var fraction = position - left;
        if (fraction < 1e-9) return samples[left];
        var depth = Math.Min(Depth, samples.Length - 1 - left);
        var sine = Math.Sin(Math.PI * fraction) / Math.PI;
        return sine * (Side(samples, left, -1, fraction, depth) + Side(samples, left + 1, 1, 1 - fraction, depth));
    }

    /// <summary>The maximum beside a sample that is larger than its neighbours: parabolas through ever closer interpolated values.</summary>
    /// <param name="samples">As above.</param>
    /// <param name="at">Index of the sample, from 1 to the last but one.</param>
    public static (double Position, double Value) Maximum(ReadOnlySpan<double> samples, int at)
    {
        var (position, value) = Vertex(at, 1, samples[at - 1], samples[at], samples[at + 1]);
        foreach (var step in (ReadOnlySpan<double>)[0.25, 0.1])
        {
            var centre = Math.Clamp(position, step, samples.Length - 1.001 - step);
            (position, value) = Vertex(centre, step, At(samples, centre - step), At(samples, centre), At(samples, centre + step));
            position = Math.Clamp(position, at - 1, at + 1);
        }
        return (position, value);
    }

    /// <summary>The top of the parabola through three values; the middle one where they have none.</summary>
    public static (double Position, double Value) Vertex(double centre, double step, double before, double middle, double after)
    {
        var (slope, curvature) = ((after - before) / 2, (2 * middle) - before - after);
        if (curvature <= 0) return (centre, middle);
        var shift = Math.Clamp(slope / curvature, -1, 1);
        return (centre + (shift * step), middle + (slope * shift) - (curvature * shift * shift / 2));
    }

    /// <summary>One side's sum of value × sign × taper / distance.</summary>
    private static double Side(ReadOnlySpan<double> samples, int index, int direction, double distance, int depth)
    {
        var turn = Math.PI / (distance + depth);
        // The taper's cosine by recurrence: cos((k+1)t) = 2 cos t · cos(kt) − cos((k−1)t).
        var (twice, before, cosine) = (2 * Math.Cos(turn), Math.Cos((distance - 1) * turn), Math.Cos(distance * turn));
        double sum = 0, sign = 0.5;
        for (var k = 0; k < depth; k++, index += direction, distance++, sign = -sign)
        {
            sum += samples[Math.Abs(index)] * sign * (1 + cosine) / distance;
            (before, cosine) = (cosine, (twice * cosine) - before);
        }
        return sum;
    }
}
