using SpeechScoop.ListeningTests;
using SpeechScoop.Statistics;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>
/// The P.808 toolkit's checks of each completed session, whatever profile applies: who is paid (<c>accept</c>: everything played, traps right) and whose
/// answers would be used (<c>accept_and_use</c>: also gold clips right and answers that vary).
/// </summary>
internal static class P808Cleaning
{
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
