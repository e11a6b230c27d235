using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Runs.Making;

/// <summary>How the outputs of one kind of run are made. Thread-safe: several are made at once.</summary>
internal interface IRunWork
{
    RunKind Kind { get; }

    /// <summary>Settings in canonical form, or what is wrong with them.</summary>
    /// <param name="settings">A JSON object with sorted names.</param>
    Result<string> Check(string systemId, string settings);

    /// <summary>Makes an output: everything but its status and its metrics.</summary>
    Task<Result<RunOutput>> MakeAsync(RunItemOutput output, CancellationToken cancellation);
}
