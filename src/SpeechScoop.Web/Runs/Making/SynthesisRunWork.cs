using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Runs;
using SpeechScoop.Storage.Runs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Vendors;

namespace SpeechScoop.Web.Runs.Making;

/// <summary>Settings of a synthesizer in a run.</summary>
/// <param name="Rate">Speaking rate, 0.5..2; null as trained.</param>
/// <param name="Temperature">Sampling temperature, 0..2; null for the system's own.</param>
internal sealed record SynthesisSettings(double? Rate = null, double? Temperature = null);

/// <summary>Speaks a prompt.</summary>
internal sealed class SynthesisRunWork(ISystemCatalog catalog, ClipLibrary library, CallKeeping calls) : IRunWork
{
    public RunKind Kind => RunKind.Synthesis;

    public Result<string> Check(string systemId, string settings)
    {
        if (!ConditionJson.Read<SynthesisSettings>(systemId, settings).TryGet(out var read, out var error)) return error;
        if (read.Rate is { } rate && !(rate is >= 0.5 and <= 2)) return new Error.Invalid("rate-out-of-range", $"rate of {systemId} must be 0.5 to 2.");
        if (read.Temperature is { } temperature && !(temperature is >= 0 and <= 2)) return new Error.Invalid("temperature-out-of-range", $"temperature of {systemId} must be 0 to 2.");
        return ConditionJson.Write(read);
    }

    public async Task<Result<RunOutput>> MakeAsync(RunItemOutput output, CancellationToken cancellation)
    {
        if (!(await catalog.GetSynthesizerAsync(output.SystemId, cancellation)).TryGet(out var synthesizer, out var error)
            || !ConditionJson.Read<SynthesisSettings>(output.SystemId, output.Settings).TryGet(out var settings, out error)) return error;
        var request = new SynthesisRequest(output.ItemText!, output.Seed ?? 0, settings.Rate ?? 1, settings.Temperature);
        if (!(await synthesizer.SynthesizeAsync(request, cancellation: cancellation)).TryGet(out var speech, out error)) return error;
        if (await calls.KeepAsync(output.Id, speech.Call) is { } notKept) return notKept;
        if (speech.Clip.Length == 0) return new Error.Unavailable("speech-empty", "The system gave no audio for this text.");
        if (!(await library.AddAsync(speech.Clip, output.ItemKey, WavFormat.Pcm16)).TryGet(out var clip, out error)) return error;
        return output with
        {
            ClipSha256 = clip.Sha256,
            AudioSeconds = clip.Seconds,
            ProcessingSeconds = speech.ProcessingTime.TotalSeconds,
            FirstResultSeconds = speech.FirstAudioTime.TotalSeconds,
        };
    }
}
