using System.Security.Cryptography;
using System.Text;
using SpeechScoop.Storage.Access;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Access;

/// <summary>
/// Answers, for every request, whether a key is the owner's. A key that the database knew is remembered for some
/// seconds, so that a page's many files cost one look-up, and a replaced key stops working almost at once.
/// </summary>
internal sealed class OwnerKeyHolder(OwnerKeyStore store, SpeechScoopOptions options, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    private volatile Acceptance? last;

    private sealed record Acceptance(byte[] Key, long At);

    /// <summary>Whether this is the owner's key; false while the database cannot tell.</summary>
    public async ValueTask<bool> AcceptsAsync(string? presented)
    {
        if (presented is not { Length: >= 20 and <= 200 }) return false;
        var key = Encoding.UTF8.GetBytes(presented);
        if (last is { } known && time.GetElapsedTime(known.At) < Remembered && CryptographicOperations.FixedTimeEquals(known.Key, key)) return true;
        var accepted = options.OwnerKey.Length >= 20 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(options.OwnerKey), key)
            || (await store.VerifyAsync(presented)).TryGet(out var verified, out _) && verified;
        if (accepted) last = new Acceptance(key, time.GetTimestamp());
        return accepted;
    }
}
