using SpeechScoop.Storage.ListeningTests;

namespace SpeechScoop.Storage.Tests.ListeningTests;

public sealed class ListeningLinkStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    private ListeningLinkStore Links => new(temporary.Database);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_link_comes_back_and_is_taken_back_once()
    {
        var test = await StoredTest.CreateAsync(temporary.Database);
        var link = await StoredTest.LinkAsync(temporary.Database, test.Id, maximum: 3);
        Assert.Equal([link], (await Links.OfTestAsync(test.Id)).Value);
        Assert.True(link.IsValidAt(StoredTest.Noon));
        await Links.RevokeAsync(link.Token, StoredTest.Noon);
        var revoked = (await Links.RevokeAsync(link.Token, StoredTest.Noon.AddDays(1))).Value;
        Assert.Equal(StoredTest.Noon, revoked.RevokedAt);
        Assert.False(revoked.IsValidAt(StoredTest.Noon));
    }

    [Fact]
    public void A_link_ends_at_its_time()
    {
        var link = new ListeningLink { Token = "t", TestId = "t", CreatedAt = StoredTest.Noon, ExpiresAt = StoredTest.Noon.AddDays(1) };
        Assert.True(link.IsValidAt(StoredTest.Noon.AddDays(1).AddTicks(-1)));
        Assert.False(link.IsValidAt(StoredTest.Noon.AddDays(1)));
    }

    [Fact]
    public async Task An_unknown_token_or_test_is_not_found()
    {
        Assert.Equal("link-unknown", Assert.IsType<Error.NotFound>((await Links.FindAsync("nothing")).Error).Code);
        Assert.IsType<Error.NotFound>((await Links.RevokeAsync("nothing", StoredTest.Noon)).Error);
        Assert.IsType<Error.NotFound>((await Links.CreateAsync(new ListeningLink { Token = new string('x', 43), TestId = "none", CreatedAt = StoredTest.Noon })).Error);
    }
}
