using System.Text.Json;
using SpeechScoop.Inference.Recognition;

namespace SpeechScoop.Web.Live.Recognition;

/// <summary>What one recognizer has said of a trial up to now: its segments, in order. One writer at a time.</summary>
internal sealed class TranscriptSoFar
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    private readonly SortedDictionary<int, RecognitionUpdate> segments = [];
    private (int Segment, string Stable, string Unstable, TimeSpan Covered) shown = (-1, "", "", TimeSpan.Zero);
    private double delaySum;
    private int delayCount;

    /// <summary>The whole text.</summary>
    public string Text => string.Join(' ', segments.Values.Select(TextOf).Where(text => text is not ""));

    /// <summary>All words with times, as stored; null where the recognizer gives none.</summary>
    public string? Words => segments.Values.SelectMany(segment => segment.Words).ToArray() is { Length: > 0 } words
        ? JsonSerializer.Serialize(words.Select(word => new WordView(word.Text, Seconds(word.Start), Seconds(word.End))), JsonSerializerOptions.Web)
        : null;

    /// <summary>Mean delay of all partial results; null before the first.</summary>
    public double? MeanDelaySeconds => delayCount == 0 ? null : delaySum / delayCount;

    /// <summary>Takes a result.</summary>
    /// <returns>The message for watchers; null where nothing new is to be seen.</returns>
    public TrialEvent? Take(string label, RecognitionUpdate update, TimeSpan delay)
    {
        if (segments.TryGetValue(update.Segment, out var known) && known.IsFinal) return null;
        segments[update.Segment] = update;
        if (update.IsFinal)
        {
            return new TrialEvent.Final(label, update.Segment, TextOf(update),
                [.. update.Words.Select(word => word.Text)], [.. update.Words.Select(word => Seconds(word.Start))], [.. update.Words.Select(word => Seconds(word.End))],
                update.AudioCovered.TotalSeconds, delay.TotalSeconds);
        }
        delaySum += delay.TotalSeconds;
        delayCount++;
        var isSame = (shown.Segment, shown.Stable, shown.Unstable) == (update.Segment, update.StableText, update.UnstableText);
        if (isSame && update.AudioCovered - shown.Covered < Heartbeat) return null;
        shown = (update.Segment, update.StableText, update.UnstableText, update.AudioCovered);
        return new TrialEvent.Partial(label, update.Segment, update.StableText, update.UnstableText, update.AudioCovered.TotalSeconds, delay.TotalSeconds);
    }

    private static string TextOf(RecognitionUpdate update) => $"{update.StableText} {update.UnstableText}".Trim();

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
