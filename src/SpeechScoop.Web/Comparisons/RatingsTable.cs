using SpeechScoop.Comparisons;
using SpeechScoop.Storage.Comparisons;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.Comparisons;

/// <summary>All ratings, a line each, with what was rated, how it was made, and whether it counts in the comparison.</summary>
internal static class RatingsTable
{
    private static readonly string[] Header =
    [
        "rating_id", "rated_at", "counts", "scale", "value", "blind", "listener", "session", "trial_id", "trial_made_at", "trial_seed", "source", "prompt",
        "reference", "original_sha256", "label", "role", "system", "version", "settings", "seed", "clip_sha256",
        "other_label", "other_role", "other_system", "other_version", "other_settings",
    ];

    /// <param name="records">Ratings, those of hidden trials included.</param>
    /// <param name="rows">The visible rows, to tell which ratings count.</param>
    /// <param name="filter">Lines are filtered by time, listener and source; open ratings stay and do not count when only blind ones do.</param>
    public static string Write(IReadOnlyList<RatingRecord> records, ComparisonRows rows, ComparisonFilter filter)
    {
        var counted = CountedRatings.Choose(rows.Ratings, rows.Outputs.ToDictionary(output => output.Id), filter)
            .Ratings.Select(rating => rating.Id).ToHashSet();
        return Csv.Write(Header, records
            .Where(record => filter.Covers(record.CreatedAt)
                && (filter.Listener is null || filter.Listener == record.Listener)
                && (filter.Source is null || filter.Source == record.Source))
            .Select(record => new object?[]
            {
                record.Id, record.CreatedAt, counted.Contains(record.Id), record.Scale, record.Value, record.Blind, record.Listener, record.Session,
                record.TrialId, record.TrialCreatedAt, record.TrialSeed, record.Source, record.Prompt, record.Reference, record.OriginalSha256,
                record.Label, record.Role, record.SystemId, record.SystemVersion, record.Settings, record.Seed, record.ClipSha256,
                record.OtherLabel, record.OtherRole, record.OtherSystemId, record.OtherSystemVersion, record.OtherSettings,
            }));
    }
}
