using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Recognition.Decoding;

namespace SpeechScoop.Inference.Tests.Recognition.Decoding;

/// <summary>Scores every word sequence by listing every path of symbols through a few frames: slow, and right by construction.</summary>
internal static class PathOracle
{
    /// <summary>Word sequences with their log-probabilities: all their paths summed, times the words' prior.</summary>
    /// <param name="table">Symbols.</param>
    /// <param name="words">Word → pronunciation, symbols separated by spaces; one pronunciation each, all different.</param>
    /// <param name="frames">Log-probabilities, [frames × symbols].</param>
    /// <param name="prior">Log-probability of a word sequence, its end included.</param>
    public static List<(string Text, double Score)> Rank(
        SymbolTable table, IReadOnlyDictionary<string, string> words, float[] frames, Func<string[], double> prior)
    {
        var byPronunciation = words.ToDictionary(pair => pair.Value, pair => pair.Key);
        var sums = new Dictionary<string, double>();
        var count = frames.Length / table.Count;
        var path = new int[count];
        do
        {
            if (Read(table, byPronunciation, path) is { } text)
            {
                var score = Enumerable.Range(0, count).Sum(frame => (double)frames[(frame * table.Count) + path[frame]]);
                sums[text] = sums.GetValueOrDefault(text) + Math.Exp(score);
            }
        }
        while (NextPath(path, table.Count));

        return [.. sums.Select(pair => (pair.Key, Math.Log(pair.Value) + prior(pair.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries))))
            .OrderByDescending(pair => pair.Item2)];
    }

    private static string? Read(SymbolTable table, Dictionary<string, string> byPronunciation, int[] path)
    {
        var collapsed = path.Where((symbol, frame) => symbol != table.Blank && (frame == 0 || path[frame - 1] != symbol));
        var chunks = string.Join(' ', collapsed.Select(symbol => table.Symbols[symbol]))
            .Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var words = chunks.Select(chunk => byPronunciation.GetValueOrDefault(chunk)).ToArray();
        return words.Contains(null) ? null : string.Join(' ', words);
    }

    private static bool NextPath(int[] path, int symbols)
    {
        for (var frame = 0; frame < path.Length; frame++)
        {
            if (++path[frame] < symbols)
            {
                return true;
            }

            path[frame] = 0;
        }

        return false;
    }
}
