using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers.Adjudications;

/// <summary>Where normalised words stand in a reference as delivered, so that a judgement holds whatever normaliser comes later.</summary>
/// <param name="FromWord">First word in question, of words separated by white space, from 0.</param>
/// <param name="ToWord">The word after the last.</param>
/// <param name="Text">The words in question as delivered.</param>
/// <param name="Reading">What takes their place.</param>
/// <param name="Before">Words before it, as delivered.</param>
/// <param name="After">Words after it.</param>
internal sealed record ReferencePlace(int FromWord, int ToWord, string Text, string Reading, string Before, string After)
{
    private const int Context = 6;

    /// <summary>Beyond this, cutting a text at every word takes long.</summary>
    private const int MostWordsToCut = 200;

    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Finds a stretch.</summary>
    /// <param name="reference">As delivered.</param>
    /// <param name="from">First normalised word.</param>
    /// <param name="to">The normalised word after the last.</param>
    /// <param name="heard">What systems have there, normalised.</param>
    /// <returns>
    /// Null where alternations are written in the reference, which says then itself that more than one reading is right, or where a long reference has rules that join words. Where a rule made one word of several, all of them are
    /// in question, and the reading keeps those that are not.
    /// </returns>
    public static ReferencePlace? Find(string reference, NormaliserProfile normaliser, int from, int to, string heard)
    {
        if (reference.AsSpan().IndexOfAny('{', '}') >= 0) return null;
        var words = Words(reference);
        var all = normaliser.Words(reference);
        if (to > all.Length || Boundaries(words, all, normaliser) is not { } before) return null;
        var start = Array.FindLastIndex(before, count => count <= from);
        var end = Array.FindIndex(before, Math.Max(start, 0), count => count >= to);
        if (start < 0 || end < 0) return null;
        string[] reading = [.. all[before[start]!.Value..from], heard, .. all[to..before[end]!.Value]];
        return new(start, end, string.Join(' ', words[start..end]), string.Join(' ', reading.Where(word => word.Length > 0)),
            string.Join(' ', words[Math.Max(0, start - Context)..start]), string.Join(' ', words[end..Math.Min(words.Length, end + Context)]));
    }

    /// <summary>How many normalised words come before each word as delivered; null where a rule joins words across that place.</summary>
    private static int?[]? Boundaries(string[] words, string[] all, NormaliserProfile normaliser)
    {
        var before = new int?[words.Length + 1];
        var each = Array.ConvertAll(words, normaliser.Words);
        if (each.SelectMany(part => part).SequenceEqual(all, StringComparer.Ordinal))
        {
            before[0] = 0;
            for (var i = 0; i < words.Length; i++) before[i + 1] = before[i] + each[i].Length;
            return before;
        }
        if (words.Length > MostWordsToCut) return null;
        for (var i = 0; i <= words.Length; i++)
        {
            var (part, rest) = (normaliser.Words(string.Join(' ', words[..i])), normaliser.Words(string.Join(' ', words[i..])));
            if (part.Concat(rest).SequenceEqual(all, StringComparer.Ordinal)) before[i] = part.Length;
        }
        return before;
    }
}
