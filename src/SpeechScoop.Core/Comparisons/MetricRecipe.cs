namespace SpeechScoop.Comparisons;

/// <summary>How a metric was computed. Numbers of different recipes are never pooled.</summary>
/// <param name="Version">Version of the metric's definition.</param>
/// <param name="Parameters">Normaliser and everything else that changes the number.</param>
public sealed record MetricRecipe(string Version, string Parameters);
