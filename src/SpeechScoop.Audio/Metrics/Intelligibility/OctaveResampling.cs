using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Metrics.Intelligibility;

/// <summary>
/// The resampling that STOI's reference implementations use (Octave's <c>resample</c>, as pystoi rebuilds it); its gentle
/// filter is part of the metric, so the better one of <see cref="Resampling.Resampler"/> may not take its place.
/// </summary>
internal static class OctaveResampling
{
    private const double RejectionDb = 60;

    /// <summary>The signal at another rate: ceil(n · to / from) samples.</summary>
    public static double[] Resample(ReadOnlySpan<float> samples, int from, int to)
    {
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(from, to);
        var (up, down) = (to / divisor, from / divisor);
        var output = new double[(int)(((long)samples.Length * up + down - 1) / down)];
        if (up == down)
        {
            for (var i = 0; i < output.Length; i++) output[i] = samples[i];
            return output;
        }
        var (taps, half) = Filter(up, down);
        for (var j = 0; j < output.Length; j++)
        {
            var centre = (long)j * down;
            var first = Math.Max(0, (centre - half + up - 1) / up);
            var last = Math.Min(samples.Length - 1, (centre + half) / up);
            var sum = 0.0;
            for (var n = first; n <= last; n++) sum += samples[(int)n] * taps[centre - (n * up) + half];
            output[j] = up * sum;
        }
        return output;
    }

    private static (double[] Taps, int Half) Filter(int up, int down)
    {
        var cutoff = 1.0 / (2 * Math.Max(up, down));
        var half = (int)Math.Ceiling((RejectionDb - 8) / (28.714 * cutoff / 10));
        var beta = KaiserWindow.Beta(RejectionDb);
        var taps = new double[(2 * half) + 1];
        for (var i = 0; i < taps.Length; i++)
        {
            var x = 2 * Math.PI * cutoff * (i - half);
            taps[i] = (x == 0 ? 1 : Math.Sin(x) / x) * KaiserWindow.Value((double)(i - half) / half, beta);
        }
        var sum = taps.Sum();
        return ([.. taps.Select(tap => tap / sum)], half);
    }
}
