using System.CommandLine;
using SpeechScoop.Web.Commands.Transcripts;

namespace SpeechScoop.Web.Commands;

/// <summary><c>import listening-test|dataset|outputs|hypotheses|measurements</c></summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Bring things in from other programs.")
    {
        ImportListeningTestCommand.Create(),
        ImportDatasetCommand.Create(),
        ImportOutputsCommand.Create(),
        ImportHypothesesCommand.Create(),
        ImportMeasurementsCommand.Create(),
    };
}
