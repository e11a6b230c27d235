namespace SpeechScoop.Inference.Quality;

/// <summary>
/// The front end of DNSMOS P.808: a mel spectrogram as librosa makes it (16 kHz, transform of 321, hop 160, periodic Hann,
/// centred with zeros, power, 120 Slaney mel bands with Slaney norm from 0 to 8 kHz), in decibels below its maximum, at most
/// 80 down, mapped to (dB + 40) / 40. Bin k lies at k × 16000 / 321 Hz: with an odd transform the last bin is below 8 kHz.
/// </summary>
internal static class P808Features
{
    /// <summary>Samples of a window: the last hop of 9.01 s is left out.</summary>
    public const int Samples = DnsmosWindows.WindowSamples - Hop;

    /// <summary>Frames of a window.</summary>
    public const int Frames = 900;

    /// <summary>Mel bands.</summary>
    public const int Mels = 120;

    private const int Size = 321;
    private const int Hop = 160;
    private const int Bins = (Size / 2) + 1;

    // The transform's length has no small factors (3 × 107), and 900 frames are few: a table does.
    private static readonly Lazy<(float[][] Cosine, float[][] Sine)> Transform = new(MakeTransform);
    private static readonly Lazy<float[][]> Filters = new(MakeFilters);

    /// <summary>Computes the features of a window.</summary>
    /// <param name="samples"><see cref="Samples"/> samples.</param>
    /// <param name="features">Takes <see cref="Frames"/> × <see cref="Mels"/> values, row-major.</param>
    public static void Compute(ReadOnlySpan<float> samples, Span<float> features)
    {
        var padded = new float[samples.Length + Size];
        samples.CopyTo(padded.AsSpan(Size / 2));
        var (cosine, sine) = Transform.Value;
        var power = new float[Bins];
        var loudest = 0f;
        for (var frame = 0; frame < Frames; frame++)
        {
            var window = padded.AsSpan(frame * Hop, Size);
            for (var bin = 0; bin < Bins; bin++)
            {
                var (real, imaginary) = (Dot(window, cosine[bin]), Dot(window, sine[bin]));
                power[bin] = (real * real) + (imaginary * imaginary);
            }
            for (var mel = 0; mel < Mels; mel++)
            {
                var energy = Dot(power, Filters.Value[mel]);
                features[(frame * Mels) + mel] = energy;
                loudest = Math.Max(loudest, energy);
            }
        }
        ToDecibels(features, loudest);
    }

    private static void ToDecibels(Span<float> features, float loudest)
    {
        var reference = 10 * MathF.Log10(Math.Max(1e-10f, loudest));
        var highest = float.MinValue;
        foreach (ref var value in features)
        {
            value = (10 * MathF.Log10(Math.Max(1e-10f, value))) - reference;
            highest = Math.Max(highest, value);
        }
        foreach (ref var value in features) value = (Math.Max(value, highest - 80) + 40) / 40;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = System.Numerics.Vector<float>.Zero;
        var lanes = System.Numerics.Vector<float>.Count;
        var i = 0;
        for (; i <= a.Length - lanes; i += lanes) sum += new System.Numerics.Vector<float>(a[i..]) * new System.Numerics.Vector<float>(b[i..]);
        var total = System.Numerics.Vector.Sum(sum);
        for (; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }

    private static (float[][] Cosine, float[][] Sine) MakeTransform()
    {
        var (cosine, sine) = (new float[Bins][], new float[Bins][]);
        for (var bin = 0; bin < Bins; bin++)
        {
            (cosine[bin], sine[bin]) = (new float[Size], new float[Size]);
            for (var n = 0; n < Size; n++)
            {
                var hann = 0.5 - (0.5 * Math.Cos(2 * Math.PI * n / Size));
                cosine[bin][n] = (float)(hann * Math.Cos(2 * Math.PI * bin * n / Size));
                sine[bin][n] = (float)(hann * Math.Sin(2 * Math.PI * bin * n / Size));
            }
        }
        return (cosine, sine);
    }

    private static float[][] MakeFilters()
    {
        var top = ToMel(DnsmosWindows.SampleRate / 2.0);
        var edges = Enumerable.Range(0, Mels + 2).Select(i => ToHertz(top * i / (Mels + 1))).ToArray();
        var filters = new float[Mels][];
        for (var mel = 0; mel < Mels; mel++)
        {
            filters[mel] = new float[Bins];
            for (var bin = 0; bin < Bins; bin++)
            {
                var hertz = (double)bin * DnsmosWindows.SampleRate / Size;
                var rising = (hertz - edges[mel]) / (edges[mel + 1] - edges[mel]);
                var falling = (edges[mel + 2] - hertz) / (edges[mel + 2] - edges[mel + 1]);
                filters[mel][bin] = (float)(Math.Max(0, Math.Min(rising, falling)) * 2 / (edges[mel + 2] - edges[mel]));
            }
        }
        return filters;
    }

    // Slaney's scale: linear below 1 kHz, logarithmic above.
    private static double ToMel(double hertz) => hertz < 1000 ? hertz * 3 / 200 : 15 + (Math.Log(hertz / 1000) * 27 / Math.Log(6.4));

    private static double ToHertz(double mel) => mel < 15 ? mel * 200 / 3 : 1000 * Math.Exp((mel - 15) * Math.Log(6.4) / 27);
}
