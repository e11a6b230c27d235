using SpeechScoop.Datasets;
using SpeechScoop.Runs;

namespace SpeechScoop.Storage.Runs;

/// <summary>Systems over a dataset.</summary>
public sealed record Run
{
    public required string Id { get; init; }

    public required string DatasetId { get; init; }

    public required RunKind Kind { get; init; }

    public required string Title { get; init; }

    public required RunStatus Status { get; init; }

    /// <summary>A <see cref="RunPlan"/> as JSON.</summary>
    public required string Plan { get; init; }

    /// <summary>The machine and the versions that made it, as a JSON object.</summary>
    public string Environment { get; init; } = "{}";

    /// <summary>From which the seeds of all outputs follow: see <see cref="TakeSeed"/>.</summary>
    public required long Seed { get; init; }

    /// <summary>Whether the outputs were made elsewhere.</summary>
    public bool Imported { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>A run with its dataset and its progress, as lists show it.</summary>
public sealed record ListedRun(Run Run, string DatasetName, DatasetKind DatasetKind, int DatasetItems, RunProgress Progress);
