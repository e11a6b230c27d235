using SpeechScoop.Audio.ListeningTests;
using SpeechScoop.Audio.Resampling;
using SpeechScoop.Audio.Signals;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>Makes the stimuli of a trial alike in rate, channels and length, and makes anchors.</summary>
internal static class StimulusPreparation
{
    public static PreparedTrial Prepare(TrialDesign design, PreparationSettings settings, IReadOnlyList<SourceStimulus> sources)
    {
        if (sources.Count == 0) return new PreparedTrial([], new PreparationReport([new(FindingSeverity.Error, "trial-empty", null, "The trial has no audio.", "Add stimuli, or take the trial out.")], []));
        var rate = settings.SampleRate ?? sources.Max(source => source.Audio.SampleRate);
        var reference = sources.FirstOrDefault(source => source.Role is StimulusRole.Reference);
        var clips = sources.Select(source => (source.Id, source.Role, Audio: Resample.ToMono(source.Audio, rate))).ToList();
        var length = reference is null ? clips.Max(clip => clip.Audio.Length) : clips.First(clip => clip.Id == reference.Id).Audio.Length;
        var made = clips.Select(clip => new PreparedStimulus(clip.Id, clip.Role, Mixing.ToLength(clip.Audio, length))).ToList();
        if (design is TrialDesign.Mushra && reference is not null)
        {
            var original = made.First(clip => clip.Id == reference.Id).Audio;
            if (settings.Anchor35) made.Add(new PreparedStimulus("anchor35", StimulusRole.Anchor35, Anchors.Of(original, Anchor.LowPass35)));
            if (settings.Anchor70) made.Add(new PreparedStimulus("anchor70", StimulusRole.Anchor70, Anchors.Of(original, Anchor.LowPass70)));
        }
        return new PreparedTrial(made, new PreparationReport([], [.. made.Select(stimulus => new StimulusFigures(stimulus.Id, stimulus.Role) { Seconds = (double)stimulus.Audio.Length / rate })]));
    }
}
