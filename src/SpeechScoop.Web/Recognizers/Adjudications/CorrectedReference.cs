using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SpeechScoop.Storage.Recognizers;

namespace SpeechScoop.Web.Recognizers.Adjudications;

/// <summary>A reference with the stretches replaced for which most adjudicators chose what the systems heard.</summary>
/// <param name="Text">As it is scored.</param>
/// <param name="Corrections">Stretches replaced, ≥ 1.</param>
internal sealed record CorrectedReference(string Text, int Corrections)
{
    /// <summary>Corrects a reference.</summary>
    /// <param name="reference">As delivered.</param>
    /// <param name="adjudications">Of its item; the newest of each listener, stretch and reading.</param>
    /// <returns>Null where no reading of the systems has most votes.</returns>
    public static CorrectedReference? Of(string reference, IEnumerable<Adjudication> adjudications)
    {
        var words = ReferencePlace.Words(reference);
        var chosen = adjudications.Where(each => each.ToWord <= words.Length).GroupBy(each => (each.FromWord, each.ToWord, each.Reading))
            .Select(group => (Stretch: group.Key, Votes: Votes.Of([.. group])))
            .Where(each => each.Votes.Corrects)
            .OrderByDescending(each => each.Votes.Systems).ThenBy(each => each.Stretch.FromWord).ThenBy(each => each.Stretch.ToWord).ThenBy(each => each.Stretch.Reading, StringComparer.Ordinal);
        // Of stretches that overlap, the one with most votes counts.
        var applied = new List<(int FromWord, int ToWord, string Reading)>();
        foreach (var (stretch, _) in chosen)
            if (applied.TrueForAll(other => !Overlap(other.FromWord, other.ToWord, stretch.FromWord, stretch.ToWord))) applied.Add(stretch);
        if (applied.Count == 0) return null;
        var text = new List<string>(words);
        foreach (var (from, to, reading) in applied.OrderByDescending(each => each.FromWord).ThenByDescending(each => each.ToWord))
        {
            text.RemoveRange(from, to - from);
            if (reading.Length > 0) text.Insert(from, reading);
        }
        return new(string.Join(' ', text), applied.Count);
    }

    /// <summary>Names the correction in recipes: how many stretches of the common items, and a hash of what they became.</summary>
    public static string Recipe(IEnumerable<BoardItem> common, IReadOnlyDictionary<string, CorrectedReference> corrections)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        foreach (var item in common.OrderBy(item => item.Id, StringComparer.Ordinal))
        {
            if (!corrections.TryGetValue(item.Id, out var corrected)) continue;
            count += corrected.Corrections;
            hash.AppendData(Encoding.UTF8.GetBytes($"{item.Id}\n{corrected.Text}\n"));
        }
        return string.Create(CultureInfo.InvariantCulture, $"references=corrected@{count}#{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}");
    }

    private static bool Overlap(int from, int to, int otherFrom, int otherTo) => from == otherFrom || (from < otherTo && otherFrom < to);
}
