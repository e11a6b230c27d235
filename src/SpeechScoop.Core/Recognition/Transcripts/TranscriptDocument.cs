namespace SpeechScoop.Recognition.Transcripts;

/// <summary>Something in a file that must be mended before anything of it is used.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Cure">What to do.</param>
public sealed record TranscriptProblem(string File, int Line, string Message, string Cure)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}{(Line > 0 ? $", line {Line}" : "")}: {Message} {Cure}";
}

/// <summary>What was understood of one or more files. With any problem, nothing of it is scored or stored.</summary>
/// <param name="Format">Id of the format, such as <c>trn</c>; empty where none was found.</param>
/// <param name="Entries">In the files' order.</param>
/// <param name="Problems">The first <see cref="MostProblems"/> of each file.</param>
/// <param name="Notes">What was supposed or left out, in sentences.</param>
public sealed record TranscriptDocument(
    string Format, IReadOnlyList<TranscriptEntry> Entries, IReadOnlyList<TranscriptProblem> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>Reading a file ends after this many problems.</summary>
    public const int MostProblems = 100;

    /// <summary>The problems as one error; null where there are none.</summary>
    public Error? Error => Problems.Count == 0 ? null : new Error.Invalid("transcript-problems",
        $"{Problems[0]}{(Problems.Count > 1 ? $" And {Problems.Count - 1} more: {string.Join(" | ", Problems.Skip(1).Take(4))}" : "")}");
}
