using SpeechScoop.ListeningTests;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>
/// The tables that webMUSHRA (1.4) writes, column by column, so that scripts made for it go on working. They hold what is analysed;
/// stimuli are called by their condition, times are milliseconds.
/// </summary>
internal static class WebMushraFiles
{
    public static string Mushra(StoredResults stored)
    {
        var rows = new ExportRows(stored);
        return Csv.Write(["session_test_id", .. rows.Questions, "session_uuid", "trial_id", "rating_stimulus", "rating_score", "rating_time", "rating_comment"],
            rows.Of(TrialDesign.Mushra).Select(rating => (object?[])
            [
                stored.Test.Id, .. rows.Answers(rating), rating.Session, rating.Trial, rating.Condition, rating.Value, ExportRows.Milliseconds(rating), rating.Comment,
            ]));
    }

    /// <summary>webMUSHRA's paired comparison asks which of two is the reference, which is what ABX asks about X.</summary>
    public static string PairedComparison(StoredResults stored)
    {
        var rows = new ExportRows(stored);
        return Csv.Write(["session_test_id", .. rows.Questions, "trial_id", "choice_reference", "choice_non_reference", "choice_answer", "choice_time", "choice_comment"],
            rows.Of(TrialDesign.Abx).Select(rating =>
            {
                var right = rating.Value > 0;
                return (object?[])
                [
                    stored.Test.Id, .. rows.Answers(rating), rating.Trial, right ? rating.Condition : rating.OtherCondition, right ? rating.OtherCondition : rating.Condition,
                    right ? "correct" : "incorrect", ExportRows.Milliseconds(rating), rating.Comment,
                ];
            }));
    }

    public static string Bs1116(StoredResults stored)
    {
        var rows = new ExportRows(stored);
        return Csv.Write(
            ["session_test_id", .. rows.Questions, "trial_id", "rating_reference", "rating_non_reference", "rating_reference_score", "rating_non_reference_score", "rating_time", "choice_comment"],
            rows.Of(TrialDesign.Bs1116).GroupBy(rating => (rating.Session, rating.Page))
                .Select(page => (Reference: page.FirstOrDefault(rating => rating.Role is StimulusRole.Reference), Other: page.FirstOrDefault(rating => rating.Role is not StimulusRole.Reference)))
                .Where(pair => pair is { Reference: not null, Other: not null })
                .Select(pair => (object?[])
                [
                    stored.Test.Id, .. rows.Answers(pair.Other!), pair.Other!.Trial, pair.Reference!.Condition, pair.Other.Condition, pair.Reference.Value, pair.Other.Value,
                    ExportRows.Milliseconds(pair.Other), pair.Other.Comment,
                ]));
    }

    /// <summary>Several stimuli on a page. webMUSHRA puts a space to each side of the rating.</summary>
    public static string LikertMultiStimulus(StoredResults stored)
    {
        var rows = new ExportRows(stored);
        return Csv.Write(["session_test_id", .. rows.Questions, "trial_id", "stimuli_rating", "stimuli", "rating_time"],
            Pages(rows).Where(page => page.Select(rating => rating.Stimulus).Distinct().Count() > 1).SelectMany(page => page)
                .Select(rating => (object?[])[stored.Test.Id, .. rows.Answers(rating), rating.Trial, FormattableString.Invariant($" {rating.Value} "), rating.Condition, ExportRows.Milliseconds(rating)]));
    }

    /// <summary>One stimulus on a page, with one or several scales, whose order is that of their ids.</summary>
    public static string LikertSingleStimulus(StoredResults stored)
    {
        var rows = new ExportRows(stored);
        TestRating[][] pages = [.. Pages(rows).Where(page => page.Select(rating => rating.Stimulus).Distinct().Count() == 1).Select(page => page.OrderBy(rating => rating.Scale, StringComparer.Ordinal).ToArray())];
        var scales = pages.Select(page => page.Length).DefaultIfEmpty(1).Max();
        string[] ratings = scales == 1 ? ["stimuli_rating"] : [.. Enumerable.Range(1, scales).Select(number => $"stimuli_rating{number}")];
        return Csv.Write(["session_test_id", .. rows.Questions, "trial_id", .. ratings, "stimuli", "rating_time"], pages.Select(page => (object?[])
        [
            stored.Test.Id, .. rows.Answers(page[0]), page[0].Trial, .. Enumerable.Range(0, scales).Select(scale => scale < page.Length ? (object?)page[scale].Value : null),
            page[0].Condition, ExportRows.Milliseconds(page[^1]),
        ]));
    }

    private static IEnumerable<IGrouping<(string, int), TestRating>> Pages(ExportRows rows) =>
        rows.Of(TrialDesign.Likert, TrialDesign.Acr, TrialDesign.Dcr, TrialDesign.P835).GroupBy(rating => (rating.Session, rating.Page));
}
