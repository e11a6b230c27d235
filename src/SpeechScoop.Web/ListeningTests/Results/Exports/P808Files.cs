using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Statistics;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>
/// The tables of the P.808 toolkit (ITU-T P.808), column by column, over what is analysed. <c>95%CI</c> is half the width of the t interval
/// over votes, where the toolkit takes 1.96 standard errors. Conditions are the test's, or what a pattern finds in the names of files, with
/// the pattern's groups as columns of their own.
/// </summary>
internal static class P808Files
{
    private static readonly TrialDesign[] Designs = [TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.Ccr, TrialDesign.P835];

    /// <param name="suffix"><c>sig</c> or <c>bak</c> of P.835; null for its overall quality and for ACR, DCR, CCR.</param>
    public static string VotesPerClip(ExportInput input, string? suffix = null)
    {
        var clips = Votes(input).Where(vote => suffix is null ? vote.Scale is not ("sig" or "bak") : vote.Scale == suffix)
            .GroupBy(vote => (vote.File, vote.Condition)).OrderBy(clip => clip.Key.File, StringComparer.Ordinal).ThenBy(clip => clip.Key.Condition, StringComparer.Ordinal)
            .Select(clip => (clip.Key, Values: clip.Select(vote => vote.Value).ToArray())).ToArray();
        var most = clips.Select(clip => clip.Values.Length).DefaultIfEmpty(0).Max();
        var keys = input.Conditions?.Keys ?? [];
        return Csv.Write(["file_url", "n", Mean(input.Stored), "std", "95%CI", "short_file_name", "condition", .. keys, .. Enumerable.Range(1, most).Select(number => $"vote_{number}")],
            clips.Select(clip => (object?[])
            [
                clip.Key.File, clip.Values.Length, .. Summary(clip.Values), Short(clip.Key.File), clip.Key.Condition,
                .. input.Conditions?.Find(clip.Key.File)?.Values ?? keys.Select(_ => ""), .. Enumerable.Range(0, most).Select(vote => vote < clip.Values.Length ? (object?)clip.Values[vote] : null),
            ]));
    }

    public static string VotesPerCondition(ExportInput input)
    {
        var (stored, votes) = (input.Stored, Votes(input).ToArray());
        string[] scales = votes.Any(vote => vote.Scale is "sig" or "bak") ? ["sig", "bak", "ovrl"] : [""];
        var order = stored.Definition.Conditions.Select(condition => condition.Id).ToList();
        return Csv.Write(
            scales.Length == 1
                ? ["condition_name", "n", Mean(stored), "std", "95%CI"]
                : ["condition_name", "n", .. scales.SelectMany(scale => (string[])[$"MOS_{scale.ToUpperInvariant()}", $"std_{scale}", $"95%CI_{scale}"])],
            votes.GroupBy(vote => vote.Condition).OrderBy(condition => order.IndexOf(condition.Key)).ThenBy(condition => condition.Key, StringComparer.Ordinal).Select(condition => (object?[])
            [
                condition.Key, scales.Length == 1 ? condition.Count() : condition.Count(vote => vote.Scale == "ovrl"),
                .. scales.SelectMany(scale => Summary([.. condition.Where(vote => scale.Length == 0 || vote.Scale == scale).Select(vote => vote.Value)])),
            ]));
    }

    public static string VotesPerWorker(ExportInput input) => Csv.Write(
        ["HITId", "workerid", "assignment_id", "assignmentstatus", "file", "short_file_name", "vote", "question_type", "condition"],
        Votes(input).Select(vote => (object?[])
            [input.Stored.Test.Id, vote.Listener, vote.Session, "Submitted", vote.File, Short(vote.File), vote.Value, vote.Scale, vote.Condition]));

    private static IEnumerable<Vote> Votes(ExportInput input)
    {
        var (stored, rows) = (input.Stored, new ExportRows(input.Stored));
        return rows.Of(Designs).Where(rating => rating.Value is not null).Select(rating =>
        {
            var (condition, value) = rating.Design is TrialDesign.Ccr ? DirectComparison.Judge(stored.Definition, rating) : (rating.Condition, rating.Value!.Value);
            var file = rows.File(rating, condition);
            var name = input.Conditions is { } pattern ? pattern.Find(file)?.Name ?? ConditionPattern.NoCondition : condition;
            return new Vote(rating.Listener, rating.Session, file, name, rating.Scale, value);
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
