namespace SpeechScoop.Storage.Measurements;

/// <summary>A metric's value for an output, with everything needed to compute it again.</summary>
public sealed record Measurement
{
    public required string Id { get; init; }

    public required string OutputId { get; init; }

    /// <summary>Such as <c>wer</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Version of the metric's definition.</summary>
    public required string Version { get; init; }

    /// <summary>Parameters as canonical JSON: values of different recipes are never compared.</summary>
    public required string Recipe { get; init; }

    public required double Value { get; init; }

    /// <summary>What the value was computed from, as JSON.</summary>
    public string? Details { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
