namespace SpeechScoop.Audio.VoiceActivity;

/// <summary>A stretch of speech.</summary>
/// <param name="StartSeconds">From the clip's beginning.</param>
/// <param name="EndSeconds">After the start.</param>
public readonly record struct SpeechSegment(double StartSeconds, double EndSeconds);

/// <summary>Where a clip has speech.</summary>
/// <param name="Detector">Name and version of what found it.</param>
/// <param name="DurationSeconds">Of the clip.</param>
/// <param name="Segments">In order, without overlap; empty where there is none.</param>
public sealed record SpeechActivity(string Detector, double DurationSeconds, IReadOnlyList<SpeechSegment> Segments)
{
    /// <summary>All speech, without the pauses between.</summary>
    public double SpeechSeconds { get; } = Segments.Sum(segment => segment.EndSeconds - segment.StartSeconds);

    /// <summary>Before the first speech; the whole clip where there is none.</summary>
    public double LeadingSilence => Segments.Count == 0 ? DurationSeconds : Segments[0].StartSeconds;

    /// <summary>After the last speech; the whole clip where there is none.</summary>
    public double TrailingSilence => Segments.Count == 0 ? DurationSeconds : DurationSeconds - Segments[^1].EndSeconds;

    /// <summary>From the first speech to the end of the last, pauses included.</summary>
    public double SpanSeconds => Segments.Count == 0 ? 0 : Segments[^1].EndSeconds - Segments[0].StartSeconds;

    /// <summary>The longest silence between two segments; 0 where there is none.</summary>
    public double LongestPause => Segments.Zip(Segments.Skip(1), (before, after) => after.StartSeconds - before.EndSeconds).DefaultIfEmpty(0).Max();

    /// <summary>Share of the clip that is not speech, 0..1; 1 for an empty clip.</summary>
    public double SilenceRatio => DurationSeconds > 0 ? Math.Clamp(1 - (SpeechSeconds / DurationSeconds), 0, 1) : 1;
}
