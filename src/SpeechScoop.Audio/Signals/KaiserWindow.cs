namespace SpeechScoop.Audio.Signals;

/// <summary>
/// The Kaiser window and Kaiser's design formulas (Kaiser, "Nonrecursive digital filter design using the I0-sinh window
/// function", 1974; also Oppenheim and Schafer, Discrete-Time Signal Processing, 7.5.3).
/// </summary>
public static class KaiserWindow
{
    /// <summary>The window's value.</summary>
    /// <param name="position">−1 (left edge) .. 0 (centre, value 1) .. 1 (right edge); 0 outside.</param>
    /// <param name="beta">Shape; see <see cref="Beta"/>.</param>
    public static double Value(double position, double beta) =>
        Math.Abs(position) > 1 ? 0 : BesselI0(beta * Math.Sqrt(1 - (position * position))) / BesselI0(beta);

    /// <summary>The shape for a stop-band attenuation of more than 50 dB.</summary>
    public static double Beta(double attenuationDb) => 0.1102 * (attenuationDb - 8.7);

    /// <summary>Filter order (taps − 1) for an attenuation and a transition width.</summary>
    /// <param name="attenuationDb">Stop-band attenuation in dB; the pass band ripples by as much below 1.</param>
    /// <param name="transition">Width of the transition as a part of the sample rate, 0..0.5.</param>
    public static int Order(double attenuationDb, double transition) =>
        (int)Math.Ceiling((attenuationDb - 7.95) / (2.285 * 2 * Math.PI * transition));

    /// <summary>Modified Bessel function of the first kind, order 0, by its power series.</summary>
    internal static double BesselI0(double x)
    {
        double sum = 1, term = 1;
        var half = x / 2;
        for (var k = 1; term > 1e-18 * sum; k++)
        {
            term *= half / k * (half / k);
            sum += term;
        }
        return sum;
    }
}
