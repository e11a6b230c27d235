namespace SpeechScoop.ListeningTests.Results;

/// <summary>A value of one listener for one condition on one item: what all score statistics take.</summary>
internal readonly record struct ScoreRow(string Condition, string Listener, string Item, double Value)
{
    /// <summary>Each listener's mean.</summary>
    public static double[] ListenerMeans(IEnumerable<ScoreRow> rows) =>
        [.. rows.GroupBy(row => row.Listener, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Average(row => row.Value))];
}
