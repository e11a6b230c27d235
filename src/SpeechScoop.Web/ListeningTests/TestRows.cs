using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests;

/// <summary>What was stored, as screening and analysis take it.</summary>
/// <param name="Sessions">Without previews, in the order in which they began.</param>
/// <param name="Ratings">Those that count, oldest first.</param>
internal sealed record TestRows(IReadOnlyList<TestSession> Sessions, IReadOnlyList<TestRating> Ratings)
{
    /// <summary>Reads all that was stored of a test.</summary>
    public static async Task<Result<TestRows>> ReadAsync(
        string testId, ListeningTestDefinition definition, ListeningSessionStore sessions, ListeningRatingStore ratings, ListeningResponseStore responses)
    {
        // Ratings first: a session that begins in between is then without ratings, never a rating without its session.
        if (!(await ratings.OfTestAsync(testId)).TryGet(out var storedRatings, out var error)) return error;
        if (!(await responses.OfTestAsync(testId)).TryGet(out var storedResponses, out error)) return error;
        if (!(await sessions.OfTestAsync(testId)).TryGet(out var storedSessions, out error)) return error;
        return Of(definition, storedSessions, storedRatings, storedResponses);
    }

    /// <summary>Joins what was stored with the definition that it is about.</summary>
    public static TestRows Of(
        ListeningTestDefinition definition, IReadOnlyList<ListeningSession> sessions, IReadOnlyList<ListeningRating> ratings, IReadOnlyList<ListeningResponse> responses)
    {
        var plans = sessions.ToDictionary(session => session.Id, session => (Session: session, Plan: PlanJson.Read(session.Plan)));
        var trials = definition.Sections.OfType<TrialSection>().SelectMany(section => section.Trials).ToDictionary(trial => trial.Id);
        var answers = responses.ToLookup(response => response.SessionId);
        var comments = Comments(responses);
        return new(
            [.. sessions.Select(session => Session(definition, session, plans[session.Id].Plan, answers[session.Id]))],
            [.. from rating in ratings
                where plans.ContainsKey(rating.SessionId)
                let session = plans[rating.SessionId]
                select Rating(definition, session.Session, session.Plan, trials[rating.Trial], rating) with { Comment = comments.GetValueOrDefault((rating.SessionId, rating.Page)) }]);
    }

    /// <summary>What was added to pages, by session and page; the newest counts.</summary>
    private static Dictionary<(string Session, int Page), string> Comments(IEnumerable<ListeningResponse> responses)
    {
        var comments = new Dictionary<(string, int), string>();
        foreach (var response in responses.Where(response => response.Answers.Contains("\"comment\"", StringComparison.Ordinal)))
        {
            using var answers = JsonDocument.Parse(response.Answers);
            if (answers.RootElement.TryGetProperty("comment", out var comment) && comment.ValueKind is JsonValueKind.String && comment.GetString() is { Length: > 0 } text)
                comments[(response.SessionId, response.Page)] = text;
        }
        return comments;
    }

    private static TestSession Session(ListeningTestDefinition definition, ListeningSession session, SessionPlan plan, IEnumerable<ListeningResponse> responses)
    {
        var answers = new Dictionary<string, string>();
        (int Right, bool Passed)? headphones = null;
        (double SrtDb, bool Passed)? digits = null;
        foreach (var response in responses)
        {
            var given = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(response.Answers)!;
            switch (definition.Sections[plan.Pages[response.Page].Section])
            {
                case QuestionnaireSection:
                    foreach (var (name, value) in given) answers[name] = value.ToString();
                    break;
                case DigitsSection when given.TryGetValue("srtDb", out var threshold) && threshold.ValueKind is JsonValueKind.Number && given.TryGetValue("passed", out var understood):
                    digits ??= (threshold.GetDouble(), understood.GetBoolean());
                    break;
                case HeadphoneSection when given.TryGetValue("right", out var right) && given.TryGetValue("passed", out var passed):
                    headphones = (Math.Max(headphones?.Right ?? 0, right.GetInt32()), headphones?.Passed is true || passed.GetBoolean());
                    break;
            }
        }
        return new TestSession
        {
            Id = session.Id,
            Listener = session.Listener,
            Outcome = session.Outcome,
            StartedAt = session.CreatedAt,
            FinishedAt = session.FinishedAt,
            HeadphonesRight = headphones?.Right,
            HeadphonesPassed = headphones?.Passed,
            DigitsSrtDb = digits?.SrtDb,
            DigitsPassed = digits?.Passed,
            Answers = answers,
            Parameters = JsonSerializer.Deserialize<Dictionary<string, string>>(session.Parameters)!,
        };
    }

    private static TestRating Rating(ListeningTestDefinition definition, ListeningSession session, SessionPlan plan, Trial trial, ListeningRating rating)
    {
        var page = plan.Pages[rating.Page];
        var stimulus = trial.Stimuli.First(stimulus => stimulus.Id == rating.Stimulus);
        var other = rating.OtherStimulus is { } id ? trial.Stimuli.First(stimulus => stimulus.Id == id) : null;
        return new TestRating
        {
            Id = rating.Id,
            Session = session.Id,
            Listener = session.Listener,
            Page = rating.Page,
            Trial = trial.Id,
            Design = trial.Design,
            Item = trial.Item,
            Stimulus = stimulus.Id,
            Condition = stimulus.Condition,
            Role = stimulus.Role,
            OtherStimulus = other?.Id,
            OtherCondition = other?.Condition,
            OtherRole = other?.Role,
            Scale = rating.Scale,
            Value = rating.Value,
            Text = rating.Text,
            Position = page.Stimuli.ToList().IndexOf(stimulus.Id),
            Training = definition.Sections[page.Section] is TrialSection { Training: true },
            Repeat = page.Repeat,
            Check = trial.Check,
            ElapsedSeconds = rating.ElapsedSeconds,
            Plays = rating.Plays,
            CreatedAt = rating.CreatedAt,
        };
    }
}
