using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Storage.Runs;

/// <summary>Which outputs of a run to list; null means any.</summary>
/// <param name="SystemId">Only this system's.</param>
/// <param name="Settings">Only those with these settings, as <see cref="RunOutput.Settings"/> has them.</param>
/// <param name="Item">Only of the item with this id or key.</param>
/// <param name="Search">Text that the item's key or text, or the transcript must contain, in any case.</param>
/// <param name="Metric">Sorted by the newest value of this metric; outputs without come last. Null for the run's own order.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="Limit">1..500.</param>
public sealed record RunOutputQuery(
    string? SystemId = null, string? Settings = null, string? Item = null, OutputStatus? Status = null, string? Search = null, string? Metric = null, bool Descending = false,
    int Offset = 0, int Limit = 50);
