using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Storage.Tests.ListeningTests;

/// <summary>Tests, links, sessions and ratings as listeners leave them.</summary>
internal static class StoredTest
{
    public static readonly DateTimeOffset Noon = StoredTrial.Noon;

    public static async Task<ListeningTest> CreateAsync(Database database, bool publish = true, string title = "Three tokenizers")
    {
        var tests = new ListeningTestStore(database);
        var id = Guid.CreateVersion7().ToString();
        var test = new ListeningTest
        {
            Id = id,
            Lineage = id,
            Version = 1,
            Title = title,
            Definition = "{}",
            Status = ListeningTestStatus.Draft,
            CreatedAt = Noon,
            ChangedAt = Noon,
        };
        Assert.Null((await tests.CreateAsync(test)).Error);
        return publish ? (await tests.PublishAsync(id, new string('a', 64), "{\"seed\":1}", Noon.AddMinutes(1))).Value : test;
    }

    public static async Task<ListeningLink> LinkAsync(Database database, string testId, bool preview = false, int? maximum = null) =>
        (await new ListeningLinkStore(database).CreateAsync(new ListeningLink
        {
            Token = Guid.CreateVersion7().ToString(),
            TestId = testId,
            Label = "panel",
            Preview = preview,
            MaximumSessions = maximum,
            CreatedAt = Noon,
        })).Value;

    public static ListeningSession Session(ListeningLink link, string? listener = null)
    {
        var id = Guid.CreateVersion7().ToString();
        return new ListeningSession
        {
            Id = id,
            Key = Guid.CreateVersion7().ToString(),
            TestId = link.TestId,
            Link = link.Token,
            Number = -1,
            Listener = listener ?? id,
            Preview = link.Preview,
            Plan = "",
            Position = 0,
            Outcome = SessionOutcome.Running,
            Parameters = "{}",
            Agent = "{}",
            CreatedAt = Noon,
        };
    }

    public static async Task<ListeningSession> StartAsync(Database database, ListeningLink link, string? listener = null) =>
        (await new ListeningSessionStore(database).StartAsync(Session(link, listener), (number, _) => Task.FromResult<Result<string>>($"plan {number}"))).Value;

    public static ListeningRating Rating(ListeningSession session, double value = 4, string stimulus = "a", string? other = null, int page = 0, int second = 0) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        SessionId = session.Id,
        Page = page,
        Trial = "t1",
        Stimulus = stimulus,
        OtherStimulus = other,
        Scale = "acr",
        Value = value,
        ElapsedSeconds = 3.25,
        Plays = 2,
        GivenAt = Noon.AddSeconds(second),
        CreatedAt = Noon.AddSeconds(second),
    };
}
