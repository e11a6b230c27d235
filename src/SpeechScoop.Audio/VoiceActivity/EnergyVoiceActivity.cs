using SpeechScoop.Audio.Signals;
using SpeechScoop.Statistics;

namespace SpeechScoop.Audio.VoiceActivity;

/// <summary>
/// Voice activity by level alone: needs no model, and takes every sound for speech that is loud enough. For synthesized speech and clean
/// recordings, whose background lies well below the voice.
/// </summary>
public sealed class EnergyVoiceActivity : IVoiceActivityDetector
{
    /// <summary>Frames, in seconds.</summary>
    public const double FrameSeconds = 0.01;

    /// <summary>Frames quieter than this are silence whatever surrounds them, in dBFS.</summary>
    public const double LowestDb = -60;

    /// <summary>Frames this far below the loud ones (the 95th percentile) are silence, in decibels.</summary>
    public const double RangeDb = 35;

    /// <summary>Frames are silence up to this much above the background (the 5th percentile), in decibels …</summary>
    public const double AboveBackgroundDb = 6;

    /// <summary>… unless that were less than this far below the loud ones: then the clip may have no pause at all.</summary>
    public const double LeastRangeDb = 15;

    private static readonly SegmentRules Rules = new() { ShortestSpeech = 0.05, ShortestSilence = 0.1, Padding = 0 };

    private const string Name = "energy-1";

    /// <summary>The one there is.</summary>
    public static EnergyVoiceActivity Instance { get; } = new();

    /// <inheritdoc/>
    public string Version => Name;

    /// <inheritdoc/>
    public SpeechActivity Detect(AudioClip clip)
    {
        var mono = clip.ToMono();
        return OfLevels(FrameLevels(mono), (double)FrameLength(mono.SampleRate) / mono.SampleRate, mono.Duration.TotalSeconds);
    }

    /// <summary>Where speech is by the levels of frames.</summary>
    internal static SpeechActivity OfLevels(double[] levels, double frameSeconds, double seconds)
    {
        var threshold = Threshold(levels);
        var active = levels.Select(level => level > threshold ? 1f : 0f).ToArray();
        return new(Name, seconds, Rules.Apply(active, frameSeconds, seconds));
    }

    /// <summary>Samples of a frame.</summary>
    internal static int FrameLength(int sampleRate) => Math.Max(1, (int)Math.Round(FrameSeconds * sampleRate));

    /// <summary>Level of each frame in dBFS; the last may be shorter.</summary>
    private static double[] FrameLevels(AudioClip mono)
    {
        var length = FrameLength(mono.SampleRate);
        var levels = new double[(mono.Length + length - 1) / length];
        for (var f = 0; f < levels.Length; f++) levels[f] = Levels.RmsDb(mono.Channel(0).Slice(f * length, Math.Min(length, mono.Length - (f * length))));
        return levels;
    }

    private static double Threshold(double[] levels)
    {
        if (levels.Length == 0) return LowestDb;
        var sorted = levels.Order().ToArray();
        var (background, loud) = (Quantile.OfSorted(sorted, 0.05), Quantile.OfSorted(sorted, 0.95));
        return Math.Max(LowestDb, Math.Max(loud - RangeDb, Math.Min(background + AboveBackgroundDb, loud - LeastRangeDb)));
    }
}
