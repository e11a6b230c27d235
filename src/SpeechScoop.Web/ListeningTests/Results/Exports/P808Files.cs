using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Statistics;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>
/// The tables of the P.808 toolkit (ITU-T P.808), column by column, over what is analysed. <c>95%CI</c> is half the width of the t interval
/// over votes, where the toolkit takes 1.96 standard errors.
/// </summary>
internal static class P808Files
{
    private static readonly TrialDesign[] Designs = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.Ccr, TrialDesign.P835];

    /// <param name="suffix"><c>sig</c> or <c>bak</c> of P.835; null for its overall quality and for ACR, DCR, CCR.</param>
    public static string VotesPerClip(StoredResults stored, string? suffix = null)
    {
        var clips = Votes(stored).Where(vote => suffix is null ? vote.Scale is not ("sig" or "bak") : vote.Scale == suffix)
            .GroupBy(vote => (vote.File, vote.Condition)).OrderBy(clip => clip.Key.File, StringComparer.Ordinal).ThenBy(clip => clip.Key.Condition, StringComparer.Ordinal)
            .Select(clip => (clip.Key, Values: clip.Select(vote => vote.Value).ToArray())).ToArray();
        var most = clips.Select(clip => clip.Values.Length).DefaultIfEmpty(0).Max();
        return Csv.Write(["file_url", "n", Mean(stored), "std", "95%CI", "short_file_name", "condition", .. Enumerable.Range(1, most).Select(number => $"vote_{number}")],
            clips.Select(clip => (object?[])
            [
                clip.Key.File, clip.Values.Length, .. Summary(clip.Values), Short(clip.Key.File), clip.Key.Condition,
                .. Enumerable.Range(0, most).Select(vote => vote < clip.Values.Length ? (object?)clip.Values[vote] : null),
            ]));
    }

    public static string VotesPerCondition(StoredResults stored)
    {
        var votes = Votes(stored).ToArray();
        string[] scales = votes.Any(vote => vote.Scale is "sig" or "bak") ? ["sig", "bak", "ovrl"] : [""];
        var order = stored.Definition.Conditions.Select(condition => condition.Id).ToList();
        return Csv.Write(
            scales.Length == 1
                ? ["condition_name", "n", Mean(stored), "std", "95%CI"]
                : ["condition_name", "n", .. scales.SelectMany(scale => (string[])[$"MOS_{scale.ToUpperInvariant()}", $"std_{scale}", $"95%CI_{scale}"])],
            votes.GroupBy(vote => vote.Condition).OrderBy(condition => order.IndexOf(condition.Key)).Select(condition => (object?[])
            [
                condition.Key, scales.Length == 1 ? condition.Count() : condition.Count(vote => vote.Scale == "ovrl"),
                .. scales.SelectMany(scale => Summary([.. condition.Where(vote => scale.Length == 0 || vote.Scale == scale).Select(vote => vote.Value)])),
            ]));
    }

    public static string VotesPerWorker(StoredResults stored) => Csv.Write(
        ["HITId", "workerid", "assignment_id", "assignmentstatus", "file", "short_file_name", "vote", "question_type", "condition"],
        Votes(stored).Select(vote => (object?[])
            [stored.Test.Id, vote.Listener, vote.Session, "Submitted", vote.File, Short(vote.File), vote.Value, vote.Scale, vote.Condition]));

    private static IEnumerable<Vote> Votes(StoredResults stored)
    {
        var rows = new ExportRows(stored);
        return rows.Of(Designs).Where(rating => rating.Value is not null).Select(rating =>
        {
            var (condition, value) = rating.Design is TrialDesign.Ccr ? DirectComparison.Judge(stored.Definition, rating) : (rating.Condition, rating.Value!.Value);
            return new Vote(rating.Listener, rating.Session, rows.File(rating, condition), condition, rating.Scale, value);
        });
    }

    private static string Mean(StoredResults stored) =>
        stored.Rows.Ratings.Any(rating => rating.Design is TrialDesign.Ccr) ? "CMOS" : stored.Rows.Ratings.Any(rating => rating.Design is TrialDesign.Dcr) ? "DMOS" : "MOS";

    private static object?[] Summary(double[] values) => MeanEstimate.Of(values) is { } mean
        ? [mean.Mean, mean.StandardDeviation, mean.Interval is { } interval ? (interval.High - interval.Low) / 2 : null]
        : [null, null, null];

    private static string Short(string file) => file[(file.LastIndexOf('/') + 1)..];

    private sealed record Vote(string Listener, string Session, string File, string Condition, string Scale, double Value);
}
