using SpeechScoop.Storage.Measurements;
using SpeechScoop.Storage.Runs;

namespace SpeechScoop.Web.Runs.Measuring;

/// <summary>What measuring gave.</summary>
/// <param name="Output">The output, with the transcript of a synthesized clip and the reasons where a metric has no value.</param>
internal sealed record MeasuredOutput(RunOutput Output, IReadOnlyList<Measurement> Measurements);
