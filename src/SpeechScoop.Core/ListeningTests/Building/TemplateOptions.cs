namespace SpeechScoop.ListeningTests;

/// <summary>What is chosen for a new test besides its design and its audio. Everything can be changed in the draft.</summary>
public sealed record TemplateOptions
{
    /// <summary>The test's name, 1..200 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>Language of the listener's page.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Decides every order.</summary>
    public long Seed { get; init; }

    /// <summary>Whether listeners are asked to agree first.</summary>
    public bool Consent { get; init; } = true;

    /// <summary>Whether there is a page to set the level.</summary>
    public bool Volume { get; init; } = true;

    /// <summary>Whether listeners' headphones are tested.</summary>
    public bool Headphones { get; init; }

    /// <summary>How many trials come first as practice, from copies of the first trials; 0 for none, -1 for the design's usual number.</summary>
    public int TrainingTrials { get; init; } = -1;

    /// <summary>Each listener gets so many trials; for arenas pairs in a round. Null for all (arenas: 10).</summary>
    public int? PerListener { get; init; }

    /// <summary>Planned ratings of each condition × item; null for no plan.</summary>
    public int? Quota { get; init; }

    /// <summary>How many trials come twice.</summary>
    public int Repeats { get; init; }

    /// <summary>Order of the trials.</summary>
    public TrialOrder Order { get; init; } = TrialOrder.Shuffled;

    /// <summary>AB and arena: whether "no preference" may be chosen.</summary>
    public bool AllowTie { get; init; } = true;

    /// <summary>Whether a comment may be added to each trial.</summary>
    public bool Comment { get; init; }

    /// <summary>Likert: the scales; empty for one of naturalness.</summary>
    public IReadOnlyList<ScaleDefinition> Scales { get; init; } = [];

    /// <summary>Whether each trial shows what was to be said or heard as its heading: for questions such as how well a sound fits its text.</summary>
    public bool ShowText { get; init; }

    /// <summary>How the stimuli are made comparable; null for the design's usual way.</summary>
    public PreparationSettings? Preparation { get; init; }
}
