using System.Numerics.Tensors;
using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Loudness;

/// <summary>
/// The peak of the analogue signal that samples stand for, estimated at four times the rate with the filter of ITU-R BS.1770-4,
/// Annex 2 (which reads up to 0.2 dB too much at a quarter of the rate). Never less than the largest sample.
/// </summary>
public static class TruePeak
{
    private const int BlockSamples = 16_384, TapCount = 12;

    /// <summary>The first two of four phases; the other two are their mirror images.</summary>
    private static readonly float[][] Table =
    [
        [0.0017089843750f, 0.0109863281250f, -0.0196533203125f, 0.0332031250000f, -0.0594482421875f, 0.1373291015625f, 0.9721679687500f, -0.1022949218750f, 0.0476074218750f, -0.0266113281250f, 0.0148925781250f, -0.0083007812500f],
        [-0.0291748046875f, 0.0292968750000f, -0.0517578125000f, 0.0891113281250f, -0.1665039062500f, 0.4650878906250f, 0.7797851562500f, -0.2003173828125f, 0.1015625000000f, -0.0582275390625f, 0.0330810546875f, -0.0189208984375f],
    ];

    private static readonly float[][] Phases = [.. Table.SelectMany(phase => new[] { Padded(phase), Padded([.. phase.Reverse()]) })];

    /// <summary>Over all channels, in dB against full scale (dBTP), at least <see cref="Levels.SilenceDb"/>.</summary>
    public static double Db(AudioClip clip) => Levels.ToDb(Linear(clip));

    /// <summary>Over all channels, as an amplitude.</summary>
    public static float Linear(AudioClip clip)
    {
        var peak = 0f;
        for (var c = 0; c < clip.ChannelCount; c++) peak = Math.Max(peak, Linear(clip.Channel(c)));
        return peak;
    }

    /// <summary>Of one channel, as an amplitude; silence is assumed before and after it.</summary>
    public static float Linear(ReadOnlySpan<float> samples)
    {
        var peak = Levels.Peak(samples);
        if (peak == 0) return 0;
        var before = TapCount - 1;
        var window = new float[before + BlockSamples + Phases[0].Length];
        var output = new float[BlockSamples];
        for (var start = 0; start < samples.Length + before; start += BlockSamples)
        {
            // window[i] is sample number start − before + i; zeros lie outside the signal.
            var count = Math.Min(BlockSamples, samples.Length + before - start);
            window.AsSpan().Clear();
            var from = Math.Max(0, start - before);
            var to = Math.Min(samples.Length, start + count);
            if (to > from) samples[from..to].CopyTo(window.AsSpan(from - (start - before)));
            foreach (var phase in Phases)
            {
                DotProduct.Slide(phase, window, 1, count, output, 1);
                peak = Math.Max(peak, Math.Abs(TensorPrimitives.MaxMagnitude(output.AsSpan(0, count))));
            }
        }
        return peak;
    }

    private static float[] Padded(float[] taps)
    {
        var granularity = DotProduct.Granularity;
        var padded = new float[(taps.Length + granularity - 1) / granularity * granularity];
        taps.CopyTo(padded, 0);
        return padded;
    }
}
