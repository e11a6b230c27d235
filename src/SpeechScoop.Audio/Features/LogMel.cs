using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace SpeechScoop.Audio.Features;

/// <summary>Computes the log-mel features of whole clips. Thread-safe.</summary>
/// <param name="preset">The front end.</param>
public sealed class LogMel(LogMelPreset preset)
{
    private readonly ConcurrentBag<LogMelKernel> kernels = [];

    /// <summary>The front end.</summary>
    public LogMelPreset Preset => preset;

    /// <summary>Features of a clip.</summary>
    /// <param name="samples">Mono, −1..1, at the preset's rate.</param>
    /// <returns>Frames × bands, row-major.</returns>
    public float[] Compute(ReadOnlySpan<float> samples)
    {
        var prepared = Prepare(samples);
        var features = new float[preset.FrameCount(prepared.Length) * preset.Bands];
        if (!kernels.TryTake(out var kernel)) kernel = new LogMelKernel(preset);
        kernel.Compute(prepared, 0, prepared.Length, 0, features);
        kernels.Add(kernel);
        Normalise(features);
        return features;
    }

    /// <summary>The same features as bands × frames, which is how many models take them.</summary>
    public float[] ComputeBandsFirst(ReadOnlySpan<float> samples) => Transpose(Compute(samples), preset.Bands);

    /// <summary>Frames × bands to bands × frames, or back with the count of rows.</summary>
    /// <param name="rows">A row-major matrix.</param>
    /// <param name="columns">Length of its rows.</param>
    public static float[] Transpose(ReadOnlySpan<float> rows, int columns)
    {
        var transposed = new float[rows.Length];
        Transpose(rows, columns, transposed);
        return transposed;
    }

    /// <summary>The same into memory of the caller.</summary>
    public static void Transpose(ReadOnlySpan<float> rows, int columns, Span<float> transposed)
    {
        // In strips of a cache line's width: written line by line instead of one value a line.
        const int Strip = 16;
        var count = rows.Length / columns;
        for (var first = 0; first < count; first += Strip)
        {
            var width = Math.Min(Strip, count - first);
            for (var c = 0; c < columns; c++)
            {
                var target = transposed.Slice((c * count) + first, width);
                for (int i = 0, from = (first * columns) + c; i < target.Length; i++, from += columns) target[i] = rows[from];
            }
        }
    }

    private ReadOnlySpan<float> Prepare(ReadOnlySpan<float> samples)
    {
        if (preset.ClipSeconds is { } seconds)
        {
            var clip = new float[(int)Math.Round(seconds * preset.SampleRate)];
            samples[..Math.Min(samples.Length, clip.Length)].CopyTo(clip);
            samples = clip;
        }
        if (preset.PreEmphasis == 0 || samples.IsEmpty) return samples;
        var emphasised = new float[samples.Length];
        emphasised[0] = samples[0];
        for (var i = 1; i < samples.Length; i++) emphasised[i] = samples[i] - (preset.PreEmphasis * samples[i - 1]);
        return emphasised;
    }

    private void Normalise(Span<float> features)
    {
        if (features.IsEmpty) return;
        switch (preset.Compression)
        {
            case MelCompression.Whisper:
                TensorPrimitives.Multiply(features, (float)(1 / Math.Log(10)), features);
                TensorPrimitives.Max(features, TensorPrimitives.Max<float>(features) - 8, features);
                TensorPrimitives.Add(features, 4, features);
                TensorPrimitives.Multiply(features, 0.25f, features);
                break;
            case MelCompression.RelativeDecibels:
                TensorPrimitives.Multiply(features, (float)(10 / Math.Log(10)), features);
                TensorPrimitives.Subtract(features, TensorPrimitives.Max<float>(features), features);
                TensorPrimitives.Max(features, -80, features);
                TensorPrimitives.Add(features, 40, features);
                TensorPrimitives.Multiply(features, 1 / 40f, features);
                break;
            case MelCompression.NormalisedPerBand:
                NormalisePerBand(features);
                break;
        }
    }

    private void NormalisePerBand(Span<float> features)
    {
        var frames = features.Length / preset.Bands;
        for (var b = 0; b < preset.Bands; b++)
        {
            double sum = 0, squares = 0;
            for (var i = b; i < features.Length; i += preset.Bands) sum += features[i];
            var mean = sum / frames;
            for (var i = b; i < features.Length; i += preset.Bands) squares += (features[i] - mean) * (features[i] - mean);
            var deviation = Math.Sqrt(squares / Math.Max(1, frames - 1)) + 1e-5;
            for (var i = b; i < features.Length; i += preset.Bands) features[i] = (float)((features[i] - mean) / deviation);
        }
    }
}
