using System.Text.RegularExpressions;

namespace SpeechScoop.Runs;

/// <summary>What the path of a file made elsewhere tells: <c>system/key.wav</c>, or <c>system/key.take 2.wav</c>, under any further folders.</summary>
/// <param name="System">The folder in which the key begins; null where the file lies in none.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Take">The number after <c>take</c> as it is written; null without one.</param>
public sealed partial record OutputFileName(string? System, string Key, int? Take)
{
    /// <summary>Reads a path. Keys may have parts of paths themselves: the longest ending that is a key counts.</summary>
    /// <param name="isKey">Whether a text is an item's key.</param>
    /// <returns>Null where no ending of the path is a key.</returns>
    public static OutputFileName? Read(string path, Func<string, bool> isKey)
    {
        var stem = Stem(path.Trim().Replace('\\', '/').TrimStart('/'));
        if (Find(stem, null, isKey) is { } whole) return whole;
        return TakePattern().Match(stem) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, out var take) ? Find(stem[..match.Index], take, isKey) : null;
    }

    private static OutputFileName? Find(string stem, int? take, Func<string, bool> isKey)
    {
        for (var start = 0; ;)
        {
            if (isKey(stem[start..])) return new(start == 0 ? null : stem[..(start - 1)].Split('/')[^1], stem[start..], take);
            var next = stem.IndexOf('/', start);
            if (next < 0) return null;
            start = next + 1;
        }
    }

    private static string Stem(string path) => path.LastIndexOf('.') is var dot && dot > path.LastIndexOf('/') + 1 ? path[..dot] : path;

    [GeneratedRegex(@"[._\- ]take[ _\-]?(\d{1,4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TakePattern();
}
