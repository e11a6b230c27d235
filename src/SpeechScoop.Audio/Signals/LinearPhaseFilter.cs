namespace SpeechScoop.Audio.Signals;

/// <summary>A low-pass filter with linear phase whose delay is taken back: what happens at a time stays at that time.</summary>
public sealed class LinearPhaseFilter
{
    private readonly float[] padded;

    private LinearPhaseFilter(float[] taps)
    {
        Taps = taps;
        var granularity = DotProduct.Granularity;
        padded = new float[(taps.Length + granularity - 1) / granularity * granularity];
        taps.CopyTo(padded, 0);
    }

    /// <summary>The impulse response: an odd number of taps, symmetric, with sum 1.</summary>
    public IReadOnlyList<float> Taps { get; }

    /// <summary>Designs a low-pass filter: a sinc under a Kaiser window.</summary>
    /// <param name="passHz">The pass band reaches to here.</param>
    /// <param name="stopHz">The stop band begins here; above <paramref name="passHz"/>.</param>
    /// <param name="attenuationDb">Least attenuation of the stop band, more than 50; the pass band ripples by as much below 1.</param>
    /// <param name="sampleRate">In hertz.</param>
    public static LinearPhaseFilter LowPass(double passHz, double stopHz, double attenuationDb, int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(stopHz, passHz);
        ArgumentOutOfRangeException.ThrowIfLessThan(attenuationDb, 50);
        var half = (KaiserWindow.Order(attenuationDb, (stopHz - passHz) / sampleRate) + 1) / 2;
        var cutoff = (passHz + stopHz) / 2 / sampleRate;
        var beta = KaiserWindow.Beta(attenuationDb);
        var taps = new double[(2 * half) + 1];
        for (var i = 0; i < taps.Length; i++)
        {
            var x = 2 * Math.PI * cutoff * (i - half);
            taps[i] = (x == 0 ? 1 : Math.Sin(x) / x) * KaiserWindow.Value((double)(i - half) / half, beta);
        }
        var sum = taps.Sum();
        return new LinearPhaseFilter([.. taps.Select(tap => (float)(tap / sum))]);
    }

    /// <summary>Filters a signal; the result has its length, and silence is assumed before and after it.</summary>
    public float[] Apply(ReadOnlySpan<float> samples)
    {
        var half = Taps.Count / 2;
        var extended = new float[samples.Length + padded.Length];
        samples.CopyTo(extended.AsSpan(half));
        var filtered = new float[samples.Length];
        for (var i = 0; i < filtered.Length; i++) filtered[i] = DotProduct.Of(padded, extended.AsSpan(i));
        return filtered;
    }
}
