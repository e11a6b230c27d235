using System.Text.Json;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Listening;

/// <summary>A session after a page was completed.</summary>
internal sealed record CompletedPage(ListeningSession Session, HeadphoneView? Headphones = null, DigitsView? Digits = null);

/// <summary>Completes pages: checks the answers, stores them, and moves the session on or ends it.</summary>
internal sealed class PageCompletion(ListeningResponseStore responses, ListeningRatingStore ratings, ListeningSessionStore sessions, ListeningEventStore events, DigitsScreen screen, TimeProvider time)
{
    /// <param name="token">Of the link that it came by.</param>
    /// <param name="id">A UUID that the browser made.</param>
    /// <param name="index">The page that the request names.</param>
    public async Task<Result<CompletedPage>> CompleteAsync(string token, Guid id, int index, ResponseRequest request, SessionContent session, TestContent content)
    {
        var page = session.Plan.Pages[index];
        var section = content.Definition.Sections[page.Section];
        var answers = request.Answers ?? [];
        var given = Canonical(answers);
        if (!(await responses.FindAsync(id.ToString())).TryGet(out var known, out var error)) return error;
        if (known is not null) return await AgainAsync(known, given, index, session, section);
        if (AnswerCheck.Find(section, page.Trial is { } trial ? content.Trial(trial) : null, answers) is { } wrong) return wrong;
        if (await MissingAsync(page, index, session, content) is { } missing) return missing;

        var next = index + 1;
        var outcome = next == session.Plan.Pages.Count ? SessionOutcome.Completed : SessionOutcome.Running;
        HeadphoneView? headphones = null;
        DigitsView? digits = null;
        if (section is ConsentSection { Optional: false } && !answers["agrees"].GetBoolean()) (next, outcome) = (index, SessionOutcome.Declined);
        if (section is HeadphoneSection tones)
        {
            if (!(await responses.OfSessionAsync(session.Id)).TryGet(out var earlier, out error)) return error;
            var right = HeadphoneScreen.Right(HeadphoneScreen.Questions(content.Definition, tones, session, index), AnswerCheck.Choices(answers)!);
            headphones = new(right, right >= tones.PassMark, Math.Max(0, tones.Attempts - 1 - earlier.Count(response => response.Page == index)));
            given = JsonSerializer.Serialize(new { choices = AnswerCheck.Choices(answers), right, passed = headphones.Passed, attemptsLeft = headphones.AttemptsLeft });
            if (!headphones.Passed && headphones.AttemptsLeft > 0) (next, outcome) = (index, SessionOutcome.Running);
            else if (!headphones.Passed && tones.Excludes) (next, outcome) = (index, SessionOutcome.ScreenedOut);
        }
        if (section is DigitsSection triplets)
        {
            if (!(await screen.ProgressAsync(content.Definition, triplets, session, index)).TryGet(out var progress, out error)) return error;
            if (progress.Next != answers["triplet"].GetInt32()) return new Error.Conflict("triplet-passed", $"Triplet {progress.Next} is next. Load the page again.");
            var answer = progress.Grade(answers["digits"].GetString()!);
            given = JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);
            digits = DigitsView.After(answer, triplets.Triplets);
            if (answer.Passed is null) (next, outcome) = (index, SessionOutcome.Running);
            else if (answer.Passed is false && triplets.Excludes) (next, outcome) = (index, SessionOutcome.ScreenedOut);
        }
        var response = new ListeningResponse
        {
            Id = id.ToString(),
            SessionId = session.Id,
            Page = index,
            Answers = given,
            ElapsedSeconds = request.ElapsedSeconds is >= 0 and < 1e7 ? request.ElapsedSeconds : null,
            CreatedAt = time.GetUtcNow(),
        };
        return (await responses.AddAsync(response, session.Key, next, outcome, token)).Select(after => new CompletedPage(after, headphones, digits));
    }

    /// <summary>The answer to what was sent before: the session as it is now.</summary>
    private async Task<Result<CompletedPage>> AgainAsync(ListeningResponse known, string given, int index, SessionContent session, TestSection section)
    {
        var stored = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(known.Answers)!;
        HeadphoneView? headphones = null;
        if (section is HeadphoneSection && stored.Remove("right", out var right) && stored.Remove("passed", out var passed) && stored.Remove("attemptsLeft", out var left))
            headphones = new(right.GetInt32(), passed.GetBoolean(), left.GetInt32());
        DigitsView? digits = null;
        if (section is DigitsSection triplets)
        {
            digits = DigitsView.After(JsonSerializer.Deserialize<DigitsAnswer>(known.Answers, JsonSerializerOptions.Web)!, triplets.Triplets);
            foreach (var name in stored.Keys.Except(["triplet", "digits"]).ToArray()) stored.Remove(name);
        }
        if (known.SessionId != session.Id || known.Page != index || Canonical(stored) != given)
            return new Error.Conflict("response-exists", $"The answer {known.Id} is stored with other content. A changed answer needs a new id.");
        return (await sessions.FindAsync(session.Key)).Select(found => new CompletedPage(found, headphones, digits));
    }

    private async Task<Error?> MissingAsync(PlannedPage page, int index, SessionContent session, TestContent content)
    {
        if (page.Trial is null || content.Trial(page.Trial) is not { } trial) return null;
        if (trial.Options is { MustRate: false, MustPlay: PlayRule.None }) return null;
        if (!(await ratings.OfSessionAsync(session.Id, index)).TryGet(out var given, out var error)) return error;
        if (trial.Options.MustRate && RatingReader.Missing(page, trial.Design, given) is { Count: > 0 } missing)
            return new Error.Conflict("ratings-missing", $"Not answered yet: {string.Join(", ", missing)}.");
        if (trial.Options.MustPlay is PlayRule.None) return null;
        if (!(await events.HeardAsync(session.Id, index)).TryGet(out var heard, out error)) return error;
        return PlayedSounds.Refusal(trial, PlayedSounds.Missing(page, trial, given, heard));
    }

    private static string Canonical(Dictionary<string, JsonElement> answers) =>
        JsonSerializer.Serialize(answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToDictionary(answer => answer.Key, answer => answer.Value));
}
