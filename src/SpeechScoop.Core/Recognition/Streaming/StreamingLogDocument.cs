using SpeechScoop.Recognition.Transcripts;

namespace SpeechScoop.Recognition;

/// <summary>What was understood of files of logs. With any problem, nothing of it is scored.</summary>
/// <param name="Logs">In the files' order.</param>
/// <param name="Lines">In which line of its file each log begins.</param>
/// <param name="Problems">The first <see cref="TranscriptDocument.MostProblems"/> of each file.</param>
public sealed record StreamingLogDocument(IReadOnlyList<StreamingLog> Logs, IReadOnlyList<int> Lines, IReadOnlyList<TranscriptProblem> Problems)
{
    /// <summary>The problems as one error; null where there are none.</summary>
    public Error? Error => Problems.Count == 0 ? null : new Error.Invalid("streaming-log-problems",
        $"{Problems[0]}{(Problems.Count > 1 ? $" And {Problems.Count - 1} more: {string.Join(" | ", Problems.Skip(1).Take(4))}" : "")}");
}
