namespace SpeechScoop.Audio.TestSounds;

/// <summary>Sound in the making, at 192 kHz, so that it is the same at every rate to which it is brought afterwards.</summary>
internal sealed class SoundCanvas
{
    public const int SampleRate = 192_000;

    /// <summary>Length of every sound.</summary>
    public const double Seconds = 3;

    /// <summary>What is above is left out: the band of a 192 kHz recording with its filter's edge.</summary>
    private const double HighestHz = 90_000;

    private const double Peak = 0.5;

    private const int MostPartials = 40;

    private readonly double[] samples = new double[(int)(Seconds * SampleRate)];

    /// <summary>Adds a tone whose pitch and strength change; both are functions of the part of it that has passed, 0..1.</summary>
    /// <param name="harmonics">Multiples of the pitch, 1 for the tone alone.</param>
    /// <param name="harmonic">Strength at a frequency in hertz; by default 1/h.</param>
    public void Tone(double start, double seconds, Func<double, double> hertz, Func<double, double> strength, int harmonics = 1, Func<double, double>? harmonic = null)
    {
        var (first, count) = ((int)(start * SampleRate), (int)(seconds * SampleRate));
        var levels = new double[harmonics];
        var phase = 0.0;
        for (var i = 0; i < count && first + i < samples.Length; i++)
        {
            var part = (double)i / count;
            var pitch = hertz(part);
            // Strengths follow the pitch every millisecond.
            if (i % (SampleRate / 1000) == 0)
                for (var h = 1; h <= harmonics; h++) levels[h - 1] = h * pitch < HighestHz ? harmonic?.Invoke(h * pitch) ?? 1.0 / h : 0;
            phase = Math.IEEERemainder(phase + (2 * Math.PI * pitch / SampleRate), 2 * Math.PI);
            var (sine, cosine) = Math.SinCos(phase);
            var (re, im, sum) = (1.0, 0.0, 0.0);
            foreach (var level in levels)
            {
                // The h-th power of a point on the circle is the h-th harmonic.
                (re, im) = ((re * cosine) - (im * sine), (re * sine) + (im * cosine));
                sum += im * level;
            }
            samples[first + i] += strength(part) * sum;
        }
    }

    /// <summary>Adds a string that was plucked: partials die away the faster the higher they are.</summary>
    public void Pluck(double start, double hertz, double strength, double place)
    {
        var first = (int)(start * SampleRate);
        for (var h = 1; h <= MostPartials; h++)
        {
            var level = strength * Math.Sin(Math.PI * h * place) / h;
            var decay = Math.Exp(-(1.2 + (0.00006 * h * hertz * h)) / SampleRate);
            // Stiffness spreads partials upwards.
            var (sine, cosine) = Math.SinCos(2 * Math.PI * h * hertz * Math.Sqrt(1 + (0.0001 * h * h)) / SampleRate);
            var (re, im) = (level, 0.0);
            for (var i = first; i < samples.Length && Math.Abs(re) + Math.Abs(im) > 1e-5; i++)
            {
                samples[i] += im;
                (re, im) = (decay * ((re * cosine) - (im * sine)), decay * ((re * sine) + (im * cosine)));
            }
        }
    }

    /// <summary>Adds a short wave packet under a Gaussian.</summary>
    /// <param name="time">Its middle.</param>
    /// <param name="hertz">Its middle frequency.</param>
    /// <param name="widthHz">Its bandwidth: standard deviation of the spectrum.</param>
    public void Click(double time, double hertz, double widthHz, double strength)
    {
        var spread = SampleRate / (2 * Math.PI * widthHz);
        var middle = time * SampleRate;
        for (var i = Math.Max(0, (int)(middle - (5 * spread))); i < samples.Length && i <= middle + (5 * spread); i++)
        {
            var at = i - middle;
            samples[i] += strength * Math.Exp(-0.5 * at * at / (spread * spread)) * Math.Cos(2 * Math.PI * hertz * at / SampleRate);
        }
    }

    /// <summary>Adds noise between two frequencies; strength as a function of seconds since the start.</summary>
    public void Noise(double start, double seconds, double lowHz, double highHz, Func<double, double> strength, SeededRandom random)
    {
        var (first, count) = ((int)(start * SampleRate), (int)(seconds * SampleRate));
        var (low, high) = (Pole(lowHz), Pole(highHz));
        double a = 0, b = 0, below = 0;
        for (var i = 0; i < count && first + i < samples.Length; i++)
        {
            var white = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
            a = (high * a) + ((1 - high) * white);
            b = (high * b) + ((1 - high) * a);
            below = (low * below) + ((1 - low) * b);
            samples[first + i] += strength((double)i / SampleRate) * (b - below);
        }
    }

    /// <summary>Adds a struck body: damped modes.</summary>
    public void Knock(double time, IEnumerable<(double Hertz, double DecaySeconds, double Strength)> modes)
    {
        var first = (int)(time * SampleRate);
        foreach (var (hertz, decaySeconds, strength) in modes)
            for (var i = first; i < samples.Length && i < first + (8 * decaySeconds * SampleRate); i++)
                samples[i] += strength * Math.Exp(-(i - first) / (decaySeconds * SampleRate)) * Math.Sin(2 * Math.PI * hertz * (i - first) / SampleRate);
    }

    /// <summary>The sound, faded within 5 ms at both ends, with its peak at half of full scale.</summary>
    public float[] Finish()
    {
        var edge = 0.005 * SampleRate;
        var peak = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] *= 0.5 * (1 - Math.Cos(Math.PI * Math.Min(1, Math.Min(i, samples.Length - 1 - i) / edge)));
            peak = Math.Max(peak, Math.Abs(samples[i]));
        }
        return [.. samples.Select(sample => (float)(sample * Peak / peak))];
    }

    private static double Pole(double hertz) => Math.Exp(-2 * Math.PI * hertz / SampleRate);
}
