namespace SpeechScoop.Audio.VoiceActivity;

/// <summary>How frames' probabilities of speech become segments: thresholds with hysteresis and shortest lengths, as Silero's own script has them.</summary>
public sealed record SegmentRules
{
    /// <summary>Speech begins at this probability …</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>… and may end below this one.</summary>
    public double Release { get; init; } = 0.35;

    /// <summary>Shorter segments are dropped, in seconds.</summary>
    public double ShortestSpeech { get; init; } = 0.25;

    /// <summary>Shorter silences do not end a segment, in seconds.</summary>
    public double ShortestSilence { get; init; } = 0.1;

    /// <summary>Added at both ends of a segment, at most half of the silence there, in seconds.</summary>
    public double Padding { get; init; } = 0.03;

    /// <summary>The segments.</summary>
    /// <param name="probabilities">Of each frame, 0..1.</param>
    /// <param name="frameSeconds">Length of a frame; frames do not overlap.</param>
    /// <param name="durationSeconds">Of the clip: no segment reaches beyond it.</param>
    public IReadOnlyList<SpeechSegment> Apply(ReadOnlySpan<float> probabilities, double frameSeconds, double durationSeconds)
    {
        var found = new List<SpeechSegment>();
        double? start = null, end = null;
        for (var i = 0; i <= probabilities.Length; i++)
        {
            var time = Math.Min(i * frameSeconds, durationSeconds);
            var probability = i < probabilities.Length ? probabilities[i] : 0;
            if (probability >= Threshold)
            {
                start ??= time;
                end = null;
            }
            else if (probability < Release && start is not null)
            {
                end ??= time;
            }
            // At the clip's end any silence ends a segment.
            if (start is not { } from || end is not { } to || (i < probabilities.Length && time + frameSeconds - to < ShortestSilence - 1e-9)) continue;
            if (to - from >= ShortestSpeech - 1e-9) found.Add(new(from, to));
            (start, end) = (null, null);
        }
        return Pad(found, durationSeconds);
    }

    private SpeechSegment[] Pad(List<SpeechSegment> segments, double duration)
    {
        var padded = new SpeechSegment[segments.Count];
        for (var i = 0; i < padded.Length; i++)
        {
            var (start, end) = segments[i];
            var before = i == 0 ? start : (start - segments[i - 1].EndSeconds) / 2;
            var after = i + 1 == padded.Length ? duration - end : (segments[i + 1].StartSeconds - end) / 2;
            padded[i] = new(start - Math.Min(Padding, before), end + Math.Min(Padding, after));
        }
        return padded;
    }
}
