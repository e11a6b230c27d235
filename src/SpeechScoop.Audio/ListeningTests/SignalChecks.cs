using SpeechScoop.Audio.Files;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>What can be said of stimuli once they are comparable.</summary>
internal static class SignalChecks
{
    private const double NarrowPart = 2.0 / 3, StepLu = 1, LongSeconds = 12;
    private const int ManySignals = 12;

    /// <summary>Notes stimuli whose spectrum ends far below that of the reference, or of the widest.</summary>
    public static void Bandwidths(List<StimulusInWork> stimuli, StimulusInWork? reference, PreparationNotes notes)
    {
        var widest = reference?.Figures.BandwidthHz ?? stimuli.Max(stimulus => stimulus.Figures.BandwidthHz) ?? 0;
        foreach (var stimulus in stimuli.Where(stimulus => !stimulus.IsAnchor && stimulus.Figures.BandwidthHz < NarrowPart * widest))
            notes.Warn("narrow-band", stimulus.Id, $"Ends at about {stimulus.Figures.BandwidthHz / 1000:0.0} kHz, {(reference is null ? "the widest of the trial" : "the reference")} at {widest / 1000:0.0} kHz.", "See that it was not resampled by mistake. If the system makes no more, listeners will hear that first.");
    }

    /// <summary>Notes what remains.</summary>
    public static void Prepared(TrialDesign design, PreparationSettings settings, List<StimulusInWork> stimuli, PreparationNotes notes)
    {
        if (design == TrialDesign.Mushra) CheckMushra(stimuli, notes);
        var levels = stimuli.Where(stimulus => !stimulus.IsAnchor).Select(stimulus => stimulus.Figures.Lufs ?? 0).ToArray();
        var step = levels.Length == 0 ? 0 : levels.Max() - levels.Min();
        if (step > StepLu)
        {
            notes.Warn("levels-differ", null, $"The loudness of the stimuli differs by {step:0.0} LU.", settings.Loudness == LoudnessRule.Keep
                ? "Let loudness be matched unless level is part of what is tested: listeners prefer what is louder."
                : "See the findings about single stimuli.");
        }
        for (var i = 0; i < stimuli.Count; i++)
        {
            for (var k = i + 1; k < stimuli.Count; k++)
            {
                if (IsSame(stimuli[i].Audio, stimuli[k].Audio))
                    notes.Warn("identical", stimuli[k].Id, $"Is the same audio as {stimuli[i].Id}, to the last sample.", "See that the right file was given. Nobody can tell them apart.");
            }
        }
    }

    private static void CheckMushra(List<StimulusInWork> stimuli, PreparationNotes notes)
    {
        var seconds = stimuli[0].Audio.Duration.TotalSeconds;
        if (seconds > LongSeconds)
            notes.Warn("too-long", null, $"Lasts {seconds:0.0} s. BS.1534-3 recommends about 10 s, and no more than 12 s.", "Use a shorter excerpt.");
        if (stimuli.Count > ManySignals)
            notes.Warn("too-many-signals", null, $"Has {stimuli.Count} signals to rate, hidden reference and anchors included. BS.1534-3 allows 12.", "Spread the systems over several trials.");
    }

    /// <summary>Whether two clips make the same file of 16 bits.</summary>
    private static bool IsSame(AudioClip clip, AudioClip other)
    {
        if (clip.Length != other.Length) return false;
        for (var c = 0; c < clip.ChannelCount; c++)
        {
            var samples = clip.Channel(c);
            var others = other.Channel(c);
            for (var i = 0; i < samples.Length; i++)
                if (WavWriter.ToPcm16(samples[i]) != WavWriter.ToPcm16(others[i])) return false;
        }
        return true;
    }
}
