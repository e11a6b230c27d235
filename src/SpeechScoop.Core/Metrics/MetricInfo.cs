namespace SpeechScoop.Metrics;

/// <summary>What a metric is, for people and machines: the same record feeds pages, commands and documentation.</summary>
public sealed record MetricInfo
{
    /// <summary>Short stable name in kebab case, such as <c>si-sdr</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The field's name for it, such as <c>SI-SDR</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of question it answers; lists are grouped by it.</summary>
    public required MetricGroup Group { get; init; }

    /// <summary>Version of the definition: values of different versions are never compared.</summary>
    public required string Version { get; init; }

    /// <summary>Unit of the value, such as <c>dB</c>; empty where it has none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it needs beside the clip.</summary>
    public MetricNeeds Needs { get; init; }

    /// <summary>Which way is better.</summary>
    public required MetricDirection Direction { get; init; }

    /// <summary>What a clip against itself gives: the best value. Null where that is not defined.</summary>
    public double? Identity { get; init; }

    /// <summary>Lowest sample rate of a clip that it can judge, in hertz.</summary>
    public int LowestSampleRate { get; init; } = 1;

    /// <summary>Highest sample rate of a clip that it can judge, in hertz: above it, the metric is blind to what the rate was chosen for.</summary>
    public int HighestSampleRate { get; init; } = 768_000;

    /// <summary>Highest frequency that it looks at, in hertz; null for the whole band.</summary>
    public double? BandHz { get; init; }

    /// <summary>Length from which a clip can be judged, in seconds.</summary>
    public double ShortestSeconds { get; init; }

    /// <summary>
    /// Whether it finds out by itself which moments of clip and reference belong together. Else both must begin together and last about equally long.
    /// </summary>
    public bool AlignsItself { get; init; }

    /// <summary>Sounds that it was made for; empty for all.</summary>
    public IReadOnlyList<SoundDomain> Domains { get; init; } = [];

    /// <summary>Standard, paper or reference implementation with version.</summary>
    public required string Source { get; init; }

    /// <summary>What it does not notice, in a sentence.</summary>
    public required string BlindTo { get; init; }
}

/// <summary>What kind of question a metric answers.</summary>
public enum MetricGroup
{
    Waveform,
    Spectrum,
    Intelligibility,
    Quality,
    Level,
    Timing,
    Pitch,
    Text,
    Speaker,
}

/// <summary>What a metric needs beside the clip.</summary>
[Flags]
public enum MetricNeeds
{
    None = 0,

    /// <summary>The clip as it should be, time-aligned.</summary>
    Reference = 1,

    /// <summary>What is said, or should be.</summary>
    Text = 2,

    /// <summary>An installed model pack.</summary>
    Pack = 4,
}

/// <summary>Which way a metric points.</summary>
public enum MetricDirection
{
    HigherIsBetter,
    LowerIsBetter,

    /// <summary>A description, not a judgement: loudness, pitch.</summary>
    Neutral,
}

/// <summary>What a recording is of.</summary>
public enum SoundDomain
{
    Speech,
    Singing,
    Music,
    Environment,
    Animal,
}
