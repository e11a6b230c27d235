using System.Text.Json;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Clips;

namespace SpeechScoop.Web.Live.Making;

/// <summary>Speaks one trial's text with each of its systems, side by side; models share the compute threads.</summary>
internal sealed class SynthesisWork(StartedTrial started, ISystemCatalog catalog, ClipLibrary library, StimulusAttempt attempt, TrialOutcomes outcomes) : ITrialWork
{
    public async Task RunAsync()
    {
        var running = started.Running;
        try
        {
            await Task.WhenAll(started.Outputs.Select(output => Task.Run(() => attempt.MakeAsync(running, output, () => SpeakAsync(output)))));
        }
        finally
        {
            await outcomes.CloseAsync(running);
        }
    }

    private async Task<Result<Output>> SpeakAsync(Output output)
    {
        var running = started.Running;
        running.Report(output.Label, 0, "Loading");
        if (!(await catalog.GetSynthesizerAsync(output.SystemId!, running.Cancellation)).TryGet(out var synthesizer, out var error)) return error;
        running.Report(output.Label, 0, "Speaking");
        var settings = JsonSerializer.Deserialize<TakeSettings>(output.Settings, JsonSerializerOptions.Web)!;
        var request = new SynthesisRequest(started.Trial.Text!, output.Seed ?? 0, settings.Rate ?? 1, settings.Temperature);
        var progress = new SentenceProgress(running, output.Label);
        if (!(await synthesizer.SynthesizeAsync(request, progress, running.Cancellation)).TryGet(out var speech, out error)) return error;
        if (speech.Clip.Length == 0) return new Error.Unavailable("speech-empty", "The system gave no audio for this text.");
        if (!(await library.AddAsync(speech.Clip, "speech", WavFormat.Pcm16)).TryGet(out var clip, out error)) return error;
        return output with
        {
            ClipSha256 = clip.Sha256,
            AudioSeconds = clip.Seconds,
            ProcessingSeconds = speech.ProcessingTime.TotalSeconds,
            FirstResultSeconds = speech.FirstAudioTime.TotalSeconds,
        };
    }

    /// <summary>Passes progress on at once; <see cref="Progress{T}"/> would reorder it over the thread pool.</summary>
    private sealed class SentenceProgress(RunningTrial running, string label) : IProgress<SynthesisProgress>
    {
        public void Report(SynthesisProgress value) =>
            running.Report(label, value.Total == 0 ? 0 : (double)value.Done / value.Total, $"{value.Done} of {value.Total} sentences");
    }
}
