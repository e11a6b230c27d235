using System.Buffers.Text;
using System.Security.Cryptography;
using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>What the owner asks for with a new link.</summary>
/// <param name="Label">What it is called; listeners do not see it.</param>
/// <param name="Preview">Whether it is for looking at the test: its sessions never count.</param>
/// <param name="MaximumSessions">1 or more; null for no limit.</param>
/// <param name="ExpiresAt">Null for never.</param>
internal sealed record NewLink(string? Label = null, bool Preview = false, int? MaximumSessions = null, DateTimeOffset? ExpiresAt = null);

/// <summary>A link as its owner sees it.</summary>
/// <param name="Path">What comes after the server's address: <c>/listen/TOKEN</c>.</param>
/// <param name="Works">Whether it opens its test now.</param>
internal sealed record LinkView(
    string Token, string Path, string Label, bool Preview, int? MaximumSessions, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, bool Works)
{
    public static LinkView Of(ListeningLink link, DateTimeOffset now) =>
        new(link.Token, $"/listen/{link.Token}", link.Label, link.Preview, link.MaximumSessions, link.CreatedAt, link.ExpiresAt, link.RevokedAt, link.IsValidAt(now));
}

/// <summary>Makes links by which listeners come in, and takes them back.</summary>
internal sealed class Links(ListeningTestStore tests, ListeningLinkStore links, TimeProvider time)
{
    private const int MaximumLabelLength = 100;

    public async Task<Result<LinkView>> CreateAsync(string testId, NewLink request)
    {
        var (label, now) = ((request.Label ?? "").Trim(), time.GetUtcNow());
        if (label.Length > MaximumLabelLength) return new Error.Invalid("link-label", $"The link's label has {label.Length} characters; at most {MaximumLabelLength} fit.");
        if (request.MaximumSessions is < 1) return new Error.Invalid("link-maximum", $"A link cannot be for {request.MaximumSessions} sessions. Give 1 or more, or leave it out.");
        if (request.ExpiresAt <= now) return new Error.Invalid("link-expiry", "The link would be expired from the start. Choose a later time.");
        if (!(await tests.FindAsync(testId)).TryGet(out var test, out var error)) return error;
        if (test.Status is ListeningTestStatus.Draft && !request.Preview)
            return new Error.Conflict("test-is-draft", $"The test \"{test.Title}\" is a draft. Publish it before you invite listeners; a preview link works already.");
        var created = await links.CreateAsync(new ListeningLink
        {
            Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
            TestId = testId,
            Label = label,
            Preview = request.Preview,
            MaximumSessions = request.MaximumSessions,
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
        });
        return created.Select(link => LinkView.Of(link, now));
    }

    public async Task<Result<IReadOnlyList<LinkView>>> OfTestAsync(string testId)
    {
        if ((await tests.FindAsync(testId)).Error is { } unknown) return unknown;
        return (await links.OfTestAsync(testId)).Select(found => (IReadOnlyList<LinkView>)[.. found.Select(link => LinkView.Of(link, time.GetUtcNow()))]);
    }

    public async Task<Result<LinkView>> RevokeAsync(string testId, string token)
    {
        if (!(await links.FindAsync(token)).TryGet(out var link, out var error)) return error;
        if (link.TestId != testId) return new Error.NotFound("link-unknown", "This test has no such link.");
        return (await links.RevokeAsync(token, time.GetUtcNow())).Select(revoked => LinkView.Of(revoked, time.GetUtcNow()));
    }
}
