using SpeechScoop.Audio.Loudness;
using SpeechScoop.Audio.Signals;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>Levels.</summary>
internal static class LevelMatching
{
    private const double TellLu = 0.5, LargeDb = 20;

    /// <summary>Brings every stimulus to the reference's loudness, or the target's; anchors that were given move with the reference.</summary>
    public static void Match(PreparationSettings settings, List<StimulusInWork> stimuli, StimulusInWork? reference, PreparationNotes notes)
    {
        if (settings.Loudness == LoudnessRule.Keep) return;
        var loudness = stimuli.ToDictionary(stimulus => stimulus, stimulus => LoudnessMeter.Integrated(stimulus.Audio));
        var original = reference is null ? Levels.SilenceDb : loudness[reference];
        var byReference = settings.Loudness == LoudnessRule.Reference && original > Levels.SilenceDb;
        var target = byReference ? original : settings.TargetLufs;
        foreach (var stimulus in stimuli)
        {
            var like = stimulus.IsAnchor && reference is not null ? original : loudness[stimulus];
            if (like <= Levels.SilenceDb)
            {
                notes.Warn("too-quiet", stimulus.Id, $"Is too quiet to measure its loudness (below -70 LUFS); its level was left.", "Make it again at a higher level.");
                continue;
            }
            var gain = target - like;
            if (Math.Abs(gain) < 1e-9) continue;
            stimulus.Gain(gain);
            if (gain > LargeDb)
                notes.Warn("gain-large", stimulus.Id, $"Had {like:0.0} LUFS and was raised by {gain:0.0} dB, its noise included.", "Make it again at a higher level.");
            else if (Math.Abs(gain) >= TellLu)
                notes.Tell("level-matched", stimulus.Id, $"Had {like:0.0} LUFS and was {(gain > 0 ? "raised" : "lowered")} by {Math.Abs(gain):0.0} dB to {target:0.0} LUFS{(byReference ? ", the reference's" : "")}.");
        }
    }

    /// <summary>Lowers all stimuli of a trial by as much as its highest peak demands, so that they stay equally loud.</summary>
    /// <remarks>Where levels are kept, samples need only fit a file; otherwise true peaks stay below <see cref="StimulusPreparation.CeilingDb"/>.</remarks>
    public static void KeepBelowCeiling(PreparationSettings settings, List<StimulusInWork> stimuli, StimulusInWork? reference, PreparationNotes notes)
    {
        var keep = settings.Loudness == LoudnessRule.Keep;
        var ceiling = keep ? 20 * Math.Log10(32767 / 32768.0) : StimulusPreparation.CeilingDb;
        var (highest, id) = stimuli.Select(stimulus => (Peak(stimulus.Audio), stimulus.Id)).Max();
        var excess = highest - ceiling;
        if (excess <= 0) return;
        foreach (var stimulus in stimuli) stimulus.Gain(-excess);
        AnchorMaking.Renew(stimuli, reference);
        if (!keep && (settings.Loudness == LoudnessRule.Target || reference is null))
            notes.Warn("lowered-together", null, $"All stimuli of the trial were lowered by {excess:0.0} dB so that the peak of {id} does not clip: they are quieter than those of other trials.", "Choose a lower target loudness for the whole test.");
        else
            notes.Tell("lowered-together", null, $"All stimuli of the trial were lowered by {excess:0.00} dB so that the peak of {id} does not clip.");

        double Peak(AudioClip clip) => keep
            ? Enumerable.Range(0, clip.ChannelCount).Max(c => Levels.PeakDb(clip.Channel(c)))
            : TruePeak.Db(clip);
    }
}
