namespace SpeechScoop.Audio.Loudness;

/// <summary>
/// How far the loudness of a clip goes up and down (EBU Tech 3342): the 95th less the 10th percentile of short-term loudness (3 s, one
/// value every 100 ms), of what lies above −70 LUFS and above 20 LU below the mean of that. Made for programmes of a minute and more.
/// </summary>
public static class LoudnessRange
{
    private const double AbsoluteGate = -70, RelativeGate = -20, Low = 0.10, High = 0.95;

    /// <summary>In LU, 0 or more; 0 for clips shorter than 3 s and for silence.</summary>
    public static double Of(AudioClip clip) => Of(WeightedPower.Of(clip));

    /// <inheritdoc cref="Of(AudioClip)"/>
    internal static double Of(WeightedPower power)
    {
        if (power.Parts < WeightedPower.ShortTerm) return 0;
        var loud = power.Blocks(WeightedPower.ShortTerm, WeightedPower.PartsPerSecond / 10).Where(block => LoudnessMeter.ToLufs(block) >= AbsoluteGate).ToArray();
        if (loud.Length == 0) return 0;
        var gate = LoudnessMeter.ToLufs(loud.Average()) + RelativeGate;
        var kept = loud.Select(LoudnessMeter.ToLufs).Where(lufs => lufs >= gate).Order().ToArray();
        return Percentile(High) - Percentile(Low);

        double Percentile(double part) => kept[(int)Math.Round((kept.Length - 1) * part)];
    }
}
