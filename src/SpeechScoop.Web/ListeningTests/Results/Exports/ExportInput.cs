using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Results.Exports;

/// <summary>What an export is written from.</summary>
internal sealed record ExportInput(StoredResults Stored, ResultsPresenter Presenter)
{
    /// <summary>Metrics beside the ratings, a view for each scale that has some; null where they were not read.</summary>
    public IReadOnlyList<MetricsView>? Metrics { get; init; }

    /// <summary>Ids of the metrics that say of themselves that they estimate quality or intelligibility: what a paragraph has room for, whatever they found.</summary>
    public IReadOnlySet<string> QualityMetrics { get; init; } = new HashSet<string>();

    /// <summary><see cref="Metrics"/> with <see cref="QualityMetrics"/> only.</summary>
    public IReadOnlyList<MetricsView>? MetricsInWords => Metrics is null ? null : [.. Metrics.Select(view => view with { Metrics = [.. view.Metrics.Where(metric => QualityMetrics.Contains(metric.Kind.Id))] })];

    /// <summary>P.808 tables: finds conditions in the names of files; null for the test's own.</summary>
    public ConditionPattern? Conditions { get; init; }

    /// <summary>P.808 bonus list: the amount for each accepted session; null to leave it open.</summary>
    public double? Bonus { get; init; }
}
