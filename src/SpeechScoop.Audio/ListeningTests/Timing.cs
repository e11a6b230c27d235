using SpeechScoop.Audio.Signals;
using SpeechScoop.ListeningTests;

namespace SpeechScoop.Audio.ListeningTests;

/// <summary>Delays and lengths.</summary>
internal static class Timing
{
    private const double EdgeSeconds = 0.005, LongSeconds = 0.5, AudibleSeconds = 0.05, WorthTellingSeconds = 0.001, AudibleDb = -40;

    /// <summary>Looks for each stimulus's delay against the reference, and takes it back where that is sure and wanted.</summary>
    public static void Align(TrialDesign design, bool wanted, List<StimulusInWork> stimuli, StimulusInWork reference, PreparationNotes notes)
    {
        var rate = reference.Audio.SampleRate;
        var original = reference.Audio.ToMono().Channel(0);
        foreach (var stimulus in stimuli.Where(stimulus => stimulus != reference))
        {
            var estimate = DelayEstimate.Of(stimulus.Audio.ToMono().Channel(0), original, rate);
            var milliseconds = 1000.0 * estimate.Samples / rate;
            var aligned = wanted && estimate.IsSure;
            stimulus.Figures = stimulus.Figures with { DelayMilliseconds = milliseconds, Correlation = estimate.Correlation, Aligned = aligned };
            if (estimate.IsInverted)
                notes.Warn("polarity-reversed", stimulus.Id, $"Has the polarity of the reference reversed (correlation {estimate.Correlation:0.00}); it was left so.", "Turn it round if that is not part of what is tested.");
            if (!estimate.IsSure && wanted)
                TellUnsure(design, stimulus.Id, estimate, notes);
            else if (estimate.IsSure && estimate.Samples != 0)
            {
                var late = estimate.Samples > 0 ? "later" : "earlier";
                if (aligned) notes.Tell("delay-removed", stimulus.Id, $"Was {Math.Abs(milliseconds):0.##} ms ({Math.Abs(estimate.Samples)} samples) {late} than the reference; that was taken back.");
                else notes.Warn("delay-left", stimulus.Id, $"Is {Math.Abs(milliseconds):0.##} ms {late} than the reference.", "Let delays be taken back.");
            }
            if (aligned) stimulus.Audio = DelayEstimate.Remove(stimulus.Audio, estimate.Samples);
        }
    }

    /// <summary>Gives stimuli their lengths.</summary>
    public static void FitLengths(TrialDesign design, LengthRule rule, List<StimulusInWork> stimuli, StimulusInWork? reference, PreparationNotes notes)
    {
        var rate = stimuli[0].Audio.SampleRate;
        var longest = stimuli.Max(stimulus => stimulus.Audio.Length);
        foreach (var stimulus in stimuli)
        {
            var length = rule == LengthRule.Reference && reference is not null ? reference.Audio.Length
                : StimulusPreparation.IsSwitched(design) ? rule == LengthRule.Keep ? Tenths(longest) : longest
                : Tenths(stimulus.Audio.Length);
            Tell(stimulus, length, rate, notes);
            stimulus.Audio = ToLength(stimulus.Audio, length);
        }

        int Tenths(int length) => (int)Math.Round(Math.Ceiling(10.0 * length / rate) * rate / 10);
    }

    private static void TellUnsure(TrialDesign design, string id, DelayEstimate estimate, PreparationNotes notes)
    {
        if (design is TrialDesign.Mushra or TrialDesign.Bs1116)
            notes.Warn("delay-unsure", id, $"Is too unlike the reference to find a delay (correlation {estimate.Confidence:0.00}); it stays where it is.", "Make sure by listening that switching does not jump in time.");
        else
            notes.Tell("delay-unsure", id, $"Is too unlike the reference to find a delay (correlation {estimate.Confidence:0.00}); it stays where it is.");
    }

    private static void Tell(StimulusInWork stimulus, int length, int rate, PreparationNotes notes)
    {
        var audio = stimulus.Audio;
        var seconds = Math.Abs(audio.Length - length) / (double)rate;
        if (seconds < WorthTellingSeconds) return;
        if (audio.Length < length)
        {
            if (seconds < LongSeconds) notes.Tell("padded", stimulus.Id, $"Got {1000 * seconds:0} ms of silence at its end.");
            else notes.Warn("padded-long", stimulus.Id, $"Is {seconds:0.0} s shorter than it should be, and got silence at its end.", "See whether it was cut short. Audio of other words or another speed is better compared without switching.");
            return;
        }
        var cut = Enumerable.Range(0, audio.ChannelCount).Max(c => Levels.PeakDb(audio.Channel(c)[length..]));
        if (cut < AudibleDb || seconds < AudibleSeconds) notes.Tell("cut", stimulus.Id, $"Lost {1000 * seconds:0} ms at its end.");
        else notes.Warn("cut-audible", stimulus.Id, $"Is {seconds:0.00} s longer than the reference, and lost that at its end, which reached {cut:0} dBFS.", "Keep lengths if the end belongs to what is said.");
    }

    /// <summary>Cut with a short fade, so that no click is heard, or padded with silence.</summary>
    private static AudioClip ToLength(AudioClip clip, int length)
    {
        var sized = Mixing.ToLength(clip, length);
        if (length >= clip.Length) return sized;
        var edge = Math.Min(length, (int)Math.Round(EdgeSeconds * clip.SampleRate));
        var channels = new float[sized.ChannelCount][];
        for (var c = 0; c < channels.Length; c++)
        {
            channels[c] = sized.Channel(c).ToArray();
            for (var i = 0; i < edge; i++) channels[c][length - 1 - i] *= (float)(0.5 * (1 - Math.Cos(Math.PI * (i + 0.5) / edge)));
        }
        return new AudioClip(clip.SampleRate, channels);
    }
}
