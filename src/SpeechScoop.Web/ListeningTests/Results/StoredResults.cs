using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Results;

/// <summary>A test with everything that was stored of it and what screening makes of that.</summary>
internal sealed record StoredResults(ListeningTest Test, ListeningTestDefinition Definition, TestRows Rows, ScreeningOutcome Screening)
{
    /// <summary>Why a rating is not analysed, by its id.</summary>
    public LeftOutReason ReasonFor(TestRating rating) => AnalysedRatings.ReasonFor(rating, outcomes, excluded);

    private readonly Dictionary<string, SessionOutcome> outcomes = Rows.Sessions.ToDictionary(session => session.Id, session => session.Outcome);
    private readonly HashSet<string> excluded = [.. Rows.Ratings.Select(rating => rating.Id).Except(Screening.Kept.Select(rating => rating.Id))];

    private TestResults? computed, unscreened;

    /// <summary>The results of what screening keeps; computed once.</summary>
    public TestResults Compute() => computed ??= TestResults.Of(Definition, Rows.Sessions, Rows.Ratings, excluded);

    /// <summary>How far listeners' differences spread in what screening keeps.</summary>
    public IReadOnlyList<PilotSpread> ComputeSpread() => PilotSpread.Of(Definition, Rows.Sessions, Rows.Ratings, excluded);

    /// <summary>The results of everything, whatever screening says; computed once.</summary>
    public TestResults ComputeUnscreened() => unscreened ??= TestResults.Of(Definition, Rows.Sessions, Rows.Ratings);
}
