using SpeechScoop.Statistics;

namespace SpeechScoop.Recognition;

/// <summary>How many logs lack a measure, and why.</summary>
public sealed record StreamingGap(string Reason, int Logs);

/// <summary>A time of many logs.</summary>
/// <param name="Median">Null where no log has the time.</param>
/// <param name="P90">The 90th percentile.</param>
/// <param name="Missing">Logs without it, by reason.</param>
public sealed record StreamingTime(QuantileEstimate? Median, QuantileEstimate? P90, IReadOnlyList<StreamingGap> Missing)
{
    /// <summary>Summarises.</summary>
    /// <param name="times">In seconds; null with the reason.</param>
    public static StreamingTime Of(IEnumerable<(double? Seconds, string? WhyNot)> times)
    {
        var all = times.ToList();
        double[] sorted = [.. all.Select(each => each.Seconds).OfType<double>().Order()];
        return new(QuantileEstimate.OfSorted(sorted, 0.5), QuantileEstimate.OfSorted(sorted, 0.9),
            [.. all.Where(each => each.Seconds is null).GroupBy(each => each.WhyNot!, StringComparer.Ordinal).Select(group => new StreamingGap(group.Key, group.Count())).OrderByDescending(gap => gap.Logs)]);
    }
}

/// <summary>The streaming measures of one system over many recordings that were fed alike.</summary>
/// <param name="Logs">Recordings.</param>
/// <param name="ChunkSeconds">Lengths of chunks that occur; none where audio came in pieces of no fixed length.</param>
/// <param name="SpeechBy">What determined where speech is.</param>
/// <param name="FirstPartial">From the start of speech to the first result with a word.</param>
/// <param name="Final">From the end of speech to the last final result.</param>
/// <param name="Flushed">Logs whose last final result came only because the audio ended.</param>
/// <param name="Ratio">Unstable words / words of the last results; interval by bootstrap over clusters. Null where there are no words.</param>
/// <param name="RatioMissing">Logs without any word.</param>
/// <param name="Revisions">Results that changed or took back an earlier word.</param>
/// <param name="Results">Results with a word.</param>
public sealed record StreamingSummary(
    StreamingFeed Feed, int Logs, IReadOnlyList<double> ChunkSeconds, IReadOnlyList<string> SpeechBy, StreamingTime FirstPartial, StreamingTime Final, int Flushed, RatioEstimate? Ratio,
    IReadOnlyList<StreamingGap> RatioMissing, int UnstableWords, int Words, int Revisions, int Results)
{
    /// <summary>Draws of the bootstrap: enough for two digits.</summary>
    private const int Resamples = 2_000;

    /// <summary>Summarises logs of one system and one feed.</summary>
    /// <param name="logs">At least one, each with its cluster (speaker or recording); a null cluster stands for itself.</param>
    /// <exception cref="ArgumentException">There are none, or they were fed differently.</exception>
    public static StreamingSummary Of(IReadOnlyList<(StreamingLogScore Score, string? Cluster)> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        if (logs.Count == 0 || logs.Any(log => log.Score.Log.Header.Feed != logs[0].Score.Log.Header.Feed)) throw new ArgumentException("A summary is of logs with the same feed.", nameof(logs));
        (double, double)[] clusters = [.. logs.Select((log, i) => (log.Score, Cluster: log.Cluster ?? $"\n{i}")).GroupBy(log => log.Cluster, StringComparer.Ordinal)
            .Select(group => ((double)group.Sum(log => log.Score.Score.UnstableWords), (double)group.Sum(log => log.Score.Score.Words)))];
        return new(
            logs[0].Score.Log.Header.Feed, logs.Count,
            [.. logs.Select(log => log.Score.Log.Header.ChunkSeconds).OfType<double>().Distinct().Order()],
            [.. logs.Select(log => log.Score.Speech?.By).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            StreamingTime.Of(logs.Select(log => (log.Score.WhyNoFirstPartial is null ? log.Score.Score.FirstPartial : null, log.Score.WhyNoFirstPartial))),
            StreamingTime.Of(logs.Select(log => (log.Score.WhyNoFinal is null ? log.Score.Score.Final : null, log.Score.WhyNoFinal))),
            logs.Count(log => log.Score.IsFlushed), RatioEstimate.Of(clusters, Resamples),
            [.. logs.Where(log => log.Score.WhyNoRatio is not null).GroupBy(log => log.Score.WhyNoRatio!).Select(group => new StreamingGap(group.Key, group.Count()))],
            logs.Sum(log => log.Score.Score.UnstableWords), logs.Sum(log => log.Score.Score.Words), logs.Sum(log => log.Score.Score.Revisions), logs.Sum(log => log.Score.Score.Results));
    }
}
