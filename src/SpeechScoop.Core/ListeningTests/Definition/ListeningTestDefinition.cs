namespace SpeechScoop.ListeningTests;

/// <summary>
/// Everything that decides what listeners see and hear: frozen when the test is published, hashed together with its audio
/// (clips are named by content), and enough to replay every session from its seed.
/// </summary>
public sealed record ListeningTestDefinition
{
    /// <summary>The test's name, 1..200 characters. Listeners see it.</summary>
    public required string Title { get; init; }

    /// <summary>What the experimenter notes about it; listeners do not see it.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Language of the listener's page and of standard scale words: <c>en de fr es zh ja</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Decides every order. Stored, so that a session can be replayed.</summary>
    public required long Seed { get; init; }

    /// <summary>What the test's ids of conditions stand for, in the order in which results list them.</summary>
    public IReadOnlyList<TestCondition> Conditions { get; init; } = [];

    /// <summary>The parts that every listener passes, in this order.</summary>
    public IReadOnlyList<TestSection> Sections { get; init; } = [];

    /// <summary>What a listener sees and gets at the end.</summary>
    public FinishSettings Finish { get; init; } = new();

    /// <summary>How stimuli are made comparable before the test may be published.</summary>
    public PreparationSettings Preparation { get; init; } = new();

    /// <summary>Links and sessions: how long one may take, who may come again.</summary>
    public SessionRules Rules { get; init; } = new();
}

/// <summary>What is compared in a test.</summary>
/// <param name="Id">Named by stimuli; unique in the test. <c>reference</c>, <c>anchor35</c>, <c>anchor70</c> are the usual ids of those roles.</param>
/// <param name="Title">As results show it.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="SystemId">The system of this installation that made it; null for imported audio, references and anchors.</param>
public sealed record TestCondition(string Id, string Title, StimulusRole Role = StimulusRole.System, string? SystemId = null);

/// <summary>What a listener sees and gets at the end.</summary>
public sealed record FinishSettings
{
    /// <summary>Plain text.</summary>
    public string Message { get; init; } = "";

    /// <summary>Shown after a completed session, such as Prolific's completion code. Null for none.</summary>
    public string? CompletionCode { get; init; }

    /// <summary>Shown to a listener who failed a screen. Null for none.</summary>
    public string? ScreenedOutCode { get; init; }

    /// <summary>Where the browser goes after a completed session: an absolute http(s) address in which <c>{code}</c> and <c>{NAME}</c> (a URL parameter that the listener came with) are replaced.</summary>
    public string? Redirect { get; init; }

    /// <summary>The same for a listener who was screened out.</summary>
    public string? ScreenedOutRedirect { get; init; }
}

/// <summary>Rules of sessions.</summary>
public sealed record SessionRules
{
    /// <summary>URL parameters that are kept with a session, such as <c>PROLIFIC_PID</c>. Others are dropped.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = ["PROLIFIC_PID", "STUDY_ID", "SESSION_ID", "workerId", "assignmentId", "hitId", "survey_code", "id"];

    /// <summary>The parameter that names a listener: who comes again with the same value goes on with the same session. Null for none.</summary>
    public string? ListenerParameter { get; init; } = "PROLIFIC_PID";

    /// <summary>No new sessions after so many completed ones; null for no limit.</summary>
    public int? MaximumSessions { get; init; }
}
