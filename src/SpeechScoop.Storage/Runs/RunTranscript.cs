using SpeechScoop.Storage.Outputs;

namespace SpeechScoop.Storage.Runs;

/// <summary>An output of a recognizer, as short as comparisons of very many need it.</summary>
/// <param name="Text">The transcript; null where there is none.</param>
/// <param name="AudioSeconds">Length of the audio recognized.</param>
/// <param name="ProcessingSeconds">Time spent in the system.</param>
/// <param name="FirstResultSeconds">Processing until the first words.</param>
public sealed record RunTranscript(
    string Id, string RunId, string ItemId, string SystemId, string Settings, OutputStatus Status, string? Text, double? AudioSeconds, double? ProcessingSeconds, double? FirstResultSeconds);
