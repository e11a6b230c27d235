using SpeechScoop.ListeningTests;
using SpeechScoop.Statistics;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>
/// The P.808 toolkit's checks of each completed session, whatever profile applies: who is paid (<c>accept</c>: everything played, traps right) and whose
/// answers would be used (<c>accept_and_use</c>: also gold clips right and answers that vary); and who has earned a bonus.
/// </summary>
internal static class P808Cleaning
{
    private const double BonusCorrelation = 0.7;
    private const double BonusShare = 0.2;
    private const int BonusVotes = 3;
    private const int BonusClips = 3;

    /// <summary>One row a session, with what failed in words.</summary>
    public static string Report(StoredResults stored) => Csv.Write(
        ["worker_id", "assignment_id", "all_audio_played", "correct_tps", "correct_gold_question", "variance_in_ratings", "accept", "accept_and_use", "failures"],
        Sessions(stored).Select(session => (object?[])
        [
            session.Listener, session.Id, Flag(session.Played), Flag(session.Traps), Flag(session.Gold), session.Variance, Flag(session.Accept), Flag(session.Use), session.Failures,
        ]));

    /// <summary>Whom to approve and whom to reject, and why.</summary>
    public static string AcceptReject(StoredResults stored) => Csv.Write(["assignmentId", "HITId", "approve", "reject"],
        Sessions(stored).Select(session => (object?[])[session.Id, stored.Test.Id, session.Accept ? "x" : "", session.Accept ? "" : session.Failures]));

    /// <summary>
    /// The toolkit's bonus for quality: of the listeners with accepted sessions those whose votes correlate by <see cref="BonusCorrelation"/> or more with the
    /// others' (see <see cref="PanelCorrelation"/>), the best first, at most a share of <see cref="BonusShare"/> of all listeners.
    /// </summary>
    public static string QualityBonus(ExportInput input)
    {
        Checked[] sessions = [.. Sessions(input.Stored)];
        var used = sessions.Where(session => session.Use).Select(session => session.Id).ToHashSet(StringComparer.Ordinal);
        var kept = new ScreeningInput(input.Stored.Rows.Sessions, [.. input.Stored.Rows.Ratings.Where(rating => used.Contains(rating.Session))]);
        var accepted = sessions.Where(session => session.Accept).ToLookup(session => session.Listener, StringComparer.Ordinal);
        var best = PanelCorrelation.Of(kept, BonusVotes, BonusClips).GroupBy(own => own.Listener, StringComparer.Ordinal)
            // P.835: the overall quality, as the toolkit; several own scales: their mean.
            .Select(scales => (Listener: scales.Key, R: (scales.Where(own => own.Scale == "ovrl") is var overall && overall.Any() ? overall : scales).Average(own => own.Correlation)))
            .Where(listener => listener.R >= BonusCorrelation && accepted.Contains(listener.Listener))
            .OrderByDescending(listener => listener.R).ThenBy(listener => listener.Listener, StringComparer.Ordinal)
            .Take((int)(sessions.Select(session => session.Listener).Distinct().Count() * BonusShare));
        return Csv.Write(["workerId", "r", "accept", "assignmentId", "bonusAmount", "reason"], best.Select(listener =>
        {
            var count = accepted[listener.Listener].Count();
            return (object?[])[listener.Listener, listener.R, count, accepted[listener.Listener].First().Id, input.Bonus is { } each ? Math.Round(count * each, 2) : null, $"Well done! You belong to top {BonusShare * 100:0}%."];
        }));
    }

    private static IEnumerable<Checked> Sessions(StoredResults stored)
    {
        var input = new ScreeningInput(stored.Rows.Sessions, stored.Rows.Ratings);
        var (traps, gold, variance) = (Findings(new TrapRule(), input), Findings(new GoldRule(), input), Findings(new VarianceRule(), input));
        var ratings = stored.Rows.Ratings.ToLookup(rating => rating.Session, StringComparer.Ordinal);
        return stored.Rows.Sessions.Where(session => session.Outcome is SessionOutcome.Completed).Select(session =>
        {
            var unplayed = ratings[session.Id].Count(rating => rating.Plays == 0);
            double[] values = [.. ratings[session.Id].Where(rating => rating is { Training: false, Check: null, Value: not null }).Select(rating => rating.Value!.Value)];
            string[] failures =
            [
                .. unplayed > 0 ? [$"{unplayed} clips were not played."] : Array.Empty<string>(),
                .. traps[session.Id], .. gold[session.Id], .. variance[session.Id],
            ];
            return new Checked(session.Listener, session.Id, unplayed == 0, !traps[session.Id].Any(), !gold[session.Id].Any(), !variance[session.Id].Any(),
                MeanEstimate.Of(values)?.StandardDeviation is { } deviation ? deviation * deviation : null, string.Join(" ", failures));
        });
    }

    private static ILookup<string, string> Findings(ScreeningRule rule, ScreeningInput input) => new ScreeningProfile("check", 1, [rule]).Apply(input).Exclusions
        .Where(finding => finding.Session is not null).ToLookup(finding => finding.Session!, finding => finding.Reason, StringComparer.Ordinal);

    private static int Flag(bool value) => value ? 1 : 0;

    private sealed record Checked(string Listener, string Id, bool Played, bool Traps, bool Gold, bool Varies, double? Variance, string Failures)
    {
        public bool Accept => Played && Traps;

        public bool Use => Accept && Gold && Varies;
    }
}
