namespace SpeechScoop.Audio.Signals;

/// <summary>
/// µ-law companding: a sample's magnitude on the logarithmic scale F(x) = ln(1 + µ·x) / ln(1 + µ), rounded to 2^(bits − 1) − 1 steps
/// and zero on either side of it, as G.711 has a positive and a negative zero. µ = 2^bits − 1, so 255 at 8 bits.
/// </summary>
public static class MuLaw
{
    /// <summary>Version of the computation, stored with outputs.</summary>
    public const string Version = "1";

    /// <summary>Fewest bits a sample.</summary>
    public const int FewestBits = 4;

    /// <summary>Most bits a sample.</summary>
    public const int MostBits = 8;

    /// <summary>The signal after coding and decoding; what exceeds full scale is clipped, silence stays silence.</summary>
    /// <param name="samples">Nominal range −1..1.</param>
    /// <param name="bits">4..8 a sample.</param>
    public static float[] RoundTrip(ReadOnlySpan<float> samples, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, FewestBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MostBits);
        var mu = (1 << bits) - 1.0;
        var steps = (1 << (bits - 1)) - 1;
        var levels = new float[steps + 1];
        for (var i = 0; i <= steps; i++) levels[i] = (float)((Math.Pow(1 + mu, (double)i / steps) - 1) / mu);
        var scale = steps / Math.Log(1 + mu);
        var decoded = new float[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            var magnitude = Math.Min(1, Math.Abs((double)samples[i]));
            var level = levels[(int)Math.Round(scale * Math.Log(1 + (mu * magnitude)))];
            decoded[i] = samples[i] < 0 ? -level : level;
        }
        return decoded;
    }
}
