namespace SpeechScoop;

/// <summary>
/// An expected failure. The set is closed; each case maps to one HTTP status and one exit code. A message names the
/// thing that failed (file, key, value) and what to do about it, in a sentence that a user may read.
/// </summary>
/// <param name="Code">A stable, machine-readable name in kebab case, such as <c>wav-truncated</c>.</param>
/// <param name="Message">What failed and what to do.</param>
public abstract record Error(string Code, string Message)
{

    /// <summary>The input is wrong; sending the same again will fail again.</summary>
    public sealed record Invalid(string Code, string Message) : Error(Code, Message);

    /// <summary>The thing named does not exist.</summary>
    public sealed record NotFound(string Code, string Message) : Error(Code, Message);

    /// <summary>The thing exists, but its present state does not allow this.</summary>
    public sealed record Conflict(string Code, string Message) : Error(Code, Message);

    /// <summary>The input may be right, but this machine cannot do it now: a program, library, disk or model is missing or failed.</summary>
    public sealed record Unavailable(string Code, string Message) : Error(Code, Message);
}
