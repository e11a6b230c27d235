using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SpeechScoop.Recognition;

namespace SpeechScoop.Web.Recognizers;

/// <summary>Scores of the systems of boards. Transcripts do not change, so what was scored is kept for a while: a hundred thousand utterances take seconds.</summary>
internal sealed class BoardScores
{
    private const int Kept = 64;

    private readonly ConcurrentDictionary<string, (long Used, Lazy<Result<CorpusScore>> Score)> scores = new(StringComparer.Ordinal);
    private long clock;

    /// <summary>Scores of the ranked systems, in their order.</summary>
    public Result<IReadOnlyList<CorpusScore>> Of(Board board, ScoringOptions options)
    {
        var result = new List<CorpusScore>();
        foreach (var system in board.Ranked)
        {
            if (!Of(board, system, options).TryGet(out var score, out var error)) return error;
            result.Add(score);
        }
        return result;
    }

    private Result<CorpusScore> Of(Board board, int system, ScoringOptions options)
    {
        var key = Key(board, system, options);
        var lazy = scores.GetOrAdd(key, _ => (0, new(() => CorpusScoring.Score(board.Utterances(system), options)))).Score;
        scores[key] = (Interlocked.Increment(ref clock), lazy);
        foreach (var old in scores.OrderByDescending(pair => pair.Value.Used).Skip(Kept)) scores.TryRemove(old.Key, out _);
        return lazy.Value;
    }

    /// <summary>The outputs and references that a score stands on, and the recipe.</summary>
    private static string Key(Board board, int system, ScoringOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(options.Recipe));
        foreach (var item in board.Common) hash.AppendData(Encoding.UTF8.GetBytes(board.Systems[system].Outputs[item.Id].Id));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
