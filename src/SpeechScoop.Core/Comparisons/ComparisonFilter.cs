namespace SpeechScoop.Comparisons;

/// <summary>Which ratings, measurements and times count.</summary>
/// <param name="From">First instant; null for no bound. Ratings count by when they were given, everything else by when the output was made.</param>
/// <param name="To">First instant that no longer counts; null for no bound.</param>
/// <param name="Listener">Only this listener's ratings; null for all. Measurements and times have no listener and stay.</param>
/// <param name="Source">Only trials with audio from there; null for all.</param>
/// <param name="BlindOnly">Leaves out ratings given while the systems' names were visible.</param>
public sealed record ComparisonFilter(
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Listener = null, string? Source = null, bool BlindOnly = true)
{
    /// <summary>Whether an instant lies within the bounds.</summary>
    public bool Covers(DateTimeOffset instant) => !(instant < From) && !(instant >= To);

    /// <summary>Whether an output's audio comes from where it should.</summary>
    public bool Covers(ComparedOutput output) => Source is null || Source == output.Source;
}
