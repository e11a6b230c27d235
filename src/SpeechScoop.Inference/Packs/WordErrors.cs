namespace SpeechScoop.Inference.Packs;

/// <summary>Word error rate of a self test: lower case, letters, digits and apostrophes only; edits over reference words.</summary>
internal static class WordErrors
{
    public static double Rate(string reference, string hypothesis)
    {
        var (expected, found) = (Words(reference), Words(hypothesis));
        var row = Enumerable.Range(0, found.Length + 1).ToArray();
        for (var i = 1; i <= expected.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= found.Length; j++)
            {
                var substituted = diagonal + (expected[i - 1] == found[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return (double)row[^1] / Math.Max(1, expected.Length);
    }

    private static string[] Words(string text)
        => new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c == '\'' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
