using SpeechScoop.Audio.Signals;

namespace SpeechScoop.Audio.Loudness;

/// <summary>What <see cref="LoudnessMeter"/> measures. Where nothing passes the gates, loudness is <see cref="Levels.SilenceDb"/>.</summary>
/// <param name="Integrated">Of the whole clip, in LUFS, gated (ITU-R BS.1770-4).</param>
/// <param name="Range">Loudness range in LU (EBU Tech 3342); 0 for clips shorter than 3 s.</param>
/// <param name="MaximumMomentary">Loudest 400 ms, in LUFS (EBU Tech 3341).</param>
/// <param name="MaximumShortTerm">Loudest 3 s, in LUFS (EBU Tech 3341); of the whole clip where that is shorter.</param>
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

    private const double Offset = -0.691, AbsoluteGate = -70, RelativeGate = -10, RangeGate = -20;
    private const int MomentaryParts = 4, ShortTermParts = 30;

    /// <summary>Everything at once.</summary>
    public static LoudnessReading Measure(AudioClip clip)
    {
        var parts = Parts(clip);
        var momentary = Windows(parts, MomentaryParts);
        var shortTerm = Windows(parts, ShortTermParts);
        return new LoudnessReading(
            Integrated(momentary),
            parts.Length < ShortTermParts ? 0 : Range(shortTerm),
            Loudest(momentary),
            Loudest(shortTerm),
            TruePeak.Db(clip));
    }

    /// <summary>Integrated loudness in LUFS: the mean over blocks of 400 ms, one every 100 ms, of what lies above −70 LUFS and above 10 LU below the mean of that.</summary>
    /// <remarks>A clip of less than 400 ms is one block.</remarks>
    public static double Integrated(AudioClip clip) => Integrated(Windows(Parts(clip), MomentaryParts));

    private static double Integrated(double[] blocks)
    {
        var loud = blocks.Where(power => ToLufs(power) > AbsoluteGate).ToArray();
        if (loud.Length == 0) return Levels.SilenceDb;
        var gate = ToLufs(loud.Average()) + RelativeGate;
        return ToLufs(loud.Where(power => ToLufs(power) > gate).Average());
    }

    private static double Range(double[] blocks)
    {
        var loud = blocks.Where(power => ToLufs(power) >= AbsoluteGate).ToArray();
        if (loud.Length == 0) return 0;
        var gate = ToLufs(loud.Average()) + RangeGate;
        var kept = loud.Select(ToLufs).Where(lufs => lufs >= gate).Order().ToArray();
        return Percentile(0.95) - Percentile(0.10);

        double Percentile(double part) => kept[(int)Math.Round((kept.Length - 1) * part)];
    }

    private static double Loudest(double[] blocks) => blocks.Length == 0 ? Levels.SilenceDb : ToLufs(blocks.Max());

    private static double ToLufs(double power) => power <= 0 ? Levels.SilenceDb : Math.Max(Levels.SilenceDb, Offset + (10 * Math.Log10(power)));

    /// <summary>Mean weighted power of windows of some parts, one beginning with every part; of all parts where there are fewer.</summary>
    private static double[] Windows(double[] parts, int length)
    {
        if (parts.Length == 0) return [];
        if (parts.Length < length) return [parts.Average()];
        var windows = new double[parts.Length - length + 1];
        for (var i = 0; i < windows.Length; i++)
        {
            for (var k = 0; k < length; k++) windows[i] += parts[i + k];
            windows[i] /= length;
        }
        return windows;
    }

    /// <summary>Weighted power of every tenth of a second; an incomplete one at the end counts in clips of less than 400 ms only.</summary>
    private static double[] Parts(AudioClip clip)
    {
        var edges = new List<int> { 0 };
        while (Edge(edges.Count) <= clip.Length) edges.Add(Edge(edges.Count));
        var whole = edges.Count - 1;
        if (clip.Length == 0) return [];
        if (whole < MomentaryParts) edges = [0, clip.Length];
        var parts = new double[edges.Count - 1];
        for (var c = 0; c < clip.ChannelCount; c++)
        {
            var weight = Weight(c, clip.ChannelCount);
            if (weight == 0) continue;
            var weighted = KWeighting.Apply(clip.Channel(c), clip.SampleRate);
            for (var p = 0; p < parts.Length; p++)
            {
                var sum = 0.0;
                foreach (var sample in weighted.AsSpan(edges[p]..edges[p + 1])) sum += sample * sample;
                parts[p] += weight * sum / (edges[p + 1] - edges[p]);
            }
        }
        return parts;

        int Edge(int part) => (int)Math.Round((double)part * clip.SampleRate / 10);
    }

    private static double Weight(int channel, int count) => (count, channel) switch
    {
        (5, 3 or 4) or (6, 4 or 5) => 1.41,
        (6, 3) => 0,
        _ => 1,
    };
}
