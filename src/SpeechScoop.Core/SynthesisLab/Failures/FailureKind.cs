namespace SpeechScoop.SynthesisLab.Failures;

/// <summary>Ways in which a synthesized take goes wrong.</summary>
public enum FailureKind
{
    /// <summary>No speech at all, or mostly silence, or a very long pause.</summary>
    Silence,

    /// <summary>The end of the text is missing.</summary>
    Truncation,

    /// <summary>Something is said again that the text has once.</summary>
    Repetition,

    /// <summary>Sounds or words that are not of the text.</summary>
    Babble,

    /// <summary>Words are left out before the end.</summary>
    SkippedWords,

    /// <summary>The clip stops in the middle of a sound.</summary>
    SuddenCutOff,
}

/// <summary>How bad a failure is.</summary>
public enum FailureSeverity
{
    /// <summary>Worth a listen: a part of the take, or one sign only.</summary>
    Minor,

    /// <summary>The take cannot be used.</summary>
    Severe,
}

/// <summary>Names of kinds of failure.</summary>
public static class FailureKinds
{
    /// <summary>The stable name, such as <c>skipped-words</c>.</summary>
    public static string Id(this FailureKind kind) => kind switch
    {
        FailureKind.SkippedWords => "skipped-words",
        FailureKind.SuddenCutOff => "sudden-cut-off",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
