namespace SpeechScoop.Audio.Loudness;

/// <summary>
/// The weighting of ITU-R BS.1770-4, Annex 1: a shelf of +4 dB above 1.7 kHz for the head, then a high-pass at 38 Hz. At 48 kHz
/// the recommendation's own coefficients; at other rates those that the bilinear transform gives for the same analogue filters.
/// </summary>
internal sealed class KWeighting
{
    // The analogue filters behind the recommendation's tables (Mansbridge, Finn and Reiss, AES 132, 2012, and libebur128).
    private const double ShelfHz = 1681.974450955533, ShelfDb = 3.999843853973347, ShelfQ = 0.7071752369554196, ShelfPower = 0.4996667741545416;
    private const double HighPassHz = 38.13547087602444, HighPassQ = 0.5003270373238773;
    private const int TableRate = 48_000;

    /// <summary>Tables 1 and 2 of the recommendation.</summary>
    public static readonly Biquad TableShelf = new(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);

    /// <inheritdoc cref="TableShelf"/>
    public static readonly Biquad TableHighPass = new(1, -2, 1, -1.99004745483398, 0.99007225036621);

    private readonly Biquad shelf, highPass;
    private double shelf1, shelf2, highPass1, highPass2;

    /// <summary>The weighting of one channel, from silence on.</summary>
    /// <param name="sampleRate">In hertz.</param>
    public KWeighting(int sampleRate) =>
        (shelf, highPass) = sampleRate == TableRate ? (TableShelf, TableHighPass) : (Shelf(sampleRate), HighPass(sampleRate));

    /// <summary>Σ of the squares of the channel's next samples, weighted. Nothing is kept of them but the filters' states.</summary>
    public double Energy(ReadOnlySpan<float> samples)
    {
        var (a, b) = (shelf, highPass);
        var (a1, a2, b1, b2) = (shelf1, shelf2, highPass1, highPass2);
        var sum = 0.0;
        foreach (var sample in samples)
        {
            // Both filters in transposed direct form II.
            var between = (a.B0 * sample) + a1;
            a1 = (a.B1 * sample) - (a.A1 * between) + a2;
            a2 = (a.B2 * sample) - (a.A2 * between);
            var output = (b.B0 * between) + b1;
            b1 = (b.B1 * between) - (b.A1 * output) + b2;
            b2 = (b.B2 * between) - (b.A2 * output);
            sum += output * output;
        }
        (shelf1, shelf2, highPass1, highPass2) = (a1, a2, b1, b2);
        return sum;
    }

    /// <summary>The shelf at a sample rate.</summary>
    public static Biquad Shelf(int sampleRate)
    {
        var k = Math.Tan(Math.PI * ShelfHz / sampleRate);
        var high = Math.Pow(10, ShelfDb / 20);
        var band = Math.Pow(high, ShelfPower);
        var a0 = 1 + (k / ShelfQ) + (k * k);
        return new Biquad(
            (high + (band * k / ShelfQ) + (k * k)) / a0,
            2 * ((k * k) - high) / a0,
            (high - (band * k / ShelfQ) + (k * k)) / a0,
            2 * ((k * k) - 1) / a0,
            (1 - (k / ShelfQ) + (k * k)) / a0);
    }

    /// <summary>The high-pass at a sample rate, with the gain that it has at 48 kHz in the recommendation (its table leaves it unnormalised).</summary>
    public static Biquad HighPass(int sampleRate)
    {
        var gain = Denominator(TableRate) / Denominator(sampleRate);
        var k = Math.Tan(Math.PI * HighPassHz / sampleRate);
        var a0 = Denominator(sampleRate);
        return new Biquad(gain, -2 * gain, gain, 2 * ((k * k) - 1) / a0, (1 - (k / HighPassQ) + (k * k)) / a0);
    }

    private static double Denominator(int sampleRate)
    {
        var k = Math.Tan(Math.PI * HighPassHz / sampleRate);
        return 1 + (k / HighPassQ) + (k * k);
    }
}
