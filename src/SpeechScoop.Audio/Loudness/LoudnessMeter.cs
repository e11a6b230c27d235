using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Loudness;

/// <summary>What <see cref="LoudnessMeter"/> measures. Where nothing passes the gates, loudness is <see cref="Levels.SilenceDb"/>.</summary>
/// <param name="Integrated">Of the whole clip, in LUFS, gated (ITU-R BS.1770-4).</param>
/// <param name="Range">Loudness range in LU; see <see cref="LoudnessRange"/>.</param>
/// <param name="MaximumMomentary">Loudest 400 ms, to 10 ms, in LUFS (EBU Tech 3341).</param>
/// <param name="MaximumShortTerm">Loudest 3 s, to 10 ms, in LUFS (EBU Tech 3341); of the whole clip where that is shorter.</param>
/// <param name="TruePeakDb">In dBTP; see <see cref="TruePeak"/>.</param>
public readonly record struct LoudnessReading(double Integrated, double Range, double MaximumMomentary, double MaximumShortTerm, double TruePeakDb);

/// <summary>
/// Loudness after ITU-R BS.1770-4 and EBU Tech 3341 and 3342. Channels count 1; in clips of five (L R C Ls Rs) or six (L R C LFE
/// Ls Rs) channels, surround channels 1.41 and the low-frequency channel nothing. One channel is one loudspeaker: the same
/// signal in two channels is 3.01 LU louder.
/// </summary>
public static class LoudnessMeter
{
    /// <summary>Version of the computation, stored with what it measured.</summary>
    public const string MetricVersion = "bs1770-4";

    private const double Offset = -0.691, AbsoluteGate = -70, RelativeGate = -10;
    private const int TenthOfASecond = WeightedPower.PartsPerSecond / 10;

    /// <summary>Everything at once.</summary>
    public static LoudnessReading Measure(AudioClip clip)
    {
        var power = WeightedPower.Of(clip);
        return new LoudnessReading(
            Integrated(power),
            LoudnessRange.Of(power),
            Loudest(power.Blocks(WeightedPower.Momentary, 1)),
            Loudest(power.Blocks(WeightedPower.ShortTerm, 1)),
            TruePeak.Db(clip));
    }

    /// <summary>Integrated loudness in LUFS: the mean over blocks of 400 ms, one every 100 ms, of what lies above −70 LUFS and above 10 LU below the mean of that.</summary>
    /// <remarks>A clip of less than 400 ms is one block.</remarks>
    public static double Integrated(AudioClip clip) => Integrated(WeightedPower.Of(clip));

    /// <summary>The loudness of a mean weighted power, in LUFS, at least <see cref="Levels.SilenceDb"/>.</summary>
    internal static double ToLufs(double power) => power <= 0 ? Levels.SilenceDb : Math.Max(Levels.SilenceDb, Offset + (10 * Math.Log10(power)));

    private static double Integrated(WeightedPower power)
    {
        var loud = power.Blocks(WeightedPower.Momentary, TenthOfASecond).Where(block => ToLufs(block) > AbsoluteGate).ToArray();
        if (loud.Length == 0) return Levels.SilenceDb;
        var gate = ToLufs(loud.Average()) + RelativeGate;
        return ToLufs(loud.Where(block => ToLufs(block) > gate).Average());
    }

    private static double Loudest(double[] blocks) => blocks.Length == 0 ? Levels.SilenceDb : ToLufs(blocks.Max());
}
