using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using SpeechScoop.Recognition;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Recognizers;

/// <summary>Scores of the systems of boards. Transcripts do not change, so what was scored is kept for a while: a hundred thousand utterances take seconds.</summary>
internal sealed class BoardScores
{
    /// <summary>Utterances of all kept scores together; some 60 bytes each.</summary>
    private const long MostUtterances = 3_000_000;

    private readonly Kept<CorpusScore> scores = new(MostUtterances, score => 1 + score.Utterances.Count);
    private readonly ConditionalWeakTable<Board, ConcurrentDictionary<int, string>> contents = [];

    /// <summary>Scores of the ranked systems, in their order.</summary>
    public async Task<Result<IReadOnlyList<CorpusScore>>> OfAsync(Board board, ScoringOptions options)
    {
        var result = new List<CorpusScore>();
        // All begin at once: each has a thread of its own.
        foreach (var work in board.Ranked.Select(system => scores.GetAsync(Key(board, system, options), () => Task.FromResult(CorpusScoring.Score(board.Utterances(system), options)))).ToList())
        {
            if (!(await work).TryGet(out var score, out var error)) return error;
            result.Add(score);
        }
        return result;
    }

    /// <summary>Stands for the transcripts and references that a system's figures on a board come from, and for the recipe.</summary>
    public string Key(Board board, int system, ScoringOptions options) =>
        $"{options.Recipe} {contents.GetOrCreateValue(board).GetOrAdd(system, _ => Contents(board, system))}";

    private static string Contents(Board board, int system)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in board.Common)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(board.Systems[system].Outputs[item.Id].Id));
            if (board.Corrections?.ContainsKey(item.Id) is true) hash.AppendData(Encoding.UTF8.GetBytes(item.Reference));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
