namespace SpeechScoop.SynthesisLab;

/// <summary>Values of takes, arranged.</summary>
internal static class TakeValues
{
    /// <summary>Metrics that any take has, sorted.</summary>
    public static IEnumerable<string> Metrics(IEnumerable<SynthesisTake> takes) =>
        takes.SelectMany(take => take.Measurements.Keys).Distinct().Order(StringComparer.Ordinal);

    /// <summary>A metric's values, one list for each prompt that has any, prompts and takes in their order.</summary>
    public static double[][] ByPrompt(IEnumerable<SynthesisTake> takes, string metric) => [.. takes
        .Where(take => take.Measurements.ContainsKey(metric))
        .GroupBy(take => take.Prompt)
        .Select(prompt => prompt.Select(take => take.Measurements[metric]).ToArray())];
}
