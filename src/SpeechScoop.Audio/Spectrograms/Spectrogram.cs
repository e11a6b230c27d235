using System.Numerics;
using SpeechScoop.Audio.Features;

namespace SpeechScoop.Audio.Spectrograms;

/// <summary>
/// Levels over time and frequency. Each cell holds the greatest level that any of its moments and frequencies has, so that neither a
/// click nor a whistle is lost however coarse the view is. Moments are at most half a window apart.
/// </summary>
public static class Spectrogram
{
    /// <summary>The level of silence, in dBFS.</summary>
    public const float SilenceDb = -120;

    private const int FramesAtOnce = 64;
    private const double SilencePower = 1e-12;

    /// <summary>Computes levels, in dBFS: a sine at full scale reaches 0.</summary>
    /// <param name="clip">Mixed down to one channel.</param>
    /// <param name="view">Without a <see cref="SpectrogramView.Problem"/>.</param>
    /// <param name="cancellation">Looked at every few frames.</param>
    /// <returns>Height × width levels, the highest frequency first; at least <see cref="SilenceDb"/>.</returns>
    public static float[] Decibels(AudioClip clip, SpectrogramView view, CancellationToken cancellation = default)
    {
        if (view.Problem() is { } problem) throw new ArgumentException(problem.Message, nameof(view));
        var samples = clip.ToMono().Channel(0);
        var length = Math.Max(2, (int)Math.Round(view.WindowSeconds * clip.SampleRate));
        var window = AnalysisWindow.PeriodicHann.Samples(length);
        var stft = new Stft((int)BitOperations.RoundUpToPowerOf2((uint)length), length, window);
        var rows = Rows(view, clip.SampleRate, stft.Bins);
        var scale = Math.Pow(2 / window.Sum(sample => (double)sample), 2);

        var columnSeconds = (view.To - view.From) / view.Width;
        var moments = Math.Max(1, (int)Math.Ceiling(columnSeconds / (view.WindowSeconds / 2)));
        var powers = new double[view.Height * view.Width];
        var frames = new float[FramesAtOnce * length];
        var total = (long)moments * view.Width;
        for (var first = 0L; first < total; first += FramesAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = (int)Math.Min(FramesAtOnce, total - first);
            for (var i = 0; i < count; i++)
            {
                var moment = view.From + ((first + i + 0.5) * columnSeconds / moments);
                Frame(samples, (long)Math.Round(moment * clip.SampleRate) - (length / 2), frames.AsSpan(i * length, length));
            }
            var spectra = stft.Power(frames.AsSpan(0, count * length));
            for (var i = 0; i < count; i++)
                Raise(powers, view, (int)((first + i) / moments), spectra.AsSpan(i * stft.Bins, stft.Bins), rows);
        }
        return [.. powers.Select(power => (float)(10 * Math.Log10(Math.Max(SilencePower, power * scale))))];
    }

    /// <summary>What a row shows: the strongest of some bins, or a place between two.</summary>
    private readonly record struct Row(int First, int Last, double Fraction);

    private static Row[] Rows(SpectrogramView view, int sampleRate, int bins)
    {
        var perHertz = 2.0 * (bins - 1) / sampleRate;
        var (low, high) = (view.Low * perHertz, view.High * perHertz);
        var step = (high - low) / view.Height;
        var rows = new Row[view.Height];
        for (var i = 0; i < rows.Length; i++)
        {
            var (bottom, top) = (high - ((i + 1) * step), high - (i * step));
            var middle = (bottom + top) / 2;
            // Less than two bins a row: rows with one and with none would make stripes, so all are read between bins.
            rows[i] = middle > bins - 1 ? new Row(-1, -1, 0)
                : step < 2 ? new Row((int)middle, Math.Min(bins - 1, (int)middle + 1), middle - (int)middle)
                : new Row((int)Math.Ceiling(bottom), Math.Min(bins - 1, (int)Math.Ceiling(top) - 1), double.NaN);
        }
        return rows;
    }

    /// <summary>The samples of a frame, with silence outside of the clip.</summary>
    private static void Frame(ReadOnlySpan<float> samples, long start, Span<float> frame)
    {
        frame.Clear();
        var (from, to) = (Math.Max(0, start), Math.Min(samples.Length, start + frame.Length));
        if (from < to) samples[(int)from..(int)to].CopyTo(frame[(int)(from - start)..]);
    }

    private static void Raise(double[] powers, SpectrogramView view, int column, ReadOnlySpan<float> spectrum, Row[] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (row.First < 0) continue;
            double power;
            if (double.IsNaN(row.Fraction))
            {
                power = 0;
                for (var k = row.First; k <= row.Last; k++) power = Math.Max(power, spectrum[k]);
            }
            else
            {
                power = ((1 - row.Fraction) * spectrum[row.First]) + (row.Fraction * spectrum[row.Last]);
            }
            ref var cell = ref powers[(i * view.Width) + column];
            cell = Math.Max(cell, power);
        }
    }
}
