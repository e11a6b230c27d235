using SpeechScoop.Audio.Signals;
using SpeechScoop.Audio.VoiceActivity;
using SpeechScoop.Statistics;

namespace SpeechScoop.Audio.Metrics.Timing;

/// <summary>Whether a clip stops in the middle of a sound, and how often its level falls suddenly.</summary>
public static class EndLevel
{
    /// <summary>Frames, in seconds.</summary>
    public const double FrameSeconds = 0.03;

    /// <summary>A fall from one frame to the next is sudden from here on, in decibels.</summary>
    public const double DropDb = -18;

    /// <summary>How far above the quiet frames before it (10th percentile of <see cref="History"/>) the falling frame must be, in decibels.</summary>
    public const double AboveQuietDb = 6;

    /// <summary>Frames that the 10th percentile is taken of.</summary>
    public const int History = 30;

    /// <summary>The clip's last frame must not be further below the speech's level than this for a cut-off, in decibels: fading sounds end on their own.</summary>
    public const double LowestEndDb = -20;

    /// <summary>
    /// Level of the clip's last 30 ms relative to that of its speech, in decibels: near 0 where the clip stops in the middle of a sound, far below where
    /// it fades or silence follows. Null where there is no speech.
    /// </summary>
    public static double? RelativeDb(AudioClip mono, SpeechActivity activity)
    {
        var speech = SpeechDb(mono, activity);
        return speech is { } level ? Levels.RmsDb(Last(mono)) - level : null;
    }

    /// <summary>Whether the clip stops suddenly: less than 30 ms after its last speech, with a level not far below that of its speech.</summary>
    public static bool IsCutOff(AudioClip mono, SpeechActivity activity) =>
        activity.TrailingSilence < FrameSeconds && RelativeDb(mono, activity) is { } relative && relative >= LowestEndDb;

    /// <summary>
    /// Falls of 18 dB or more from one frame of 30 ms to the next, where the first is at least 6 dB above the 10th percentile of the 30 frames up to it
    /// (the definition of Full-Duplex-Bench); a fall over two or more frames counts once. Words have some: before plosives and at their ends.
    /// </summary>
    public static int SuddenDrops(AudioClip mono)
    {
        var levels = Frames(mono);
        var drops = 0;
        var falling = false;
        for (var f = History - 1; f + 1 < levels.Length; f++)
        {
            var falls = levels[f + 1] - levels[f] <= DropDb && levels[f] >= Quiet(levels, f + 1) + AboveQuietDb;
            if (falls && !falling) drops++;
            falling = falls;
        }
        return drops;
    }

    /// <summary>Mean power of the speech in dBFS; null where there is none.</summary>
    private static double? SpeechDb(AudioClip mono, SpeechActivity activity)
    {
        double power = 0;
        long count = 0;
        foreach (var (start, end) in activity.Segments)
        {
            var from = Math.Clamp((int)Math.Round(start * mono.SampleRate), 0, mono.Length);
            var samples = mono.Channel(0)[from..Math.Clamp((int)Math.Round(end * mono.SampleRate), from, mono.Length)];
            power += samples.Length * Math.Pow(Levels.Rms(samples), 2);
            count += samples.Length;
        }
        return count == 0 ? null : Levels.ToDb(Math.Sqrt(power / count));
    }

    private static int FrameLength(AudioClip mono) => Math.Max(1, (int)Math.Round(FrameSeconds * mono.SampleRate));

    private static ReadOnlySpan<float> Last(AudioClip mono) => mono.Channel(0)[Math.Max(0, mono.Length - FrameLength(mono))..];

    /// <summary>Levels of the whole frames, from the beginning, in dBFS.</summary>
    private static double[] Frames(AudioClip mono)
    {
        var length = FrameLength(mono);
        var levels = new double[mono.Length / length];
        for (var f = 0; f < levels.Length; f++) levels[f] = Levels.RmsDb(mono.Channel(0).Slice(f * length, length));
        return levels;
    }

    /// <summary>10th percentile of the last frames before <paramref name="end"/>.</summary>
    private static double Quiet(double[] levels, int end)
    {
        var sorted = levels[Math.Max(0, end - History)..end].Order().ToArray();
        return sorted.Length == 0 ? Levels.SilenceDb : Quantile.OfSorted(sorted, 0.1);
    }
}
