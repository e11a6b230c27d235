using Dapper;
using SpeechScoop.Storage.Access;

namespace SpeechScoop.Storage.Tests.Access;

public sealed class OwnerKeyStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    private OwnerKeyStore Store => new(temporary.Database, TimeProvider.System);

    [Fact]
    public async Task The_first_key_is_shown_once_and_works_after_a_restart()
    {
        var key = (await Store.CreateFirstAsync()).Value!;
        Assert.Equal(43, key.Length);
        Assert.Null((await Store.CreateFirstAsync()).Value);
        temporary.Reopen();
        Assert.True((await Store.VerifyAsync(key)).Value);
        Assert.False((await Store.VerifyAsync(key + "x")).Value);
        Assert.False((await Store.VerifyAsync("")).Value);
    }

    [Fact]
    public async Task A_replaced_key_stops_working()
    {
        var first = (await Store.CreateFirstAsync()).Value!;
        var second = (await Store.ReplaceAsync()).Value;
        Assert.False((await Store.VerifyAsync(first)).Value);
        Assert.True((await Store.VerifyAsync(second)).Value);
    }

    [Fact]
    public async Task The_key_itself_is_nowhere_in_the_file()
    {
        var key = (await Store.CreateFirstAsync()).Value!;
        var stored = (await temporary.Database.ReadAsync(c => c.QueryAsync<string>("SELECT id || hash || created_at FROM owner_key"))).Value;
        Assert.DoesNotContain(key, string.Concat(stored));
    }
}
