namespace SpeechScoop.ListeningTests;

/// <summary>One page of rating.</summary>
public sealed record Trial
{
    /// <summary>Unique in the test.</summary>
    public required string Id { get; init; }

    public required TrialDesign Design { get; init; }

    /// <summary>What the stimuli share: a sentence, a recording. Trials of one item belong together in the analysis.</summary>
    public required string Item { get; init; }

    /// <summary>Heading; empty for the usual one.</summary>
    public string Title { get; init; } = "";

    /// <summary>The question as plain text; empty for the usual one of the design in the test's language.</summary>
    public string Question { get; init; } = "";

    /// <summary>
    /// Scales of the experimenter's own (Likert), or replacements of the design's standard scales by id with other labels.
    /// Empty for the standard scales in the test's language.
    /// </summary>
    public IReadOnlyList<ScaleDefinition> Scales { get; init; } = [];

    /// <summary>
    /// Designs with a reference (MUSHRA, BS.1116, DCR) name it once, with <see cref="StimulusRole.Reference"/>: it is played openly,
    /// and in MUSHRA and BS.1116 hidden among the others too. AB, ABX and CCR have exactly two stimuli; ACR, P.835 and transcription one
    /// besides; arenas two or more.
    /// </summary>
    public IReadOnlyList<Stimulus> Stimuli { get; init; } = [];

    public TrialOptions Options { get; init; } = new();

    /// <summary>Trap or gold question; null for an ordinary trial.</summary>
    public TrialCheck? Check { get; init; }

    /// <summary>Trials of one group stay together, in their order, when the section is shuffled; null for none.</summary>
    public string? Group { get; init; }
}

/// <summary>A clip on a page.</summary>
public sealed record Stimulus
{
    /// <summary>Unique in its trial. Listeners never see it.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the <see cref="TestCondition"/>.</summary>
    public required string Condition { get; init; }

    public StimulusRole Role { get; init; } = StimulusRole.System;

    /// <summary>SHA-256 of the audio as it was given; null for an anchor, which is made, and for audio that is still missing.</summary>
    public string? Source { get; init; }

    /// <summary>SHA-256 of the audio as listeners hear it; null until prepared.</summary>
    public string? Clip { get; init; }

    /// <summary>What is said in it, for transcription.</summary>
    public string? Transcript { get; init; }

    public StimulusProvenance? Provenance { get; init; }
}

/// <summary>Where a stimulus comes from; it reappears in every export.</summary>
public sealed record StimulusProvenance
{
    /// <summary>The output of this installation that it is.</summary>
    public string? OutputId { get; init; }

    public string? SystemId { get; init; }

    public string? SystemVersion { get; init; }

    public string? PackId { get; init; }

    /// <summary>Settings as a JSON object.</summary>
    public string? Settings { get; init; }

    public long? Seed { get; init; }

    /// <summary>Bits a second.</summary>
    public double? BitRate { get; init; }

    /// <summary>Name of the uploaded or configured file.</summary>
    public string? File { get; init; }
}

/// <summary>What a page demands and offers.</summary>
public sealed record TrialOptions
{
    /// <summary>Whether stimuli come in a random order for each listener.</summary>
    public bool ShuffleStimuli { get; init; } = true;

    /// <summary>Whether playing loops, with a region that the listener can set.</summary>
    public bool Loop { get; init; } = true;

    /// <summary>Whether the waveform of the open reference is drawn. Never that of a hidden stimulus.</summary>
    public bool Waveform { get; init; } = true;

    /// <summary>How far every stimulus must have been played before the page can be left.</summary>
    public PlayRule MustPlay { get; init; } = PlayRule.Started;

    /// <summary>Whether every answer must be given before the page can be left.</summary>
    public bool MustRate { get; init; } = true;

    /// <summary>AB and arena: whether "no preference" may be chosen.</summary>
    public bool AllowTie { get; init; } = true;

    /// <summary>Whether switching starts the stimulus from the loop's beginning instead of going on in time.</summary>
    public bool RestartOnSwitch { get; init; }

    /// <summary>Whether the listener may add a comment.</summary>
    public bool Comment { get; init; }
}

/// <summary>How far stimuli must be played.</summary>
public enum PlayRule
{
    None,
    Started,
    ToTheEnd,
}

/// <summary>A question whose right answer is known (ITU-T P.808): an announced trap, or a gold clip of obvious quality.</summary>
/// <param name="Kind">Trap or gold.</param>
/// <param name="Expected">The right value.</param>
/// <param name="Tolerance">How far off still counts as right; 0 or more.</param>
/// <param name="Scale">The scale it is about; null for all of the trial.</param>
public sealed record TrialCheck(CheckKind Kind, double Expected, double Tolerance = 0, string? Scale = null);

/// <summary>Kind of a check.</summary>
public enum CheckKind
{
    Trap,
    Gold,
}

/// <summary>A scale as a page shows it.</summary>
public sealed record ScaleDefinition
{
    /// <summary>Standard ids: <c>acr dcr ccr mushra preference abx bs1116 sig bak ovrl transcription</c>; own ids for Likert scales.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked; empty where the trial's question says it.</summary>
    public string Question { get; init; } = "";

    public double Minimum { get; init; }

    public double Maximum { get; init; }

    /// <summary>Distance of two neighbouring values; > 0.</summary>
    public double Step { get; init; } = 1;

    /// <summary>Whether it is a slider; otherwise a list of its points.</summary>
    public bool Continuous { get; init; }

    /// <summary>Words at values, best first as standards print them; for sliders words of bands or of ticks.</summary>
    public IReadOnlyList<ScalePoint> Points { get; init; } = [];
}

/// <summary>A word of a scale.</summary>
/// <param name="Value">Where it stands; for a band its lower end.</param>
/// <param name="Label">The word.</param>
public sealed record ScalePoint(double Value, string Label);
