using System.Text;
using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.ListeningTests.Results;
using SpeechScoop.Web.Exports;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>Every rating, one a row, with all that is needed to do the analysis again elsewhere. Practice, checks and repetitions are among them, marked.</summary>
internal static class RatingsFile
{
    private static readonly string[] Fixed =
    [
        "test_id", "test_title", "test_version", "test_hash", "test_seed", "session", "listener", "session_outcome", "session_started_at", "session_finished_at",
        "headphones_right", "headphones_passed", "digits_srt_db", "digits_passed",
        "rating_id", "rated_at", "page", "trial", "item", "design", "scale", "value", "text", "comment",
        "condition", "condition_title", "role", "stimulus", "clip_sha256", "source_sha256", "transcript",
        "output", "system", "system_version", "pack", "settings", "seed", "bit_rate", "file",
        "other_condition", "other_condition_title", "other_role", "other_stimulus", "other_clip_sha256",
        "position", "repeat", "training", "check_kind", "check_expected", "elapsed_seconds", "plays",
        "analysed", "left_out", "left_out_reason", "screening",
    ];

    public static string WriteCsv(StoredResults stored)
    {
        var (parameters, answers) = Names(stored);
        return Csv.Write([.. Fixed, .. parameters.Select(name => $"parameter_{name}"), .. answers.Select(name => $"answer_{name}")], Rows(stored, parameters, answers));
    }

    /// <summary>The same as JSON, an object a line; nothing is null that is not known.</summary>
    public static string WriteJsonLines(StoredResults stored)
    {
        var (parameters, answers) = Names(stored);
        string[] header = [.. Fixed, .. parameters.Select(name => $"parameter_{name}"), .. answers.Select(name => $"answer_{name}")];
        var lines = new StringBuilder();
        foreach (var row in Rows(stored, parameters, answers))
        {
            var cells = header.Zip(row).Where(cell => cell.Second is not null).ToDictionary(cell => cell.First, cell => cell.Second);
            lines.Append(JsonSerializer.Serialize(cells, JsonSerializerOptions.Web)).Append('\n');
        }
        return lines.ToString();
    }

    /// <summary>URL parameters and questions that occur, sorted, so that columns stay the same from one export to the next.</summary>
    private static (string[] Parameters, string[] Answers) Names(StoredResults stored) => (
        [.. stored.Rows.Sessions.SelectMany(session => session.Parameters.Keys).Distinct().Order(StringComparer.Ordinal)],
        [.. stored.Definition.Sections.OfType<QuestionnaireSection>().SelectMany(section => section.Fields).Select(field => field.Name)
            .Concat(stored.Rows.Sessions.SelectMany(session => session.Answers.Keys)).Distinct().Order(StringComparer.Ordinal)]);

    private static IEnumerable<object?[]> Rows(StoredResults stored, string[] parameters, string[] answers)
    {
        var sessions = stored.Rows.Sessions.ToDictionary(session => session.Id);
        var titles = stored.Definition.Conditions.ToDictionary(condition => condition.Id, condition => condition.Title);
        var stimuli = new Dictionary<(string, string), Stimulus>();
        foreach (var trial in stored.Definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials))
            foreach (var stimulus in trial.Stimuli) stimuli.TryAdd((trial.Id, stimulus.Id), stimulus);
        foreach (var rating in stored.Rows.Ratings)
        {
            var session = sessions[rating.Session];
            var stimulus = stimuli.GetValueOrDefault((rating.Trial, rating.Stimulus));
            var made = stimulus?.Provenance;
            var reason = stored.ReasonFor(rating);
            yield return
            [
                stored.Test.Id, stored.Definition.Title, stored.Test.Version, stored.Test.Hash, stored.Definition.Seed, rating.Session, rating.Listener, Kebab(session.Outcome),
                session.StartedAt, session.FinishedAt, session.HeadphonesRight, session.HeadphonesPassed, session.DigitsSrtDb, session.DigitsPassed,
                rating.Id, rating.CreatedAt, rating.Page, rating.Trial, rating.Item, Kebab(rating.Design), rating.Scale, rating.Value, rating.Text, rating.Comment,
                rating.Condition, titles.GetValueOrDefault(rating.Condition), Kebab(rating.Role), rating.Stimulus, stimulus?.Clip, stimulus?.Source, stimulus?.Transcript,
                made?.OutputId, made?.SystemId, made?.SystemVersion, made?.PackId, made?.Settings,
                made?.Seed, made?.BitRate, made?.File,
                rating.OtherCondition, rating.OtherCondition is null ? null : titles.GetValueOrDefault(rating.OtherCondition), rating.OtherRole is { } role ? Kebab(role) : null,
                rating.OtherStimulus, rating.OtherStimulus is null ? null : stimuli.GetValueOrDefault((rating.Trial, rating.OtherStimulus))?.Clip,
                rating.Position, rating.Repeat, rating.Training, rating.Check is { } check ? Kebab(check.Kind) : null, rating.Check?.Expected, rating.ElapsedSeconds, rating.Plays,
                reason is LeftOutReason.None, reason is LeftOutReason.None ? null : Kebab(reason), Why(stored, rating, reason),
                $"{stored.Screening.Profile.Id}@{stored.Screening.Profile.Version}",
                .. parameters.Select(name => (object?)session.Parameters.GetValueOrDefault(name)), .. answers.Select(name => (object?)session.Answers.GetValueOrDefault(name)),
            ];
        }
    }

    private static string? Why(StoredResults stored, TestRating rating, LeftOutReason reason) => reason is not LeftOutReason.Screening ? null
        : string.Join(" ", stored.Screening.Exclusions
            .Where(finding => finding.Listener == rating.Listener && (finding.Session is null || finding.Session == rating.Session) && (finding.Rating is null || finding.Rating == rating.Id))
            .Select(finding => finding.Reason));

    /// <summary>A name as everywhere else: <c>ScreenedOut</c> → <c>screened-out</c>.</summary>
    public static string Kebab<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
