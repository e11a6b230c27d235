using System.Text.Json.Serialization;

namespace SpeechScoop.ListeningTests;

/// <summary>A part of a test that a listener passes. The set is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ConsentSection), "consent")]
[JsonDerivedType(typeof(TextSection), "text")]
[JsonDerivedType(typeof(QuestionnaireSection), "questionnaire")]
[JsonDerivedType(typeof(VolumeSection), "volume")]
[JsonDerivedType(typeof(HeadphoneSection), "headphones")]
[JsonDerivedType(typeof(DigitsSection), "digits")]
[JsonDerivedType(typeof(TrialSection), "trials")]
public abstract record TestSection
{
    /// <summary>Heading; empty for the usual one in the test's language.</summary>
    public string Title { get; init; } = "";

    /// <summary>Plain text above the section; empty for the usual one in the test's language, or none.</summary>
    public string Text { get; init; } = "";
}

/// <summary>The listener agrees to take part, or leaves.</summary>
public sealed record ConsentSection : TestSection
{
    /// <summary>Whether a listener who does not agree may still go on.</summary>
    public bool Optional { get; init; }
}

/// <summary>Text to read.</summary>
public sealed record TextSection : TestSection;

/// <summary>Questions about the listener.</summary>
public sealed record QuestionnaireSection : TestSection
{
    public IReadOnlyList<QuestionnaireField> Fields { get; init; } = [];
}

/// <summary>The listener sets a comfortable level on the loudest kind of material.</summary>
public sealed record VolumeSection : TestSection
{
    /// <summary>SHA-256 of the clip; null for a stimulus of the first trial.</summary>
    public string? Clip { get; init; }

    /// <summary>The player's level at the start, 0..1.</summary>
    public double DefaultVolume { get; init; } = 0.5;
}

/// <summary>
/// Headphone screen after Woods et al. (2017): of three 200 Hz tones the quietest is asked for; one is in antiphase between
/// the ears, and is quieter only through loudspeakers.
/// </summary>
public sealed record HeadphoneSection : TestSection
{
    /// <summary>How often it is asked, 1..20.</summary>
    public int Questions { get; init; } = 6;

    /// <summary>How many must be right, 0..<see cref="Questions"/>.</summary>
    public int PassMark { get; init; } = 5;

    /// <summary>How often the whole screen may be tried, 1 or more.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Whether a listener who fails is sent away; otherwise the failure is noted, for screening.</summary>
    public bool Excludes { get; init; }
}

/// <summary>
/// Hearing screen by digits in noise (after Smits et al., 2004 and 2013): three digits in noise with their spectrum are typed; the level of the
/// digits goes down after three right ones and up otherwise. It ends in a speech reception threshold (SRT). No clinical test: docs/methods/digits-in-noise.md.
/// </summary>
public sealed record DigitsSection : TestSection
{
    /// <summary>How many triplets are asked, 8..60.</summary>
    public int Triplets { get; init; } = 24;

    /// <summary>The highest threshold that passes, in dB SNR, −20..10.</summary>
    public double PassSrtDb { get; init; } = -3;

    /// <summary>Whether a listener who does not pass is sent away; otherwise it is noted, for screening.</summary>
    public bool Excludes { get; init; }

    /// <summary>SHA-256 of the prepared clips, by digit, and of <c>noise</c>; empty until prepared.</summary>
    public IReadOnlyDictionary<string, string> Clips { get; init; } = new Dictionary<string, string>();

    /// <summary>The synthesizer that speaks, with its version, such as <c>scoop-voice-parallel 1.0.0</c>; null until prepared.</summary>
    public string? Voice { get; init; }
}

/// <summary>A question about the listener.</summary>
/// <param name="Name">Column of the export; unique in the test; letters, digits, <c>_</c>, <c>-</c>.</param>
/// <param name="Label">The question.</param>
/// <param name="Type">What is asked for.</param>
public sealed record QuestionnaireField(string Name, string Label, FieldType Type)
{
    public bool Optional { get; init; }

    /// <summary>Smallest number; numbers only.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest number; numbers only.</summary>
    public double? Maximum { get; init; }

    /// <summary>What may be chosen; choices only.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>Kind of an answer about the listener.</summary>
public enum FieldType
{
    Text,
    LongText,
    Number,
    Choice,
}

/// <summary>Trials, and which of them in what order.</summary>
public sealed record TrialSection : TestSection
{
    /// <summary>Practice: answers are stored as such and never analysed.</summary>
    public bool Training { get; init; }

    /// <summary>In which order the trials come.</summary>
    public TrialOrder Order { get; init; } = TrialOrder.Shuffled;

    /// <summary>Each listener gets so many of the trials (a random subset that fills what is missing most), and besides them one trap and one gold clip where the section has any; null for all. For arenas: pairs in a round, 10 where null.</summary>
    public int? PerListener { get; init; }

    /// <summary>Planned ratings of each condition × item; null for no plan. Trials that have them are drawn last.</summary>
    public int? Quota { get; init; }

    /// <summary>So many trials come a second time, for consistency.</summary>
    public int Repeats { get; init; }

    public IReadOnlyList<Trial> Trials { get; init; } = [];
}

/// <summary>Order of trials within a section.</summary>
public enum TrialOrder
{
    /// <summary>As defined.</summary>
    Fixed,

    /// <summary>Random for each listener.</summary>
    Shuffled,

    /// <summary>Rows of a Latin square (balanced for first-order carry-over, Williams 1949), one listener after the other.</summary>
    LatinSquare,

    /// <summary>Balanced incomplete blocks: each listener gets <see cref="TrialSection.PerListener"/> trials, such that over listeners all trials, and pairs of trials, come equally often as far as the numbers allow.</summary>
    BalancedBlocks,
}
