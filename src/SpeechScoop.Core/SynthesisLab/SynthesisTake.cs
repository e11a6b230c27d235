namespace SpeechScoop.SynthesisLab;

/// <summary>One attempt of one condition at one prompt, with all that is known about it.</summary>
public sealed record SynthesisTake
{
    /// <summary>Id of the output.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the <see cref="SynthesisCondition"/>.</summary>
    public required string Condition { get; init; }

    /// <summary>Key of the prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>From 0.</summary>
    public required int Take { get; init; }

    /// <summary>Null where the system does not sample, or where the clip was imported without one.</summary>
    public long? Seed { get; init; }

    /// <summary>
    /// Made with the seed of an earlier take of the same prompt and condition, to see whether that gives the same sound. Such a take counts in
    /// <see cref="Determinism"/> and nowhere else: it is no draw of its own.
    /// </summary>
    public bool Repeats { get; init; }

    /// <summary>SHA-256 of the clip; null where there is none.</summary>
    public string? ClipSha256 { get; init; }

    /// <summary>Length of the clip.</summary>
    public double? AudioSeconds { get; init; }

    /// <summary>Time spent in the system, without loading and queueing.</summary>
    public double? ProcessingSeconds { get; init; }

    /// <summary>Processing until the first audio.</summary>
    public double? FirstAudioSeconds { get; init; }

    /// <summary>Finite values by metric id.</summary>
    public IReadOnlyDictionary<string, double> Measurements { get; init; } = new Dictionary<string, double>();

    /// <summary>Ids of the kinds of failure found in it, such as <c>truncation</c>; empty for a take that passes.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Whether nothing is wrong with it that is looked for.</summary>
    public bool Passes => Failures.Count == 0;
}

/// <summary>A system with settings: what is compared.</summary>
/// <param name="Id">Stable and unique within the run.</param>
/// <param name="Title">For people, settings included.</param>
/// <param name="SystemId">The system.</param>
public sealed record SynthesisCondition(string Id, string Title, string SystemId);
