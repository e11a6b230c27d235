namespace SpeechScoop.Audio.Loudness;

/// <summary>The coefficients of a second-order filter, a0 being 1.</summary>
internal readonly record struct Biquad(double B0, double B1, double B2, double A1, double A2)
{
    /// <summary>Filters a signal in place, from silence on (transposed direct form II).</summary>
    public void Apply(Span<double> samples)
    {
        double z1 = 0, z2 = 0;
        foreach (ref var sample in samples)
        {
            var output = (B0 * sample) + z1;
            z1 = (B1 * sample) - (A1 * output) + z2;
            z2 = (B2 * sample) - (A2 * output);
            sample = output;
        }
    }
}
