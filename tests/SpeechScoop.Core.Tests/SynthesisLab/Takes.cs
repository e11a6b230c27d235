using SpeechScoop.SynthesisLab;

namespace SpeechScoop.Core.Tests.SynthesisLab;

/// <summary>Makes takes.</summary>
internal static class Takes
{
    public static SynthesisTake Take(string prompt, int take, double? value = null, string condition = "voice", long? seed = null, string? clip = "", params string[] failures) => new()
    {
        Id = $"{condition}/{prompt}/{take}",
        Condition = condition,
        Prompt = prompt,
        Take = take,
        Seed = seed,
        ClipSha256 = clip is "" ? $"{condition}/{prompt}/{take}" : clip,
        Measurements = value is { } known ? new Dictionary<string, double> { ["score"] = known } : [],
        Failures = failures,
    };

    /// <summary>A table: a row for each prompt, a column for each take.</summary>
    public static SynthesisTake[] Table(double[][] scores, int[][]? failures = null) => [.. scores.SelectMany((row, prompt) => row.Select((score, take) =>
        Take($"p{prompt}", take, score, failures: failures?[prompt][take] is 1 ? ["truncation"] : [])))];
}
