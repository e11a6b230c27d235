namespace SpeechScoop.ListeningTests;

/// <summary>
/// One answer that counts (the newest of its session, page, stimulus and scale), with everything that screening and analysis need to know
/// about it. Preview sessions never become such rows.
/// </summary>
public sealed record TestRating
{
    public required string Id { get; init; }

    public required string Session { get; init; }

    /// <summary>Who listened: the listener parameter's value, else the session.</summary>
    public required string Listener { get; init; }

    /// <summary>Index of the page in the session's plan.</summary>
    public required int Page { get; init; }

    public required string Trial { get; init; }

    public required TrialDesign Design { get; init; }

    public required string Item { get; init; }

    /// <summary>The stimulus rated: for CCR the second presented, for AB and arenas the first presented, for ABX the one that X was said to be.</summary>
    public required string Stimulus { get; init; }

    public required string Condition { get; init; }

    public required StimulusRole Role { get; init; }

    /// <summary>Pairs: the other stimulus and its condition.</summary>
    public string? OtherStimulus { get; init; }

    public string? OtherCondition { get; init; }

    public StimulusRole? OtherRole { get; init; }

    public required string Scale { get; init; }

    /// <summary>
    /// On the scale. CCR: −3..3 of the second presented against the first. Preference: 1 the first presented is better, −1 the second, 0 neither.
    /// ABX: 1 right, 0 wrong. Transcription: null.
    /// </summary>
    public double? Value { get; init; }

    /// <summary>Transcription: what was typed.</summary>
    public string? Text { get; init; }

    /// <summary>What the listener added to the page, which may be about all its stimuli; null for nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Position of the label, from 0.</summary>
    public int Position { get; init; }

    public bool Training { get; init; }

    public bool Repeat { get; init; }

    public TrialCheck? Check { get; init; }

    /// <summary>Time on the page until the answer, as the browser measured it; null where it did not.</summary>
    public double? ElapsedSeconds { get; init; }

    /// <summary>How often the stimulus was started before the answer; null where the browser did not say.</summary>
    public int? Plays { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>One sitting of a listener, as screening and analysis see it.</summary>
public sealed record TestSession
{
    public required string Id { get; init; }

    public required string Listener { get; init; }

    public required SessionOutcome Outcome { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Headphone screen: right answers of the best attempt; null where none was asked.</summary>
    public int? HeadphonesRight { get; init; }

    /// <summary>Whether the headphone screen was passed; null where none was asked.</summary>
    public bool? HeadphonesPassed { get; init; }

    /// <summary>Digits in noise: the speech reception threshold in dB SNR; null where it was not asked to the end.</summary>
    public double? DigitsSrtDb { get; init; }

    /// <summary>Whether the digits in noise were passed; null as before.</summary>
    public bool? DigitsPassed { get; init; }

    /// <summary>Answers about the listener, by field name.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>URL parameters that the listener came with.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}

/// <summary>How far a session came.</summary>
public enum SessionOutcome
{
    Running,
    Completed,
    ScreenedOut,
    Declined,
}
