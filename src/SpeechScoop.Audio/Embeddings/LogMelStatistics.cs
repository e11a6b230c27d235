using SpeechScoop.Audio.Features;
using SpeechScoop.Audio.Resampling;

namespace SpeechScoop.Audio.Embeddings;

/// <summary>
/// The embedding that needs no model: level and movement of 24 mel bands in windows of a second. It hears spectrum and rhythm, not meaning: enough to tell folders of different
/// sounds apart, and to run distances between sets where no pack is installed.
/// </summary>
public sealed class LogMelStatistics : IEmbedder
{
    /// <summary>Rate at which clips are analysed, in hertz.</summary>
    public const int SampleRate = 32_000;

    /// <summary>Mel bands.</summary>
    public const int Bands = 24;

    /// <summary>Values of a vector: mean level of each band in decibels, then its standard deviation over the window.</summary>
    public const int Dimension = 2 * Bands;

    private const int Hop = 320, WindowFrames = 100, WindowHop = 50, FftSize = 1_024;

    private static readonly double DecibelsPerLog = 10 / Math.Log(10);

    private static readonly LogMel FrontEnd = new(new LogMelPreset
    {
        Name = "log-mel-stats",
        SampleRate = SampleRate,
        FftSize = FftSize,
        WindowLength = FftSize,
        Hop = Hop,
        Bands = Bands,
        LowHz = 40,
        HighHz = SampleRate / 2.0,
        Scale = MelScale.Htk,
        // A sine of full scale has a power of 1 in its bin.
        InputScale = 4f / FftSize,
        Compression = MelCompression.NaturalLogOfFloored,
        Floor = 1e-9f,
    });

    private LogMelStatistics()
    {
    }

    /// <summary>The one there is.</summary>
    public static LogMelStatistics Instance { get; } = new();

    /// <inheritdoc/>
    public string Id => "log-mel-stats";

    /// <inheritdoc/>
    public string Version => "log-mel-stats-1";

    /// <inheritdoc/>
    public Result<IReadOnlyList<double[]>> Embed(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var mono = Resample.ToMono(clip, SampleRate);
        if (mono.Length < FftSize)
            return new Error.Invalid("clip-too-short", FormattableString.Invariant($"The clip lasts {clip.Duration.TotalSeconds:0.000} s; its embedding needs at least {(double)FftSize / SampleRate:0.000} s."));
        var features = FrontEnd.Compute(mono.Channel(0));
        var frames = features.Length / Bands;
        var vectors = new List<double[]>();
        for (var start = 0; vectors.Count == 0 || start + WindowFrames <= frames; start += WindowHop)
            vectors.Add(Window(features.AsSpan(start * Bands, Math.Min(WindowFrames, frames - start) * Bands)));
        return Result<IReadOnlyList<double[]>>.Ok(vectors);
    }

    private static double[] Window(ReadOnlySpan<float> features)
    {
        var (vector, frames) = (new double[Dimension], features.Length / Bands);
        for (var b = 0; b < Bands; b++)
        {
            double sum = 0, squares = 0;
            for (var i = b; i < features.Length; i += Bands) sum += DecibelsPerLog * features[i];
            var mean = sum / frames;
            for (var i = b; i < features.Length; i += Bands) squares += Math.Pow((DecibelsPerLog * features[i]) - mean, 2);
            (vector[b], vector[Bands + b]) = (mean, Math.Sqrt(squares / frames));
        }
        return vector;
    }
}
