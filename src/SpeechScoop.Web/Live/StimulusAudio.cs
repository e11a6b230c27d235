using SpeechScoop.Audio;
using SpeechScoop.Audio.Files;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.Clips;
using SpeechScoop.Storage.Live;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Web.Clips;
using SpeechScoop.Web.Live.Making;

namespace SpeechScoop.Web.Live;

/// <summary>
/// The audio of a stimulus as the page may hear it. Behind hidden labels all stimuli of a trial have one sample rate, and
/// lengths that end on a tenth of a second: rate and frame length would name the system.
/// </summary>
internal sealed class StimulusAudio(LiveTrialStore trials, OutputStore outputs, ClipLibrary library, ClipStore clips, RunningTrials running)
{
    /// <summary>The label under which a reconstruction trial's original can be heard openly.</summary>
    public const string OpenReference = "reference";

    /// <summary>A length as it may be told behind hidden labels: on the next tenth of a second.</summary>
    public static double? RoundUp(double? seconds) => seconds is { } exact ? Math.Ceiling(Math.Round(exact * 10, 6)) / 10 : null;

    /// <summary>The audio of one stimulus, mono or as the system gave it.</summary>
    public async Task<Result<AudioClip>> FindAsync(string trialId, string label, CancellationToken cancellation)
    {
        var run = running.Find(trialId);
        if (!(await trials.FindAsync(trialId)).TryGet(out var trial, out var error)) return error;
        if (!(await outputs.OfTrialAsync(trialId)).TryGet(out var all, out error)) return error;
        if (label == OpenReference && trial.Kind is LiveTrialKind.Reconstruction) return await OpenReferenceAsync(trial, all, cancellation);

        if (all.FirstOrDefault(output => output.Label == label) is not { } output)
            return new Error.NotFound("stimulus-not-found", "There is no such stimulus. Reload the page to see the trial as it is.");
        if (TrialDisclosure.IsWithheld(trial, all, run) || output.Status is OutputStatus.Queued or OutputStatus.Running)
            return new Error.Conflict("stimulus-not-ready", "This stimulus is still being made. Wait until the trial is done.");
        if ((output.ClipSha256 ?? (trial.Kind is LiveTrialKind.Recognition ? trial.ClipSha256 : null)) is not { } sha256)
            return new Error.NotFound("stimulus-without-audio", "This stimulus has no audio.");
        if (!(await library.ReadAsync(sha256, cancellation: cancellation)).TryGet(out var clip, out error)) return error;
        return trial.IsHidden && trial.Kind is LiveTrialKind.Synthesis ? await MaskAsync(clip, all) : clip;
    }

    private async Task<Result<AudioClip>> OpenReferenceAsync(LiveTrial trial, IReadOnlyList<Output> all, CancellationToken cancellation)
    {
        if (all.FirstOrDefault(output => output is { Role: StimulusRole.Reference, ClipSha256: not null }) is { } hidden)
            return await library.ReadAsync(hidden.ClipSha256!, cancellation: cancellation);
        if (!(await library.ReadAsync(trial.ClipSha256!, cancellation: cancellation)).TryGet(out var original, out var error)) return error;
        var rates = await RatesAsync(all);
        return rates.Count == 0 ? original.ToMono() : ReferenceFormat.For(original, rates).Apply(original);
    }

    private async Task<Result<AudioClip>> MaskAsync(AudioClip clip, IReadOnlyList<Output> all)
    {
        var rate = (await RatesAsync(all)).Append(clip.SampleRate).Max();
        var converted = Resample.ToMono(clip, rate);
        var samples = new float[Math.Max(converted.Length, (int)Math.Round(RoundUp(clip.Duration.TotalSeconds)!.Value * rate))];
        converted.Channel(0).CopyTo(samples);
        return new AudioClip(rate, samples);
    }

    private async Task<List<int>> RatesAsync(IReadOnlyList<Output> all)
    {
        var rates = new List<int>();
        foreach (var sha256 in all.Select(output => output.ClipSha256).OfType<string>().Distinct())
            if ((await clips.FindAsync(sha256)).TryGet(out var clip, out _)) rates.Add(clip.SampleRate);
        return rates;
    }

    /// <summary>The clip as a 16-bit WAV file.</summary>
    public static byte[] ToWav(AudioClip clip) => WavWriter.ToBytes(clip, WavFormat.Pcm16);
}
