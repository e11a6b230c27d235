namespace SpeechScoop.Statistics;

/// <summary>A mean over listeners: each listener's ratings are averaged first, so that everyone counts once.</summary>
/// <param name="Estimate">Mean of the listeners' means with its t interval; its N is the number of listeners.</param>
/// <param name="Means">Each listener's mean, in the order in which listeners first occur.</param>
/// <param name="Ratings">Ratings, ≥ 1.</param>
public sealed record ListenerMean(MeanEstimate Estimate, IReadOnlyList<double> Means, int Ratings)
{
    /// <summary>Averages finite ratings.</summary>
    /// <param name="listeners">Who gave each rating.</param>
    /// <param name="values">The ratings, as many.</param>
    /// <returns>Null for no ratings.</returns>
    public static ListenerMean? Of(IReadOnlyList<int> listeners, IReadOnlyList<double> values, double level = Interval.UsualLevel)
    {
        ArgumentNullException.ThrowIfNull(listeners);
        ArgumentNullException.ThrowIfNull(values);
        if (listeners.Count != values.Count) throw new ArgumentException("Every rating needs its listener.", nameof(values));
        double[] means = [.. Enumerable.Range(0, values.Count).GroupBy(i => listeners[i], i => values[i]).Select(own => own.Average())];
        return MeanEstimate.Of(means, level) is { } estimate ? new(estimate, means, values.Count) : null;
    }
}
