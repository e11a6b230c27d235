using SpeechScoop.Audio.Signals;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>Anchors, made from the prepared reference.</summary>
internal static class AnchorMaking
{
    private const double HeardDb = -50;

    /// <summary>Adds the anchors that are wanted and not given.</summary>
    public static void Add(PreparationSettings settings, List<StimulusInWork> stimuli, StimulusInWork reference, PreparationNotes notes)
    {
        if (settings.Anchor35) Add("anchor35", StimulusRole.Anchor35, stimuli, reference, notes);
        if (settings.Anchor70) Add("anchor70", StimulusRole.Anchor70, stimuli, reference, notes);
        var missing = new[] { StimulusRole.Anchor35, StimulusRole.Anchor70 }.Count(role => stimuli.All(stimulus => stimulus.Role != role));
        if (missing > 0 && !(settings.Anchor35 && settings.Anchor70))
            notes.Warn("anchors-off", null, $"Has {2 - missing} of the two anchors that BS.1534-3 asks for.", "Turn both anchors on, or do not call the test MUSHRA without saying so.");
    }

    /// <summary>Makes the anchors again after the reference's level changed, so that they are to the bit what the reference gives.</summary>
    public static void Renew(List<StimulusInWork> stimuli, StimulusInWork? reference)
    {
        if (reference is null) return;
        foreach (var anchor in stimuli.Where(stimulus => stimulus.IsAnchor && stimulus.Figures.SourceSampleRate is null))
            anchor.Audio = Anchors.Of(reference.Audio, Kind(anchor.Role));
    }

    private static void Add(string id, StimulusRole role, List<StimulusInWork> stimuli, StimulusInWork reference, PreparationNotes notes)
    {
        if (stimuli.Any(stimulus => stimulus.Role == role)) return;
        var kind = Kind(role);
        var rate = reference.Audio.SampleRate;
        if (!kind.IsAudible(rate))
        {
            notes.Error("anchor-is-reference", id, $"The {kind.PassBandHz() / 1000:0.0} kHz anchor would be the reference itself at {rate} Hz.", "Use a reference of a higher sample rate, or turn this anchor off.");
            return;
        }
        var audio = Anchors.Of(reference.Audio, kind);
        var taken = Levels.ToDb(Difference(reference.Audio, audio) / Math.Max(Rms(reference.Audio), 1e-9));
        if (taken < HeardDb)
            notes.Warn("anchor-equals-reference", id, $"The reference has next to nothing above {kind.PassBandHz() / 1000:0.0} kHz, so that this anchor sounds like it (they differ by {taken:0} dB).", "Use a reference of a wider band, or turn this anchor off.");
        // An anchor moves with the reference; its gain is the reference's.
        stimuli.Add(new StimulusInWork(id, role, audio) { Figures = new StimulusFigures(id, role) { GainDb = reference.Figures.GainDb } });
    }

    private static Anchor Kind(StimulusRole role) => role == StimulusRole.Anchor35 ? Anchor.LowPass35 : Anchor.LowPass70;

    private static double Rms(AudioClip clip) => Enumerable.Range(0, clip.ChannelCount).Max(c => Levels.Rms(clip.Channel(c)));

    private static double Difference(AudioClip clip, AudioClip other) =>
        Enumerable.Range(0, clip.ChannelCount).Max(c => Levels.Rms(Mixing.Add(clip.Channel(c), other.Channel(c), -1)));
}
