using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>Holds a page to its play rule, by what was logged and by the counts of plays that ratings carry.</summary>
internal static class PlayedSounds
{
    /// <summary>Code of the refusal.</summary>
    public const string NotPlayed = "not-played";

    /// <summary>Labels that must have been played and were not, in the order of the page.</summary>
    /// <param name="ratings">Of the page; one that counts plays of its stimulus tells that it was started.</param>
    public static IReadOnlyList<string> Missing(PlannedPage page, Trial trial, IReadOnlyList<ListeningRating> ratings, IReadOnlyList<HeardSound> heard)
    {
        if (trial.Options.MustPlay is PlayRule.None) return [];
        var whole = trial.Options.MustPlay is PlayRule.ToTheEnd;
        var known = heard.Where(sound => sound.Whole || !whole).Select(sound => sound.Label).ToHashSet(StringComparer.Ordinal);
        if (!whole) known.UnionWith(ratings.Where(rating => rating.Plays > 0).Select(rating => PageLabels.Of(page, trial.Design, rating.Stimulus)));
        return [.. PageLabels.All(page, trial.Design).Where(label => !known.Contains(label))];
    }

    /// <summary>The refusal that names them; null where all were played.</summary>
    public static Error.Conflict? Refusal(Trial trial, IReadOnlyList<string> missing) => missing.Count == 0 ? null : new(NotPlayed, trial.Options.MustPlay is PlayRule.ToTheEnd
        ? $"Not played to the end yet: {string.Join(", ", missing)}. Listen to all of each, then go on."
        : $"Not played yet: {string.Join(", ", missing)}. Listen to each, then go on.");
}
